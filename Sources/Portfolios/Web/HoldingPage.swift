import Kernel
import Markup
import Patents
import Portfolios
import PortfoliosStore
import Web

/// A patent of a portfolio.
func holdingPage(_ file: HoldingFile, _ links: PortfolioLinks, today: Day) -> Page {
  let (holding, facts) = (file.holding, file.holding.facts)
  return Page(
    .text(facts.title, lang: language(of: facts.title)), trail: [portfoliosCrumb, crumb(file.portfolio)],
    """
    <p class="marks">\(stateBadge(file.line)) \(contractBadges(file.line.contracts))</p>
    \(standing(file))
    \(definitions(factPairs(file, links)))
    \(doors(holding, links))
    <h2>\(Phrase(zh: "许可与质押", en: "Licences and pledges"))</h2>
    \(file.contracts.isEmpty ? "<p>\(Phrase(zh: "没有登记。", en: "None on record."))</p>" : contractTable(file, today: today))
    \(if: !file.transfers.isEmpty, transferTable(file))
    <h2>\(Phrase(zh: "已缴年费", en: "Annuities paid"))</h2>
    \(file.payments.isEmpty ? "<p>\(Phrase(zh: "没有登记。", en: "None on record."))</p>" : paymentTable(file))
    \(if: !file.schedule.isEmpty, "<h2>\(Phrase(zh: "全部年度", en: "All years"))</h2>\(scheduleTable(file))")
    \(if: !file.decided.isEmpty, "<h2>\(Phrase(zh: "历年盘点", en: "Reviews"))</h2>\(decidedTable(file))")
    """)
}

private func standing(_ file: HoldingFile) -> HTML {
  switch file.line.state {
  case .late(let due, let months, let surcharge)?:
    notice(
      .warning,
      Phrase(
        zh:
          "第 \(due.year) 年度年费已过期限：今天缴为 \(due.fee.payable.yuan) 元加滞纳金 \(surcharge.yuan) 元（超过 \(months) 个月），最迟 \(due.graceEnd)",
        en:
          "The annuity of year \(due.year) is late: ¥ \(due.fee.payable.yuan) and ¥ \(surcharge.yuan) surcharge today (\(months) months exceeded), by \(due.graceEnd) at the latest"
      ))
  case .overdue(let due)?:
    notice(
      .error,
      Phrase(
        zh: "第 \(due.year) 年度年费的补缴期已于 \(due.graceEnd) 届满：未缴的，专利权自 \(due.anniversary) 起终止；已缴的请登记",
        en:
          "The time to pay year \(due.year) ended on \(due.graceEnd): unpaid, the right ended as of \(due.anniversary); if it was paid, record it"
      ),
      "<p>\(Phrase(zh: "有正当理由的，可自收到通知之日起两个月内请求恢复权利。", en: "With a good reason, restoration can be asked for within two months of the notice."))</p>"
    )
  case .unstated?:
    notice(
      .information,
      Phrase(
        zh: "已缴到哪一年度没有登记，应缴年度不作推测；请在“更正”中填写",
        en: "Which year was paid last is not on record, and is not guessed; please enter it by “Correct”"))
  case .due, .application, .complete, .expired, nil: ""
  }
}

private func factPairs(_ file: HoldingFile, _ links: PortfolioLinks) -> [(Phrase, HTML)] {
  let (holding, facts) = (file.holding, file.holding.facts)
  var pairs: [(Phrase, HTML)] = [
    (
      Phrase(zh: "申请号", en: "Application number"),
      holding.patent.map { "<a href=\"\(links.patent($0))\">\(holding.number)</a>" } ?? "\(holding.number)"
    ),
    (Phrase(zh: "类型", en: "Kind"), "\(facts.kind.phrase)"),
    (Phrase(zh: "申请日", en: "Filed"), "\(facts.filedOn.description)"),
    (Phrase(zh: "授权公告日", en: "Granted"), facts.grantedOn.map { "\($0.description)" } ?? HTML.notKnown),
    (
      Phrase(zh: "保护期限届满", en: "Term ends"),
      facts.grantedOn == nil ? HTML.notKnown : "\(facts.filedOn.adding(months: 12 * file.term).description)"
    ),
    (Phrase(zh: "发明（设计）人", en: "Inventors"), joinedNames(facts.inventors)),
    (Phrase(zh: "部门", en: "Department"), facts.department.map { marked($0) } ?? HTML.notKnown),
    (Phrase(zh: "权利", en: "Ownership"), "\(facts.role.phrase)"),
  ]
  if facts.role != .sole {
    pairs.append((Phrase(zh: "其他权利人", en: "Co-owners"), joinedNames(facts.coOwners)))
    pairs.append((Phrase(zh: "本单位份额", en: "Own share"), facts.share.map { "\(shareText($0))" } ?? HTML.notKnown))
  }
  pairs.append((Phrase(zh: "年费减缴", en: "Reduction"), "\(facts.reduction.phrase)"))
  pairs.append(
    (
      Phrase(zh: "已缴至第几年度", en: "Paid through year"),
      facts.paidThrough.map { "\($0)" } ?? HTML.notKnown
    ))
  if let next = file.line.state?.next {
    pairs.append(
      (
        Phrase(zh: "下次年费", en: "Next annuity"),
        "\(Phrase(zh: "第 \(next.year) 年度", en: "year \(next.year)")) · \(dueCell(next)) · \(feeCell(next))"
      ))
  }
  if let departure = holding.departure {
    pairs.append(
      (
        Phrase(zh: "移出", en: "Left"),
        "\(departure.way.phrase) · \(departure.day) · \(departure.document.isEmpty ? HTML.notKnown : marked(departure.document))"
      ))
  }
  return pairs
}

