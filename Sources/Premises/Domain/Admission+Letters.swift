import Kernel
import Ledgers
import Matters

/// What an admission issues.
extension Admission {
  static let correctionLetter = Letter("correction", Phrase(zh: "一次性补正告知书", en: "Request for Correction")) { facts in
    [
      about(facts),
      Phrase(zh: "经审查，缺少或者需要补正：\(list(facts, .zh))。", en: "Missing, or to be corrected: \(list(facts, .en))."),
      reason(facts),
      Phrase(
        zh: "请一次补齐。补正只告知这一次，补正后仍不齐全的不予受理；补正期间不计入审查时限。",
        en:
          "Please supply all of it at once: you are asked only this once, and what is still incomplete then is not accepted. "
          + "The time until then is not counted."),
    ]
  }

  static let acceptanceLetter = Letter("acceptance", Phrase(zh: "入驻申请受理通知书", en: "Notice of Acceptance")) { facts in
    var all = [
      about(facts), Phrase(zh: "材料齐全，现予受理。基地将上门走访。", en: "It is complete and accepted. The base will visit you."),
    ]
    if let due = facts.due("decision") {
      all.append(Phrase(zh: "评审决定期限至 \(due)。", en: "The panel decides by \(due)."))
    }
    return all
  }

  static let refusalLetter = Letter("refusal", Phrase(zh: "不予受理通知书", en: "Notice of Non-acceptance")) { facts in
    let ground = ground.field.words(of: facts.given[ground])
    return [
      about(facts), Phrase(zh: "经审查，不予受理。原因：\(ground.zh)。", en: "It is not accepted: \(ground.en)."), reason(facts),
      Phrase(zh: "取得许可或补齐材料后，可以重新申请。", en: "You may apply again once you hold what is missing."),
    ]
  }

  static let decisionLetter = Letter("decision", Phrase(zh: "入驻评审决定书", en: "Decision of the Panel")) { facts in
    let site = decidedSite.field.words(of: facts.given[decidedSite])
    let stage = decidedStage.field.words(of: facts.given[decidedStage])
    var all = [
      about(facts), sheet(facts),
      Phrase(zh: "决定：同意入驻\(site.zh)，认定为\(stage.zh)机构。", en: "Decision: admitted to \(site.en), stage: \(stage.en)."),
    ]
    if let due = facts.due("publicity") {
      all.append(
        Phrase(
          zh: "本决定自今日起公示至 \(due)，期满无异议或异议不成立的，签订合同后入驻。",
          en: "It is made public until \(due); unless an objection is upheld the contract is signed then."))
    }
    return all
  }

  static let turnDownLetter = Letter("turn-down", Phrase(zh: "入驻评审决定书", en: "Decision of the Panel")) { facts in
    [
      about(facts), sheet(facts), Phrase(zh: "决定：不同意入驻。", en: "Decision: not admitted."), reason(facts),
      Phrase(zh: "情况变化后，可以重新申请。", en: "You may apply again when things have changed."),
    ]
  }

  static let admissionLetter = Letter("admission", Phrase(zh: "入驻通知书", en: "Notice of Admission")) { facts in
    let (room, contract) = (facts.given[room] ?? "", facts.given[contract] ?? "")
    let (first, last) = (facts.given[firstDay]?.description ?? "", facts.given[leaseEnd]?.description ?? "")
    return [
      about(facts),
      Phrase(
        zh: "公示期满，合同 \(contract) 已签订。房间：\(room)，自 \(first) 起使用，合同至 \(last)。",
        en: "Publicity is over and contract \(contract) is signed. Room \(room), from \(first), contract until \(last)."
      ),
      Phrase(zh: "你机构已列入服务机构名录。请按期报送统计报表。", en: "You are in the public register. Please file your returns in time."),
    ]
  }

  private static func sheet(_ facts: LetterFacts) -> Phrase {
    let (number, names) = (facts.given[decisionNumber] ?? "", facts.given[panelNames] ?? "")
    let (yes, no) = (facts.given[votesFor] ?? 0, facts.given[votesAgainst] ?? 0)
    return Phrase(
      zh: "文号：\(number)。评审人：\(names)。表决：同意 \(yes) 票，反对 \(no) 票。评审人均声明无利害关系。",
      en: "No. \(number). Panel: \(names). Votes: \(yes) for, \(no) against. Every member declared to have no tie.")
  }

  private static func list(_ facts: LetterFacts, _ language: Language) -> String {
    let codes = facts.given[missing] ?? []
    return codes.map { missing.field.words(of: $0).text(in: language) }.joined(separator: language == .zh ? "、" : ", ")
  }

  private static func reason(_ facts: LetterFacts) -> Phrase {
    Phrase(zh: "说明：\(facts.reason ?? "")", en: "Reason: \(facts.reason ?? "")")
  }

  private static func about(_ facts: LetterFacts) -> Phrase {
    Phrase(
      zh: "关于\(facts.answers[name] ?? "")的入驻申请（\(facts.number)，\(facts.filedOn) 收到）：",
      en: "On the application of \(facts.answers[name] ?? "") to move in (\(facts.number), received \(facts.filedOn)):")
  }
}

extension LedgerField {
  /// The words of a choice's code; the code itself where there is none.
  func words(of code: String?) -> Phrase {
    guard let code else { return Phrase(zh: "", en: "") }
    let choices: [LedgerChoice]
    switch sort {
    case .choice(let all), .choices(let all): choices = all
    case .text, .lines, .day, .whole, .hundredths, .money, .share, .flag, .creditCode, .organisation, .person:
      choices = []
    }
    return choices.first { $0.code == code }?.words ?? Phrase(zh: code, en: code)
  }
}
