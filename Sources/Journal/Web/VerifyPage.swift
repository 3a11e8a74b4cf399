import Journal
import Kernel
import Markup
import Web

/// The form that starts a check of the whole journal, and what the last one found.
func verifyPage(_ state: FormState, verdict: JournalVerdict? = nil, wanted: String? = nil) -> Page {
  Page(
    Phrase(zh: "核验留痕", en: "Verify the journal"),
    trail: [Crumb(Phrase(zh: "留痕", en: "Journal"), JournalPath.list)],
    """
    \(verdict.map { "<section id=\"verdict\">\(shown($0, wanted))</section>\n" as HTML })\
    <p class="lead">\(Phrase(
      zh: "重新计算整条链和每一条受留痕保护的记录，与存下的哈希逐一比对。数据量大时需要几分钟，期间平台可照常使用。",
      en: "Computes the whole chain and every record that it vouches for anew, and compares them with the stored hashes. With much data it takes minutes; the platform can be used meanwhile."))</p>
    \(state.form(
      to: JournalPath.verify, submit: Phrase(zh: "开始核验", en: "Verify now"),
      state.field(
        "head", Phrase(zh: "以前保存的链首", en: "A head kept earlier"), else: wanted ?? "",
        help: Phrase(
          zh: "选填，64 位十六进制字符。填写后一并核对它是否仍在链中，可发现末尾被截断",
          en: "Optional, 64 hexadecimal digits. The check then also asks whether the chain still holds it, so a cut tail shows"))))
    <p><a href="\(JournalPath.heads)">\(Phrase(zh: "查看公布的每日链首", en: "See the published daily heads"))</a></p>
    """)
}

private func shown(_ verdict: JournalVerdict, _ wanted: String?) -> HTML {
  switch verdict {
  case .intact(let entries, let records, let head):
    """
    \(notice(.success, Phrase(zh: "核验通过：留痕与记录完好", en: "Verified: journal and records are intact"),
      "\(wanted.map { _ in "<p>\(Phrase(zh: "您提供的链首在链中。", en: "The chain holds the head you gave."))</p>" as HTML })"))
    \(tiles([
      Tile(Phrase(zh: "留痕条数", en: "Entries"), "\(Count(Int(entries)))", unit: Phrase(zh: "条", en: "entries")),
      Tile(Phrase(zh: "核对的记录", en: "Records checked"), "\(Count(Int(records)))", unit: Phrase(zh: "条", en: "records")),
    ]))
    \(definitions([(Phrase(zh: "当前链首", en: "The head now"), copyable(head.hash))]))
    """
  case .broken(let place):
    notice(
      .error, Phrase(zh: "核验未通过", en: "Not verified"),
      """
      <p>\(place.phrase)</p>\
      \(place.entry.map { "<p><a href=\"\(JournalPath.entry($0))\">\(Phrase(zh: "查看这条留痕", en: "See the entry"))</a></p>" as HTML })\
      \(place.subject.map { "<p><a href=\"\(JournalPath.history($0))\">\(Phrase(zh: "查看这条记录的历史", en: "See the record's history"))</a></p>" as HTML })\
      <p>\(Phrase(
        zh: "这是发现的第一处。请勿再改动数据，保存现有数据库与备份，并报告安全管理员。",
        en: "This is the first place found. Change no data, keep the database and its backups as they are, and report to the security administrator."))</p>
      """)
  }
}

extension JournalBreak {
  /// The entry that the break is about, where it is one that can be opened.
  fileprivate var entry: Int64? {
    switch self {
    case .entry(let number), .gap(let number), .records(let number, _, _), .personal(let number), .index(let number):
      number
    case .record, .tail, .head: nil
    }
  }

  /// The record that was altered; a key of several columns begins with its number.
  fileprivate var subject: Subject? {
    guard case .record(let table, let key) = self else { return nil }
    return Subject(table: table, key: String(key.prefix { $0 != "/" }))
  }
}
