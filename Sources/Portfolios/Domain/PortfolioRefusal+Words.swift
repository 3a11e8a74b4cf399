public import Kernel

extension PortfolioRefusal {
  public var phrase: Phrase {
    switch self {
    case .unknown(let thing): thing.missing
    case .noMandate:
      Phrase(
        zh: "您没有该单位的有效授权；请在“代表单位办事”中提交授权，经运营中心审核后再来",
        en: "You hold no mandate of this organisation; file one under “Acting for an organisation” first")
    case .openedAlready: Phrase(zh: "该单位的专利组合已经建立", en: "This organisation has its portfolio already")
    case .missing: Phrase(zh: "此项必填", en: "Please fill this in")
    case .tooLong(_, let limit): Phrase(zh: "不超过 \(limit) 字，请精简", en: "At most \(limit) characters, please")
    case .leadOutOfRange:
      Phrase(
        zh: "提前天数为 \(Portfolio.leads.lowerBound) 至 \(Portfolio.leads.upperBound) 天",
        en: "Between \(Portfolio.leads.lowerBound) and \(Portfolio.leads.upperBound) days ahead")
    case .notChinesePatent:
      Phrase(zh: "组合只收中国的发明、实用新型和外观设计", en: "Only Chinese inventions, utility models and designs are kept")
    case .grantedBeforeFiled: Phrase(zh: "授权日不能早于申请日", en: "A patent is not granted before it is filed")
    case .noSuchYear(let year, let last):
      Phrase(zh: "没有第 \(year) 年度：年度为 1 至 \(last)", en: "There is no year \(year): years go from 1 to \(last)")
    case .notNextYear(let next):
      Phrase(
        zh: "应先缴第 \(next) 年度年费；已缴的年度请在“更正”中登记",
        en: "Year \(next) comes first; what was paid before is entered by “Correct”")
    case .badNumbers(let numbers):
      Phrase(
        zh:
          "这些不是可用的中国申请号：\(numbers.prefix(5).joined(separator: "、"))\(numbers.count > 5 ? " 等 \(numbers.count) 个" : "")；请逐一核对",
        en:
          "No usable Chinese application numbers: \(numbers.prefix(5).joined(separator: ", "))\(numbers.count > 5 ? " and \(numbers.count - 5) more" : ""); please compare them"
      )
    case .nothingChosen: Phrase(zh: "请勾选专利或填写号码", en: "Please tick patents or give numbers")
    case .notInRegister(let numbers):
      Phrase(
        zh:
          "登记库中没有：\(numbers.prefix(5).joined(separator: "、"))\(numbers.count > 5 ? " 等 \(numbers.count) 个" : "")；请用文件导入",
        en:
          "Not in the register: \(numbers.prefix(5).joined(separator: ", "))\(numbers.count > 5 ? " and \(numbers.count - 5) more" : ""); please bring them in a file"
      )
    case .heldAlready(let number): Phrase(zh: "\(number) 已在组合中", en: "\(number) is in the portfolio already")
    case .leftAlready: Phrase(zh: "该专利已移出组合，不能再改", en: "The patent has left the portfolio and is not changed any more")
    case .endsBeforeItBegins: Phrase(zh: "结束日不能早于开始日", en: "It cannot end before it begins")
    case .dayAhead: Phrase(zh: "日期不能在今天之后", en: "The day cannot lie ahead")
    case .noSuchAmount:
      Phrase(zh: "请填写金额（元），如 900 或 135.50", en: "Please give an amount in yuan, such as 900 or 135.50")
    case .endedAlready: Phrase(zh: "该合同已登记终止", en: "The contract has ended already")
    case .reviewThere(let year): Phrase(zh: "\(year) 年度的盘点已经建立", en: "There is a review of \(year) already")
    case .reviewOpen(let year):
      Phrase(zh: "\(year) 年度的盘点还未结束，请先完成", en: "The review of \(year) is open; please finish it first")
    case .yearOutOfRange: Phrase(zh: "只能盘点今年或去年", en: "Only this year or the last can be reviewed")
    case .emptyPortfolio: Phrase(zh: "组合中没有专利，无可盘点", en: "There is no patent in the portfolio to review")
    case .reviewClosed: Phrase(zh: "盘点已结束，决定不再改动", en: "The review is closed, and its decisions stay as they are")
    case .undecided(let count, let first):
      Phrase(
        zh: "还有 \(count) 件没有定下来：\(first.joined(separator: "、"))\(count > first.count ? " 等" : "")；逐件决定、放弃的经他人复核后才能结束",
        en:
          "\(count) are not settled: \(first.joined(separator: ", "))\(count > first.count ? " …" : ""); decide on each, and have abandonments looked at again"
      )
    case .reasonMissing(let why): why.phrase
    case .noSuchGrade: Phrase(zh: "评分为 1 至 5", en: "Grades go from 1 to 5")
    case .boundByContract(let kinds):
      Phrase(
        zh: "有效的\(kinds.map(\.phrase.zh).joined(separator: "、"))未了，不能放弃；请先了结合同",
        en:
          "It is bound by: \(kinds.map { $0.phrase.en.lowercased() }.joined(separator: ", ")). End that before abandoning it"
      )
    case .needsConsent:
      Phrase(zh: "专利已质押：请写明质权人同意的文件", en: "It is pledged: name the document by which the pledgee consents")
    case .openLicenceBarred(let bar): bar.phrase
    case .nothingToLookAt: Phrase(zh: "没有待复核的决定", en: "No decision waits for a second look")
    case .ownDecision: Phrase(zh: "放弃须由另一人复核，不能复核自己的决定", en: "Somebody else must look again; not who decided")
    case .noRows: Phrase(zh: "文件中没有专利", en: "There are no patents in the file")
    case .tooManyRows(let limit):
      Phrase(zh: "一个文件不超过 \(limit) 行，请分成几个文件", en: "A file has at most \(limit) rows; please divide it")
    }
  }
}

