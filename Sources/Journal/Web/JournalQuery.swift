import Journal
import Kernel
import Markup
import Web

/// What somebody asks the journal for, as it stands in the address.
struct JournalQuery {
  let action: String
  let actor: String
  let day: String
  let table: String
  let key: String
  let filter: JournalFilter
  /// By field.
  let faults: [String: Phrase]

  init(_ query: Query, kinds: RecordKinds) {
    action = query.text("action")
    actor = query.text("actor")
    day = query.text("day")
    table = query.text("table")
    key = query.text("key")
    var faults: [String: Phrase] = [:]
    let when = Day(day)
    if !day.isEmpty, when == nil { faults["day"] = FieldFault.noDay.phrase }
    let subject = table.isEmpty || key.isEmpty ? nil : Subject(table: table, key: key)
    if table.isEmpty != key.isEmpty { faults[table.isEmpty ? "table" : "key"] = Self.bothOrNone }
    if !table.isEmpty, !key.isEmpty, subject == nil { faults["key"] = Self.noKey }
    filter = JournalFilter(
      action: action.isEmpty ? nil : action, actor: actor.isEmpty ? nil : actor, day: when, subject: subject)
    self.faults = faults
  }

  private static let bothOrNone = Phrase(
    zh: "记录种类与编号须一并填写", en: "Please give both the kind of record and its id")
  private static let noKey = Phrase(
    zh: "编号应为13位字母数字，可从记录的地址中复制", en: "An id has 13 letters and digits; copy it from the record's address")

  var isEmpty: Bool { [action, actor, day, table, key].allSatisfy(\.isEmpty) }

  func link(before number: Int64?) -> Link {
    let pairs = [
      ("action", action), ("actor", actor), ("day", day), ("table", table), ("key", key),
      ("before", number.map(String.init) ?? ""),
    ]
    return Link("/journal", query: pairs.filter { !$0.1.isEmpty })
  }

  func fields(_ kinds: RecordKinds) -> HTML {
    """
    \(field("actor", Phrase(zh: "操作人登录名", en: "Who (sign-in name)"), .search, values: [actor]))\
    \(field("day", Phrase(zh: "日期", en: "Day"), .day, values: [day], error: faults["day"]))\
    \(field(
      "action", Phrase(zh: "操作代码", en: "Action code"), .search, values: [action],
      help: Phrase(zh: "如 patents.import-start；也可点击列表中的代码", en: "Such as patents.import-start; or click a code in the list")))\
    \(field("table", Phrase(zh: "记录种类", en: "Kind of record"), .list(kinds.choices), values: [table], error: faults["table"]))\
    \(field("key", Phrase(zh: "记录编号", en: "The record's id"), .search, values: [key], error: faults["key"]))
    """
  }
}
