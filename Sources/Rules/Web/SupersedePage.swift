import Kernel
import Markup
import Rules
import RulesStore
import Web

/// The form that puts a value in the place of another.
func supersedePage(_ file: RuleFile, _ state: FormState) -> Page {
  let rule = file.rule
  let now: HTML = """
    <p>\(Phrase(zh: "现行取值：", en: "Value now: "))<strong>\(file.finding.phrase)</strong> \(ruleStatus(file.finding))</p>
    """
  return Page(
    Phrase(zh: "替换取值", en: "Supersede the value"),
    trail: [Crumb(Phrase(zh: "规则库", en: "Rules"), RulePath.list), Crumb(rule.title, RulePath.show(rule.id))],
    """
    \(now)
    \(state.form(
      to: RulePath.supersede(rule.id), submit: Phrase(zh: "替换并留痕", en: "Supersede and record"),
      "\(valueField(file, state))\(groundFields(state))"))
    """)
}

/// The form that takes a mistaken entry back.
///
/// - Parameter rest: what the rule says on the entry's first day without it.
func withdrawPage(_ entry: Supersession, of rule: Rule, leaving rest: RuleFinding, _ state: FormState) -> Page {
  let (value, after) = (entry.value.phrase(in: rule.unit), rest.phrase)
  return Page(
    Phrase(zh: "撤回替换", en: "Withdraw an entry"),
    trail: [Crumb(Phrase(zh: "规则库", en: "Rules"), RulePath.list), Crumb(rule.title, RulePath.show(rule.id))],
    """
    <p>\(Phrase(
      zh: "仅用于撤回误录。撤回“\(value.zh)”后，这条规则在 \(entry.from) 的取值为“\(after.zh)”；记录仍保留。",
      en: "Only for mistakes. Without “\(value.en)” the rule reads “\(after.en)” on \(entry.from); the entry stays on record."))</p>
    \(state.form(
      to: RulePath.withdraw(entry), submit: Phrase(zh: "撤回", en: "Withdraw"),
      state.field("reason", Phrase(zh: "撤回理由", en: "Reason"), .area(), need: .required)))
    """)
}

private func valueField(_ file: RuleFile, _ state: FormState) -> HTML {
  let unit = file.rule.unit
  let current: String = if case .value(let reading) = file.finding { formText(reading.value) } else { "" }
  let label = Phrase(zh: "新取值（\(unit.phrase.zh)）", en: "New value (\(unit.phrase.en))")
  let sort: FieldSort =
    switch unit {
    case .flag: .radio([Choice("true", Phrase(zh: "是", en: "yes")), Choice("false", Phrase(zh: "否", en: "no"))])
    case .date: .day
    case .text: .area(rows: 3)
    case .table: .area(rows: 12)
    case .count, .points, .hours, .days, .workingDays, .months, .years, .millimetres, .multiple: .number(0...1_000_000)
    case .fen, .basisPoints, .dayOfYear, .window: .text
    }
  return state.field("value", label, sort, else: current, need: .required, help: help(unit))
}

private func help(_ unit: RuleUnit) -> Phrase? {
  switch unit {
  case .fen: Phrase(zh: "以元计，最多两位小数，如 100000", en: "In yuan, at most two decimals, such as 100000")
  case .basisPoints: Phrase(zh: "以百分比计，最多两位小数，如 12.5", en: "Per cent, at most two decimals, such as 12.5")
  case .dayOfYear: Phrase(zh: "月-日，如 06-30", en: "Month and day, such as 06-30")
  case .window: Phrase(zh: "起止月-日，如 01-01..06-30", en: "First and last month and day, such as 01-01..06-30")
  case .text: Phrase(zh: "第一行中文，第二行英文", en: "Chinese on the first line, English on the second")
  case .table:
    Phrase(
      zh: "第一行为单位，以下每行“代码 | 中文 | 英文 | 数值”；数值可写 15、100..200、..200、80..<90，金额以分计；单位为 text 时不写数值",
      en: "The unit on the first line, then lines “key | Chinese | English | number”; "
        + "numbers as 15, 100..200, ..200 or 80..<90, money in fen; no number where the unit is text")
  case .count, .points, .hours, .days, .workingDays, .months, .years, .millimetres, .multiple:
    Phrase(zh: "整数，如 15", en: "A whole number, such as 15")
  case .flag, .date: nil
  }
}

/// Who enters a value says how well it is known; nothing counts as sourced by itself.
private func groundFields(_ state: FormState) -> HTML {
  let grounds = [
    Choice(
      SupersessionDraft.Ground.recalled.rawValue,
      Phrase(
        zh: "待核：据文件录入，尚未附原文；使用处均作标注", en: "To be verified: from a document, its text not attached; marked wherever used"
      )),
    Choice(
      SupersessionDraft.Ground.sourced.rawValue,
      Phrase(
        zh: "有据：已读到原文或其公开副本，须填文号和副本网址",
        en: "Sourced: the text or a public copy was read; needs its number and the copy's address")),
    Choice(
      SupersessionDraft.Ground.adopted.rawValue,
      Phrase(
        zh: "自定：本试验区自行确定，不是法定值，须填决定日期",
        en: "Adopted: set by the zone itself, not by law; needs the day of the decision")),
  ]
  return """
    \(state.field("from", Phrase(zh: "自何日起适用", en: "Holds from"), .day, need: .required))\
    \(state.field(
      "status", Phrase(zh: "状态", en: "Status"), .radio(grounds), else: SupersessionDraft.Ground.recalled.rawValue,
      need: .required))\
    \(state.field(
      "document", Phrase(zh: "文件名称或决定单位", en: "Name of the document, or who decided"), need: .required,
      help: Phrase(zh: "不必加书名号", en: "Without quotation marks")))\
    \(state.field("number", Phrase(zh: "文号", en: "Document number"), need: .required))\
    \(state.field("article", Phrase(zh: "条款", en: "Article")))\
    \(state.field(
      "copy", Phrase(zh: "原文或副本的网址", en: "Address of the text or of a copy"),
      help: Phrase(zh: "“有据”的必填，以 http:// 或 https:// 开头", en: "Needed for a sourced value; begins with http:// or https://")))\
    \(state.field(
      "decided-on", Phrase(zh: "决定日期", en: "Decided on"), .day,
      help: Phrase(zh: "“自定”的必填", en: "Needed for an adopted value")))\
    \(state.field("reason", Phrase(zh: "替换理由", en: "Reason"), .area(), need: .required))
    """
}