extension PortfolioRefusal.Thing {
  fileprivate var missing: Phrase {
    switch self {
    case .portfolio: Phrase(zh: "没有您可以查看的这个专利组合", en: "There is no such portfolio that you may see")
    case .holding: Phrase(zh: "没有您可以查看的这件专利", en: "There is no such patent that you may see")
    case .contract: Phrase(zh: "没有您可以查看的这份合同", en: "There is no such contract that you may see")
    case .review: Phrase(zh: "没有您可以查看的这次盘点", en: "There is no such review that you may see")
    case .item: Phrase(zh: "没有您可以查看的这项盘点", en: "There is no such patent of a review that you may see")
    case .run: Phrase(zh: "没有您可以查看的这次导入", en: "There is no such import that you may see")
    }
  }
}

extension PortfolioRefusal.WhyReason {
  fileprivate var phrase: Phrase {
    switch self {
    case .abandoning: Phrase(zh: "放弃须写明理由", en: "Please say why it is to be abandoned")
    case .keepingLate: Phrase(zh: "年费已逾期，维持须写明理由", en: "Its annuity is late; please say why it is to be kept")
    case .sendingBack: Phrase(zh: "退回须写明理由", en: "Please say why it is sent back")
    case .anotherThanLastYear(let last):
      Phrase(
        zh: "与上年的决定（\(last.phrase.zh)）不同，请写明理由",
        en: "Last year’s decision was “\(last.phrase.en)”; please say why it is another now")
    }
  }
}

extension PortfolioRefusal.OpenLicenceBar {
  fileprivate var phrase: Phrase {
    switch self {
    case .notGranted:
      Phrase(zh: "未授权的不能开放许可（细则第八十五条）", en: "Only what is granted can be licensed openly (Rules, Article 85)")
    case .exclusiveInForce:
      Phrase(zh: "独占或排他许可有效期内不能开放许可（细则第八十六条）", en: "An exclusive or sole licence is in force (Rules, Article 86)")
    case .annuityUnpaid:
      Phrase(zh: "未按规定缴纳年费的不能开放许可（细则第八十六条）", en: "Its annuity is unpaid (Rules, Article 86)")
    case .noEvaluationReport:
      Phrase(
        zh: "实用新型、外观设计开放许可须有评价报告（专利法第五十条）；请在依据中写明",
        en: "A utility model or design needs an evaluation report (Patent Law, Article 50); name it as evidence")
    }
  }
}
