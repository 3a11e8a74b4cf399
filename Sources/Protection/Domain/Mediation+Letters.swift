import Kernel
import Ledgers
import Matters

/// What a mediation issues.
extension Mediation {
  static let correctionLetter = Letter(
    "correction", Phrase(zh: "补正通知书", en: "Request for Correction")
  ) { facts in
    [
      about(facts),
      Phrase(zh: "经审查，需要补正：\(facts.grounds)", en: "Please correct the following: \(facts.reason ?? "")"),
      Phrase(zh: "补正期间不计入办理时限。", en: "The time until the correction is not counted."),
    ]
  }

  static let refusalLetter = Letter(
    "refusal", Phrase(zh: "不予受理通知书", en: "Notice of Non-acceptance")
  ) { facts in
    [
      about(facts),
      Phrase(zh: "经审查，决定不予受理。理由：\(facts.grounds)", en: "It is not accepted: \(facts.reason ?? "")"),
      elsewhere,
    ]
  }

  static let inquiryLetter = Letter(
    "inquiry", Phrase(zh: "调解意见征询书", en: "Request for Consent to Mediation"),
    to: { $0.answers[respondentName] ?? "" }
  ) { facts in
    let (claimant, subject) = (facts.answers[claimant] ?? "", facts.answers[subject] ?? "")
    let requests = facts.answers[requests] ?? ""
    var all = [
      Phrase(
        zh: "\(claimant)于\(facts.filedOn.long.zh)就“\(subject)”申请调解，调解请求：\(LetterFacts.sentence(requests))",
        en: "\(claimant) applies for mediation of “\(subject)” and asks for: \(requests)"),
      Phrase(
        zh: "调解自愿、免费。请答复是否同意调解；不答复的，视为不同意。",
        en: "Mediation is voluntary and free. Please answer whether you consent; silence counts as no."),
    ]
    if let due = facts.due("answer")?.long {
      all.append(Phrase(zh: "请于\(due.zh)前（含当日）答复。", en: "Please answer by \(due.en)."))
    }
    return all
  }

  static let acceptanceLetter = Letter(
    "acceptance", Phrase(zh: "调解受理通知书", en: "Notice of Mediation"), to: bothSides
  ) { facts in
    let due = (facts.due("term") ?? facts.due("courtTerm"))?.long
    return [
      about(facts),
      Phrase(
        zh: "双方均同意调解，现予立案并选定调解员。任何一方可以书面理由申请调解员回避。",
        en: "Both sides consent; the mediation is opened and a mediator named. Either side may object with reasons."),
    ] + (due.map { [Phrase(zh: "调解期限至\($0.zh)。", en: "The mediation should end by \($0.en).")] } ?? [])
  }

  static let noConsentLetter = Letter(
    "no-consent", Phrase(zh: "终结告知书", en: "Notice of No Consent"), to: bothSides
  ) { facts in
    [
      about(facts),
      Phrase(
        zh: "被申请人不同意调解或者逾期未答复，本次调解不予立案。",
        en: "The other side declined, or did not answer in time. No mediation is opened."),
      elsewhere,
    ]
  }

  /// What both sides sign.
  static let agreementLetter = Letter(
    "agreement", Phrase(zh: "调解协议书", en: "Mediation Agreement"), to: bothSides
  ) { facts in
    let by = facts.given.day(performedBy.field.name).map {
      Phrase(zh: "履行期限：\($0.long.zh)。", en: "To be performed by \($0.long.en).")
    }
    return [
      Phrase(
        zh: "双方就“\(facts.answers[subject] ?? "")”自愿达成以下协议：",
        en: "On “\(facts.answers[subject] ?? "")” both sides agree of their own will:"),
      Phrase(zh: facts.given[agreement] ?? "", en: facts.given[agreement] ?? ""),
    ] + [by].compactMap(\.self) + [
      Phrase(
        zh: "本协议经双方签字、调解组织盖章后生效。双方可以共同申请司法确认。",
        en: "It takes effect once both have signed and the seal is on it. Both together may apply for confirmation."),
      Phrase(zh: "申请人（签字或盖章）：", en: "The applicant (signature or seal):"),
      Phrase(zh: "被申请人（签字或盖章）：", en: "The other side (signature or seal):"),
      Phrase(zh: "调解员（签字）：", en: "The mediator (signature):"),
    ]
  }

  static let confirmationLetter = Letter(
    "confirmation", Phrase(zh: "司法确认告知书", en: "Notice on Judicial Confirmation"), to: bothSides
  ) { facts in
    let until = facts.due("confirmation").map(\.long).map {
      Phrase(zh: "，期限至\($0.zh)；逾期不再受理", en: " until \($0.en), not later")
    }
    return [
      about(facts),
      Phrase(
        zh: "调解协议自\(facts.issuedOn.long.zh)起生效。双方可以共同向有管辖权的人民法院申请司法确认\(until?.zh ?? "")。",
        en: "The agreement takes effect on \(facts.issuedOn.long.en). Both sides together may apply to the competent "
          + "court for confirmation\(until?.en ?? "")."),
      Phrase(
        zh: "申请材料：一、司法确认申请书（双方共同签名）；二、调解协议书；三、双方身份证明或营业执照、授权委托书；四、与协议相关的权利证明；"
          + "五、双方送达地址和联系方式。",
        en: "To be handed in: the application signed by both; the agreement; identity papers or business licences "
          + "with powers of attorney; proof of the rights concerned; addresses for service of both."),
    ]
  }

  static let endLetter = Letter(
    "end", Phrase(zh: "调解终止通知书", en: "Notice of the End of Mediation"), to: bothSides
  ) { facts in
    let reason = facts.reason.map { Phrase(zh: "理由：\(facts.grounds)", en: "Reason: \($0)") }
    return [about(facts), Phrase(zh: "双方未达成协议，调解终止。", en: "The mediation ends without agreement.")]
      + [reason].compactMap(\.self) + [elsewhere]
  }

  private static let elsewhere = Phrase(
    zh: "您可以向有管辖权的人民法院起诉、依仲裁协议申请仲裁；专利侵权纠纷可以请求专利行政部门裁决。",
    en: "You may go to the competent court, to arbitration where it was agreed, or, for the infringement of a patent, "
      + "to the patent authority.")

  private static func about(_ facts: LetterFacts) -> Phrase {
    let subject = facts.answers[subject] ?? ""
    return Phrase(
      zh: "关于“\(subject)”的调解申请，已于\(facts.filedOn.long.zh)收到。",
      en: "On the application for mediation of “\(subject)” (\(facts.number), received \(facts.filedOn.long.en)):")
  }

  private static let bothSides: @Sendable (LetterFacts) -> String = { facts in
    [facts.answers[claimant], facts.answers[respondentName]].compactMap(\.self).joined(separator: "、")
  }
}
