import Kernel
import Ledgers
import Matters

/// What is said with the steps of a complaint.
extension Complaint {
  static let correction = Question.lines("correction", Phrase(zh: "补正内容", en: "Correction")).required.personal
  static let ground = Question.choice(
    "refusal_ground", Phrase(zh: "不予受理的情形", en: "Ground"),
    [
      LedgerChoice("not-competent", Phrase(zh: "不属于本单位职责", en: "Not in charge of it")),
      LedgerChoice("settled-elsewhere", Phrase(zh: "法院、仲裁机构或其他部门已经受理或处理", en: "Dealt with elsewhere already")),
      LedgerChoice("no-consumer", Phrase(zh: "不是为生活消费需要，也不能证明存在争议", en: "No purchase or dispute was shown")),
      LedgerChoice("too-late", Phrase(zh: "超过规定期限", en: "Too late")),
      LedgerChoice("incomplete", Phrase(zh: "未按要求补正", en: "Not corrected as asked")),
      LedgerChoice("duplicate", Phrase(zh: "重复提出", en: "Made already")),
      LedgerChoice("other", Phrase(zh: "其他法定情形", en: "Other ground in law")),
    ]
  ).required
  static let address = Question.lines(
    "right_address", Phrase(zh: "应向何处提出（单位、地址、电话）", en: "Where to turn: body, address, telephone"), limit: 400
  ).required
  static let body = Question.line("right_body", Phrase(zh: "接收部门", en: "Body in charge"), limit: 120).required
  /// Named at acceptance, so that the other side learns of a complaint then and of a report never.
  static let respondentCode = Question.creditCode(
    "respondent_code", Phrase(zh: "被投诉人统一社会信用代码", en: "Credit code of the other side")
  ).required
  static let response = Question.lines("response", Phrase(zh: "答复内容", en: "Answer")).required
  static let confidence = Question.lines("confidence", Phrase(zh: "保密说明", en: "In confidence")).required.personal
  static let settlement = Question.lines("settlement", Phrase(zh: "协议内容", en: "What was settled")).required
  static let addition = Question.lines("addition", Phrase(zh: "补充内容", en: "Addition")).required.personal
  static let finding = Question.choice(
    "finding", Phrase(zh: "核查结果", en: "Finding"),
    [
      LedgerChoice("opened", Phrase(zh: "立案", en: "Case opened")),
      LedgerChoice("handed-over", Phrase(zh: "移交有管辖权的机关", en: "Handed over to the competent authority")),
      LedgerChoice("corrected", Phrase(zh: "责令改正，不予立案", en: "Ordered to correct; no case")),
      LedgerChoice("unfounded", Phrase(zh: "未发现违法，不予立案", en: "No offence found; no case")),
    ]
  ).required
  static let file = Question.lines("file_note", Phrase(zh: "核查记录", en: "Record of the verification")).required.personal
    .internalOnly
  static let outcome = Question.lines(
    "outcome", Phrase(zh: "处理结果", en: "Outcome")
  ).required.help(
    Phrase(zh: "不得写入能识别举报人的内容。", en: "Nothing in it may tell who reported."))
  static let rating = Question.whole("rating", Phrase(zh: "满意度（1–5）", en: "Satisfaction (1–5)"), 1...5).required
  static let comment = Question.lines("comment", Phrase(zh: "意见", en: "Comment"), limit: 1_000)
}
