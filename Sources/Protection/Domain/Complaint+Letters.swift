import Kernel
import Ledgers
import Matters

/// What a complaint or report issues; none of it says who complained.
extension Complaint {
  static let correctionLetter = Letter(
    "correction", Phrase(zh: "补正通知书", en: "Request for Correction"), to: asking
  ) { facts in
    [
      about(facts),
      Phrase(zh: "请补充：\(facts.grounds)", en: "Please add: \(facts.reason ?? "")"),
      Phrase(zh: "补充期间不计入办理时限。", en: "The time until then is not counted."),
    ]
  }

  static let refusalLetter = Letter(
    "refusal", Phrase(zh: "不予受理决定书", en: "Decision of Non-acceptance"), to: asking
  ) { facts in
    let words = words(ground, facts.given[ground])
    return [
      about(facts),
      Phrase(
        zh: "决定不予受理。情形：\(words.zh)。理由：\(facts.grounds)",
        en: "It is not accepted. Ground: \(words.en). Reason: \(facts.reason ?? "")"),
      turn(facts),
    ]
  }

  static let referralLetter = Letter(
    "referral", Phrase(zh: "移送告知书", en: "Notice of Referral"), to: asking
  ) { facts in
    let body = facts.given[body] ?? ""
    return [
      about(facts),
      Phrase(
        zh: "因不属于本单位职责，已移送\(body)。理由：\(facts.grounds)",
        en: "It was passed on to \(body), which is in charge of it: \(facts.reason ?? "")"),
      turn(facts),
    ]
  }

  static let mediationLetter = Letter(
    "mediation", Phrase(zh: "投诉受理与调解通知书", en: "Notice of Acceptance and Mediation"), to: bothSides
  ) { facts in
    let ends = facts.due("mediation").map(\.long).map {
      Phrase(zh: "至\($0.zh)未达成协议的，终止调解。", en: " Without agreement by \($0.en) the mediation ends.")
    }
    return [
      about(facts),
      Phrase(
        zh: "决定受理并组织调解。请被投诉人就投诉请求提交答复。\(ends?.zh ?? "")",
        en: "It is accepted for mediation. The other side is asked for its answer.\(ends?.en ?? "")"),
    ]
  }

  static let acceptanceLetter = Letter(
    "acceptance", Phrase(zh: "举报受理告知书", en: "Notice of Acceptance"), to: asking
  ) { facts in
    let due = facts.due("verify")?.long
    return [
      about(facts),
      Phrase(
        zh: "已受理，将\(due.map { "于\($0.zh)前" } ?? "")核查并决定是否立案。举报人信息依法保密。",
        en: "It is accepted; it will be verified and decided\(due.map { " by \($0.en)" } ?? ""). "
          + "Who reported is kept secret by law."),
    ]
  }

  static let settlementLetter = Letter(
    "settlement", Phrase(zh: "投诉调解书", en: "Settlement of the Complaint"), to: bothSides
  ) { facts in
    let settlement = facts.given[settlement] ?? ""
    return [
      about(facts),
      Phrase(zh: "双方达成协议：\(LetterFacts.sentence(settlement))", en: "Both sides settled as follows: \(settlement)"),
    ]
  }

  static let endLetter = Letter(
    "end", Phrase(zh: "终止调解决定书", en: "Decision to End the Mediation"), to: bothSides
  ) { facts in
    [
      about(facts),
      Phrase(zh: "双方未达成协议，终止调解。", en: "No agreement was reached; the mediation ends."),
      Phrase(zh: "可以依法申请仲裁或者提起诉讼。", en: "You may go to arbitration or to court."),
    ]
  }

  static let answerLetter = Letter(
    "answer", Phrase(zh: "答复书", en: "Answer"), to: asking
  ) { facts in
    let outcome = facts.given[outcome].map { Phrase(zh: "处理结果：\(LetterFacts.sentence($0))", en: "Outcome: \($0)") }
    let due = facts.due("objection").map(\.long).map {
      Phrase(zh: "如有异议，请于\($0.zh)前（含当日）提出。", en: "You may object until \($0.en).")
    }
    return [about(facts)] + [outcome].compactMap(\.self)
      + [Phrase(zh: "理由：\(facts.grounds)", en: "Reasons: \(facts.reason ?? "")")] + [due].compactMap(\.self)
  }

  private static func about(_ facts: LetterFacts) -> Phrase {
    let subject = facts.answers[subject] ?? ""
    return Phrase(
      zh: "关于“\(subject)”一事，已于\(facts.filedOn.long.zh)收到。",
      en: "On “\(subject)” (\(facts.number), received \(facts.filedOn.long.en)):")
  }

  /// By name, where one was left.
  private static let asking: @Sendable (LetterFacts) -> String = { facts in
    guard facts.addressee.isEmpty else { return facts.addressee }
    return facts.answers[kind].map(reports.contains) == true ? "举报人" : "投诉人"
  }

  private static let bothSides: @Sendable (LetterFacts) -> String = { "投诉人、\($0.answers[target] ?? "被投诉人")" }

  private static func turn(_ facts: LetterFacts) -> Phrase {
    let address = facts.given[address] ?? ""
    return Phrase(zh: "您可以向以下单位提出：\(LetterFacts.sentence(address))", en: "You may turn to: \(address)")
  }

  private static func words(_ question: Question<String>, _ code: String?) -> Phrase {
    guard case .choice(let choices) = question.field.sort else { return Phrase(zh: "", en: "") }
    return choices.first { $0.code == code }?.words ?? Phrase(zh: code ?? "", en: code ?? "")
  }
}
