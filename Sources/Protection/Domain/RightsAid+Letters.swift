import Kernel
import Matters

extension RightsAid {
  static let acceptanceNotice = Letter("acceptance", Phrase(zh: "维权援助受理通知书", en: "Notice of acceptance")) { facts in
    var body = [
      Phrase(
        zh: "你单位于\(facts.filedOn.long.zh)提出的维权援助申请，经审查符合受理条件，现予受理。",
        en:
          "Your application for aid of \(facts.filedOn.long.en) (\(facts.number)) meets the conditions and is accepted."
      )
    ]
    if let due = facts.due("handling")?.long {
      body.append(Phrase(zh: "办理期限至\(due.zh)。援助不收取费用。", en: "It will be handled by \(due.en). Aid is free of charge."))
    }
    return body
  }

  static let correctionNotice = Letter("correction", Phrase(zh: "维权援助补正通知书", en: "Request for correction")) { facts in
    [
      Phrase(
        zh: "你单位的维权援助申请（\(facts.number)）需补正以下内容：", en: "Your application for aid (\(facts.number)) has to be corrected:"
      ),
      Phrase(zh: facts.grounds, en: facts.reason ?? ""),
      Phrase(zh: "受理期限自通知之日起停止计算，补正后继续计算。", en: "The time for acceptance stands still until the correction arrives."),
    ]
  }

  static let refusalNotice = Letter("refusal", Phrase(zh: "维权援助不予受理通知书", en: "Notice of non-acceptance")) { facts in
    let place = facts.given[RightsAid.whereTo] ?? ""
    return [
      Phrase(
        zh: "你单位的维权援助申请（\(facts.number)）不予受理，理由如下：",
        en: "Your application for aid (\(facts.number)) is not accepted because:"),
      Phrase(zh: facts.grounds, en: facts.reason ?? ""),
      Phrase(zh: "你单位可向以下部门提出：\(place)。", en: "You may turn to: \(place)."),
    ]
  }
}
