import API
import Kernel
import Rules

/// A deadline for programs.
struct DeadlineView: APIValue {
  let rule: String
  let title: Phrase
  let after: Day
  let first: Day
  let length: Int
  let unit: String
  let deadline: Day
  let movedFrom: Day?
  let provisional: Int?
  let caution: Phrase?
  let startCaution: Phrase?
  let status: String
  let mark: Phrase?
  let source: Phrase?
  let entered: Bool

  init(_ found: RuleDeadline) {
    let reading = found.reading
    rule = reading.id.description
    title = reading.title
    after = found.start
    first = found.firstCounted
    length = reading.value
    unit = reading.unit.rawValue
    deadline = found.end.day
    movedFrom = found.movedFrom
    provisional = found.end.provisional
    caution = found.caution
    startCaution = found.startCaution
    status = reading.status.rawValue
    mark = reading.mark
    source = reading.source?.phrase
    entered = reading.supersession != nil
  }

  static var schema: APISchema { .object("Deadline", ruleFields + dayFields) }

  private static var ruleFields: [APIField] {
    [
      APIField("rule", .text, Phrase(zh: "规则编号", en: "The rule's name")),
      APIField("title", .phrase, Phrase(zh: "规则名称", en: "The rule's title")),
      APIField("length", .integer(), Phrase(zh: "期限长度", en: "How long the time limit is")),
      APIField(
        "unit", .choice(RuleUnit.allCases.filter(\.isTimeLimit).map(\.rawValue)),
        Phrase(zh: "期限单位", en: "What the length counts")),
      APIField("status", .choice(RuleStatus.allCases.map(\.rawValue)), Phrase(zh: "规则状态", en: "The rule's status")),
      APIField("mark", .phrase, Phrase(zh: "使用时必须标注的文字", en: "What must stand beside the day"), .sometimes),
      APIField("source", .phrase, Phrase(zh: "依据", en: "Source"), .sometimes),
      APIField("entered", .boolean, Phrase(zh: "取值是否由管理员录入", en: "Whether an administrator entered the value")),
    ]
  }

  private static var dayFields: [APIField] {
    [
      APIField("after", .day, Phrase(zh: "起算日，不计入", en: "The day of the event, not counted")),
      APIField("first", .day, Phrase(zh: "计入的首日", en: "The first day counted")),
      APIField("deadline", .day, Phrase(zh: "届满日", en: "The last day")),
      APIField("movedFrom", .day, Phrase(zh: "因遇休息日而顺延前的日期", en: "The day off that it moved from"), .sometimes),
      APIField(
        "provisional", .integer(),
        Phrase(zh: "计算所需而没有节假日安排的年份", en: "The year without a holiday notice that the count met"),
        .sometimes),
      APIField("caution", .phrase, Phrase(zh: "暂定日期的提示", en: "What to tell beside a provisional day"), .sometimes),
      APIField(
        "startCaution", .phrase,
        Phrase(zh: "规则起始日期未收录的提示", en: "What to tell where the rule's first day is not recorded"), .sometimes),
    ]
  }
}
