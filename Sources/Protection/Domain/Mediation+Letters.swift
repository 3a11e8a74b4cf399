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
      Phrase(zh: "经审查，需要补正：\(facts.reason ?? "")", en: "Please correct the following: \(facts.reason ?? "")"),
      Phrase(zh: "补正期间不计入办理时限。", en: "The time until the correction is not counted."),
    ]
  }

  static let refusalLetter = Letter(
    "refusal", Phrase(zh: "不予受理通知书", en: "Notice of Non-acceptance")
  ) { facts in
    [
      about(facts),
      Phrase(zh: "经审查，决定不予受理。理由：\(facts.reason ?? "")", en: "It is not accepted: \(facts.reason ?? "")"),
      elsewhere,
    ]
  }

  static let inquiryLetter = Letter(
    "inquiry", Phrase(zh: "调解意见征询书", en: "Request for Consent to Mediation")
  ) { facts in
    let (claimant, subject) = (facts.answers[claimant] ?? "", facts.answers[subject] ?? "")
    let requests = facts.answers[requests] ?? ""
    var all = [
      Phrase(
        zh: "\(facts.answers[respondentName] ?? "")：", en: "To \(facts.answers[respondentName] ?? ""):"),
      Phrase(
        zh: "\(claimant)就“\(subject)”向我中心申请调解，调解请求：\(requests)",
        en: "\(claimant) applies for mediation of “\(subject)” and asks for: \(requests)"),
      Phrase(
        zh: "调解自愿、免费。请答复是否同意调解；不答复的，视为不同意。",
        en: "Mediation is voluntary and free. Please answer whether you consent; silence counts as no."),
    ]
    if let due = facts.due("answer") {
      all.append(Phrase(zh: "答复期限：\(due)", en: "Please answer by \(due)."))
    }
    return all
  }

  static let acceptanceLetter = Letter(
    "acceptance", Phrase(zh: "调解受理通知书", en: "Notice of Mediation")
  ) { facts in
    let due = facts.due("term") ?? facts.due("courtTerm")
    return [
      about(facts),
      Phrase(
        zh: "双方均同意调解，现予立案并选定调解员。任何一方可以书面理由申请调解员回避。",
        en: "Both sides consent; the mediation is opened and a mediator named. Either side may object with reasons."),
    ] + (due.map { [Phrase(zh: "调解期限至 \($0)。", en: "The mediation should end by \($0).")] } ?? [])
  }

  static let noConsentLetter = Letter(
    "no-consent", Phrase(zh: "终结告知书", en: "Notice of No Consent")
  ) { facts in
    [
      about(facts),
      Phrase(
        zh: "被申请人不同意调解或者逾期未答复，本次调解不予立案。",
        en: "The other side declined, or did not answer in time. No mediation is opened."),
      elsewhere,
    ]
  }

  static let confirmationLetter = Letter(
    "confirmation", Phrase(zh: "司法确认告知书", en: "Notice on Judicial Confirmation")
  ) { facts in
    let due = facts.due("confirmation")?.description ?? "—"
    return [
      about(facts),
      Phrase(
        zh: "调解协议自 \(facts.issuedOn) 起生效。双方可以共同向有管辖权的人民法院申请司法确认，期限至 \(due)；逾期不再受理。",
        en: "The agreement takes effect on \(facts.issuedOn). Both sides together may apply to the competent court "
          + "for confirmation until \(due), not later."),
      Phrase(
        zh: "申请材料：一、司法确认申请书（双方共同签名）；二、调解协议书；三、双方身份证明或营业执照、授权委托书；四、与协议相关的权利证明；"
          + "五、双方送达地址和联系方式。",
        en: "To be handed in: the application signed by both; the agreement; identity papers or business licences "
          + "with powers of attorney; proof of the rights concerned; addresses for service of both."),
    ]
  }

  static let endLetter = Letter(
    "end", Phrase(zh: "调解终止通知书", en: "Notice of the End of Mediation")
  ) { facts in
    let reason = facts.reason.map { Phrase(zh: "理由：\($0)", en: "Reason: \($0)") }
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
      zh: "关于“\(subject)”的调解申请（\(facts.number)，\(facts.filedOn) 收到）：",
      en: "On the application for mediation of “\(subject)” (\(facts.number), received \(facts.filedOn)):")
  }
}
