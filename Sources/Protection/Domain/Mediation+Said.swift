import Kernel
import Ledgers
import Matters

/// What is said with the steps of a mediation.
extension Mediation {
  static let correction = Question.lines("correction", Phrase(zh: "补正内容", en: "Correction")).required
  static let heldOn = Question.day("held_on", Phrase(zh: "调解日期", en: "Held on")).required
  static let heldAs = Question.choice(
    "held_as", Phrase(zh: "方式", en: "Form"),
    [
      LedgerChoice("together", Phrase(zh: "双方到场", en: "Both present")),
      LedgerChoice("video", Phrase(zh: "视频", en: "By video")),
      LedgerChoice("phone", Phrase(zh: "电话", en: "By telephone")),
    ]
  ).required
  static let minutes = Question.lines("minutes", Phrase(zh: "调解笔录（双方可见）", en: "Minutes, read by both sides")).required
  static let privateNote = Question.lines("private_note", Phrase(zh: "保密记录", en: "Confidential note")).required.personal
  static let filerStatement = Question.lines("filer_statement", Phrase(zh: "保密陈述", en: "Confidential statement"))
    .required.personal
  static let respondentStatement = Question.lines(
    "respondent_statement", Phrase(zh: "保密陈述", en: "Confidential statement")
  ).required.personal
  static let agreement = Question.lines("agreement", Phrase(zh: "协议内容", en: "Text of the agreement"), limit: 8_000)
    .required
  static let performedBy = Question.day("performed_by", Phrase(zh: "履行期限", en: "To be performed by"))
  static let signatory = Question.line("signatory", Phrase(zh: "签字人姓名", en: "Name of who signs"), limit: 60).required
    .personal
  static let confirmingCourt = Question.line("confirming_court", Phrase(zh: "受理法院", en: "Court"), limit: 100).required
  static let appliedOn = Question.day("applied_on", Phrase(zh: "申请日期", en: "Applied on")).required
  static let rulingNumber = Question.line("ruling_number", Phrase(zh: "裁定书案号", en: "Number of the ruling"), limit: 60)
    .required
  static let ruledOn = Question.day("ruled_on", Phrase(zh: "裁定日期", en: "Ruled on")).required
  static let performance = Question.choice(
    "performance", Phrase(zh: "履行情况", en: "Performance"),
    [
      LedgerChoice("whole", Phrase(zh: "已履行", en: "Performed")),
      LedgerChoice("part", Phrase(zh: "部分履行", en: "Performed in part")),
      LedgerChoice("due", Phrase(zh: "尚未到期", en: "Not due yet")),
      LedgerChoice("none", Phrase(zh: "未履行", en: "Not performed")),
    ]
  ).required
  static let callNote = Question.lines("call_note", Phrase(zh: "回访记录", en: "Note of the call"))
}