func shareText(_ share: BasisPoints) -> String {
  share.value.isMultiple(of: 100) ? "\(share.value / 100)%" : "\(Double(share.value) / 100)%"
}

private func doors(_ holding: Holding, _ links: PortfolioLinks) -> HTML {
  let history = linkButton(Phrase(zh: "变更留痕", en: "History"), to: links.history(holding.id.subject))
  guard holding.departure == nil else { return "<div class=\"actions\">\(history)</div>" }
  return """
    <div class="actions">\(if: holding.facts.grantedOn != nil, linkButton(Phrase(zh: "登记缴费", en: "Record a payment"), to: PortfolioPath.pay(holding.id)))\
    \(linkButton(Phrase(zh: "登记许可或质押", en: "Add a licence or pledge"), to: PortfolioPath.newContract(holding.id)))\
    \(linkButton(Phrase(zh: "更正", en: "Correct"), to: PortfolioPath.correct(holding.id)))\
    \(linkButton(Phrase(zh: "移出组合", en: "It has left"), to: PortfolioPath.leave(holding.id)))\(history)</div>
    """
}

private func contractTable(_ file: HoldingFile, today: Day) -> HTML {
  table(
    Phrase(zh: "许可与质押", en: "Licences and pledges"),
    columns: [
      Column(Phrase(zh: "种类", en: "Kind"), .name), Column(Phrase(zh: "对方", en: "Other side")),
      Column(Phrase(zh: "文件号", en: "Document")), Column(Phrase(zh: "起止", en: "From, to"), .code),
      Column(Phrase(zh: "状态", en: "State"), .code),
    ],
    rows: file.contracts.map { contract in
      let inForce = contract.isInForce(on: today)
      let end: HTML =
        inForce && file.holding.departure == nil
        ? " <a href=\"\(PortfolioPath.end(contract.id))\">\(Phrase(zh: "登记终止", en: "End it"))<span class=\"unseen\"> \(contract.document)</span></a>"
        : ""
      return [
        "\(contract.kind.phrase)", contract.counterparty.isEmpty ? HTML.notKnown : marked(contract.counterparty),
        marked(contract.document), "\(contract.from.description) – \(contract.endedOn ?? contract.to)",
        "\(badge(inForce ? Phrase(zh: "有效", en: "In force") : Phrase(zh: "已结束", en: "Ended"), inForce ? .success : .neutral))\(end)",
      ]
    })
}

private func transferTable(_ file: HoldingFile) -> HTML {
  """
  <h2>\(Phrase(zh: "台账中的权利变更", en: "Changes of ownership on record"))</h2>
  \(table(
    Phrase(zh: "权利变更", en: "Changes of ownership"),
    columns: [Column(Phrase(zh: "日期", en: "Day"), .code), Column(Phrase(zh: "类型", en: "Kind"), .name)],
    rows: file.transfers.map { ["\($0.day.description)", "\($0.words)"] }))
  """
}

private func paymentTable(_ file: HoldingFile) -> HTML {
  table(
    Phrase(zh: "已缴年费", en: "Annuities paid"),
    columns: [
      Column(Phrase(zh: "年度", en: "Year"), .name), Column(Phrase(zh: "年费", en: "Annuity"), .number),
      Column(Phrase(zh: "滞纳金", en: "Surcharge"), .number), Column(Phrase(zh: "缴费日", en: "Paid on"), .code),
      Column(Phrase(zh: "票据号", en: "Receipt")),
    ],
    rows: file.payments.map {
      ["\($0.year)", "\($0.amount)", "\($0.surcharge)", "\($0.paidOn.description)", marked($0.document)]
    })
}

private func scheduleTable(_ file: HoldingFile) -> HTML {
  let paid = file.holding.facts.paidThrough
  return """
    <details class="figures"><summary>\(Phrase(zh: "授权后各年度的年费", en: "Annuities after the year of grant"))</summary>
    \(table(
      Phrase(zh: "各年度年费", en: "Annuities by year"),
      columns: [
        Column(Phrase(zh: "年度", en: "Year"), .name), Column(Phrase(zh: "最后一天", en: "Last day"), .code),
        Column(Phrase(zh: "全额", en: "Full"), .number), Column(Phrase(zh: "应缴", en: "Payable"), .number),
        Column(Phrase(zh: "登记", en: "On record"), .code),
      ],
      rows: file.schedule.map { due in
        [
          "\(due.year)", dueCell(due), "\(due.fee.full)", feeCell(due),
          paid.map { due.year <= $0 ? badge(Phrase(zh: "已缴", en: "Paid"), .success) : HTML.notKnown } ?? HTML.notKnown,
        ]
      }))</details>
    """
}

private func decidedTable(_ file: HoldingFile) -> HTML {
  table(
    Phrase(zh: "历年盘点", en: "Reviews"),
    columns: [
      Column(Phrase(zh: "年度", en: "Year"), .name), Column(Phrase(zh: "决定", en: "Decision"), .code),
      Column(Phrase(zh: "理由", en: "Reason")), Column(Phrase(zh: "决定人", en: "Decided by")),
    ],
    rows: file.decided.map { review, item in
      [
        "<a href=\"\(PortfolioPath.show(item.id))\">\(review.year)</a>",
        "\(item.made?.decision.phrase ?? item.state.phrase)",
        item.made.map { $0.reason.isEmpty ? HTML.notKnown : marked($0.reason) } ?? HTML.notKnown,
        item.made.map { marked($0.by.name) } ?? HTML.notKnown,
      ]
    })
}
