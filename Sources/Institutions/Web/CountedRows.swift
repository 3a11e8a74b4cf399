import Institutions
import Kernel
import Markup
import Web

/// The records behind a number, under a heading that links can lead to.
struct CountedRows {
  /// Such as “签约”.
  let name: Phrase
  /// The path of the ledger that keeps them.
  let ledger: String
  let day: Phrase
  let records: [CountedRecord]

  static let fragment = "rows"

  var markup: HTML {
    let caption = Phrase(
      zh: "\(name.zh)：逐条记录（\(records.count)）", en: "\(name.en): the records (\(records.count))")
    let columns = [
      Column(Phrase(zh: "名称", en: "Name"), .name), Column(Phrase(zh: "编号", en: "Number"), .code),
      Column(day, .code),
    ]
    let rows = records.map { record -> [HTML] in
      [
        "<a href=\"\(Link("\(ledger)/\(ID<CountedRecord>(record.id))"))\">\(marked(record.name))</a>",
        "\(record.code)", record.day.map { "\($0)" } ?? .notKnown,
      ]
    }
    return """
      <section id="\(Self.fragment)"><h2>\(name)</h2>\(records.isEmpty ? none : table(caption, columns: columns, rows: rows))</section>
      """
  }

  private var none: HTML { "<p>\(Phrase(zh: "没有这样的记录。", en: "There are none."))</p>" }
}
