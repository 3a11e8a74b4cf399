import Journal
import Kernel
import Markup
import Web

/// One page of the journal as its readers ask for it.
struct JournalListing {
  static let length = 50

  let lines: [JournalLine]
  let query: JournalQuery
  /// The entry before which the page starts; nil for the newest.
  let before: Int64?
  let hasOlder: Bool

  /// Without a filter numbers have no gaps, so the page before is known.
  var newer: Link? {
    guard let before else { return nil }
    guard query.isEmpty else { return query.link(before: nil) }
    // Beyond the newest entry there is nothing newer.
    let (first, isBeyond) = before.addingReportingOverflow(Int64(Self.length))
    return isBeyond ? JournalPath.list : JournalPath.list(before: first)
  }

  var older: Link? {
    hasOlder ? lines.last.map { query.link(before: $0.number) } : nil
  }
}

/// Everything that was done, newest first.
func journalListPage(_ listing: JournalListing, kinds: RecordKinds, mayVerify: Bool) -> Page {
  Page(
    Phrase(zh: "留痕", en: "Journal"),
    """
    <p class="lead">\(introduction)</p>
    <p class="actions">\(linkButton(Phrase(zh: "每日链首", en: "Daily heads"), to: JournalPath.heads))\
    \(if: mayVerify, linkButton(Phrase(zh: "核验留痕", en: "Verify the journal"), to: JournalPath.verify))</p>
    \(filterBar(
      to: JournalPath.list, clear: listing.query.isEmpty ? nil : JournalPath.list, listing.query.fields(kinds)))
    \(listing.lines.isEmpty ? nothing(listing) : entryTable(listing.lines, kinds))
    \(pager(newer: listing.newer, older: listing.older))
    """)
}

private let introduction = Phrase(
  zh: "平台上的每一次改动都在这里：何人、何时、做了什么、为什么。条目首尾相连，不能悄悄改动或删除。",
  en:
    "Every change of a record: who, when, what and why. Entries are chained; none can be altered or removed unnoticed.")

private func nothing(_ listing: JournalListing) -> HTML {
  guard !listing.query.isEmpty else {
    return emptyState(
      Phrase(zh: "还没有留痕", en: "The journal is empty"),
      Phrase(zh: "发生第一次改动后将列在这里", en: "The first change will be listed here"))
  }
  return emptyState(
    Phrase(zh: "没有符合条件的留痕", en: "No entries match"),
    Phrase(zh: "请核对所填条件，或查看全部留痕", en: "Please check what you asked for, or see all entries"),
    action: linkButton(Phrase(zh: "查看全部留痕", en: "See all entries"), to: JournalPath.list))
}

private func entryTable(_ lines: [JournalLine], _ kinds: RecordKinds) -> HTML {
  table(
    Phrase(zh: "留痕条目", en: "Entries"),
    columns: [
      Column(Phrase(zh: "条号", en: "Number"), .name), Column(Phrase(zh: "时间", en: "Time"), .code),
      Column(Phrase(zh: "操作人", en: "Who")), Column(Phrase(zh: "操作", en: "What")),
      Column(Phrase(zh: "对象", en: "Record")), Column(Phrase(zh: "理由", en: "Why")),
    ],
    rows: lines.map { line in
      [
        "<a href=\"\(JournalPath.entry(line.number))\">\(line.number)</a>", "\(Instant(line.happenedAt))",
        "\(line.actorName, in: .zh)",
        "\(line.actionPhrase) <a class=\"fine-print\" href=\"\(JournalPath.list(action: line.action))\"><code>\(line.action)</code></a>",
        line.subject.map(kinds.named) ?? "", line.reason.map { "\($0, in: .zh)" } ?? "",
      ]
    })
}
