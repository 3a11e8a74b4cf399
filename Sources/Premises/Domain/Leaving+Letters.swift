import Kernel
import Ledgers
import Matters

/// What leaving issues.
extension Leaving {
  static let noticeLetter = Letter("notice", Phrase(zh: "拟迁出告知书", en: "Notice of Intent")) { facts in
    let why = departure(for: facts.answers[ground]).phrase
    var all = [
      about(facts),
      Phrase(zh: "因“\(why.zh)”，拟作出迁出决定。", en: "A decision to leave is intended, on the ground: \(why.en)."),
      reason(facts), Phrase(zh: "你机构有权陈述和申辩。", en: "You may make a statement first."),
    ]
    if let due = facts.due("statement") {
      all.append(
        Phrase(zh: "陈述期限至 \(due)；逾期未陈述的，视为放弃。", en: "Please hand it in by \(due); after that it is taken as waived."))
    }
    return all
  }

  static let leaveLetter = Letter("leave", Phrase(zh: "迁出决定书", en: "Decision to Leave")) { facts in
    let (number, ends) = (facts.given[decisionNumber] ?? "", facts.given[supportEnds]?.description ?? "")
    var all = [
      about(facts), Phrase(zh: "文号：\(number)。决定：迁出。", en: "No. \(number). Decision: to leave."), reason(facts),
      Phrase(zh: "自 \(ends) 起停止各项扶持。", en: "All support ends on \(ends)."),
    ]
    if let due = facts.due("leave") {
      all.append(
        Phrase(
          zh: "请于 \(due) 前交还房间，并提交客户移交清单。", en: "Please return the rooms and the list of clients handed over by \(due)."
        ))
    }
    all.append(
      Phrase(zh: "对决定有异议的，可以提出，异议留存在入驻记录中。", en: "You may contest it; what you say stays on the record."))
    return all
  }

  static let moveLetter = Letter("move", Phrase(zh: "换址决定书", en: "Decision on Moving")) { facts in
    let (number, site) = (facts.given[decisionNumber] ?? "", newSite.field.words(of: facts.given[newSite]))
    return [
      about(facts), Phrase(zh: "文号：\(number)。同意换到\(site.zh)。", en: "No. \(number). The move to \(site.en) is agreed."),
    ]
  }

  static let stayLetter = Letter("stay", Phrase(zh: "不予迁出决定书", en: "Decision to Stay")) { facts in
    let number = facts.given[decisionNumber] ?? ""
    return [about(facts), Phrase(zh: "文号：\(number)。决定：不迁。", en: "No. \(number). Decision: it stays."), reason(facts)]
  }

  static let doneLetter = Letter("done", Phrase(zh: "迁出登记通知书", en: "Notice of Departure")) { facts in
    let last = facts.given[lastDay]?.description ?? ""
    var all = [
      about(facts),
      Phrase(
        zh: "房间已收回，名录登记 \(last) 离开。此前的记录和统计保留不变。",
        en: "The rooms are back; the register says that you left on \(last). What was recorded before stays."),
    ]
    if let why = facts.given[noListReason] {
      all.append(Phrase(zh: "未收到客户移交清单：\(why)", en: "There is no list of clients handed over: \(why)"))
    }
    return all
  }

  private static func reason(_ facts: LetterFacts) -> Phrase {
    Phrase(zh: "理由：\(facts.reason ?? "")", en: "Reason: \(facts.reason ?? "")")
  }

  private static func about(_ facts: LetterFacts) -> Phrase {
    Phrase(
      zh: "关于你机构入驻房间 \(facts.answers[rooms] ?? "")（\(facts.number)，\(facts.filedOn) 提出）：",
      en: "On your rooms \(facts.answers[rooms] ?? "") (\(facts.number), raised on \(facts.filedOn)):")
  }
}
