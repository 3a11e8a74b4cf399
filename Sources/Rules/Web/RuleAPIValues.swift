import API
import Kernel
import Rules
import RulesStore

/// A rule with what it says on the day in question.
struct RuleSummary: APIValue {
  let id: String
  let group: String
  let title: Phrase
  let unit: String
  let status: String?
  let value: String?
  let mark: Phrase?

  init(_ rule: Rule, _ finding: RuleFinding) {
    id = rule.id.description
    group = rule.group.key
    title = rule.title
    unit = rule.unit.rawValue
    status = finding.status?.rawValue
    if case .value(let reading) = finding {
      value = reading.value.written
      mark = reading.mark
    } else {
      value = nil
      mark = nil
    }
  }

  static var schema: APISchema { .object("RuleSummary", fields) }

  static var fields: [APIField] {
    [
      APIField("id", .text, Phrase(zh: "编号", en: "Its name")),
      APIField("group", .text, Phrase(zh: "分类", en: "Its subject")),
      APIField("title", .phrase, Phrase(zh: "名称", en: "Its title")),
      APIField("unit", .choice(RuleUnit.allCases.map(\.rawValue)), Phrase(zh: "单位", en: "What the value counts")),
      APIField(
        "status", .choice(RuleStatus.allCases.map(\.rawValue)), Phrase(zh: "状态；当日无效力则没有", en: "Absent if not in force"),
        .sometimes),
      APIField("value", .text, Phrase(zh: "取值；未知则没有", en: "Absent if unknown"), .sometimes),
      APIField("mark", .phrase, Phrase(zh: "使用时必须标注的文字", en: "What must stand beside the value"), .sometimes),
    ]
  }
}

/// A rule with every value it had, has or will have.
struct RuleDetail: APIValue {
  let rule: RuleSummary
  let supplier: Phrase
  let values: [RuleValueView]
  let usedBy: [Phrase]

  init(_ file: RuleFile) {
    rule = RuleSummary(file.rule, file.finding)
    supplier = file.rule.supplier
    values =
      file.rule.periods.map { RuleValueView($0) }
      + file.entries.filter { $0.withdrawnAt == nil }.map { RuleValueView($0) }
    usedBy = file.uses.map(\.function)
  }

  static var schema: APISchema {
    .object(
      "RuleDetail",
      [
        APIField("rule", RuleSummary.schema, Phrase(zh: "当日的规则", en: "The rule on the day in question")),
        APIField("supplier", .phrase, Phrase(zh: "可提供或确认的单位", en: "Who may supply or confirm it")),
        APIField("values", .array(RuleValueView.schema), Phrase(zh: "全部取值", en: "All values")),
        APIField("usedBy", .array(.phrase), Phrase(zh: "使用处", en: "Functions that use it")),
      ])
  }
}

/// One value with its days and ground.
struct RuleValueView: APIValue {
  let value: String?
  let from: Day?
  let to: Day?
  let status: String
  let source: Phrase?
  let entered: Bool

  init(_ period: RulePeriod) {
    value = period.value?.written
    from = period.from
    to = period.to
    status = period.status.rawValue
    source = period.basis.source?.phrase
    entered = false
  }

  init(_ entry: Supersession) {
    value = entry.value.written
    from = entry.from
    to = nil
    status = entry.ruleBasis.status.rawValue
    source = entry.ruleBasis.source?.phrase
    entered = true
  }

  static var schema: APISchema {
    .object(
      "RuleValue",
      [
        APIField("value", .text, Phrase(zh: "取值；未知则没有", en: "Absent if unknown"), .sometimes),
        APIField("from", .day, Phrase(zh: "首日", en: "First day in force"), .sometimes),
        APIField("to", .day, Phrase(zh: "末日", en: "Last day in force"), .sometimes),
        APIField("status", .choice(RuleStatus.allCases.map(\.rawValue)), Phrase(zh: "状态", en: "Status")),
        APIField("source", .phrase, Phrase(zh: "依据", en: "Source"), .sometimes),
        APIField("entered", .boolean, Phrase(zh: "是否由管理员录入", en: "Whether an administrator entered it")),
      ])
  }
}
