import Access
import Journal
import JournalStore
import Kernel
import Markup
import Web

/// Everything that happened to one record, newest first.
///
/// Whole entries, which tell of other records, too, are for who may read the journal.
func historyPage(_ subject: Subject, _ lines: [JournalLine], kinds: RecordKinds, for account: Account) -> Page {
  let opensEntries = account.may(.readJournal)
  let id = ID<Subject>(subject.number)
  let open = kinds.page(of: subject, for: account).map { linkButton(Phrase(zh: "打开记录", en: "Open the record"), to: $0) }
  return Page(
    Phrase(zh: "记录的历史", en: "History of a record"),
    trail: opensEntries ? [Crumb(Phrase(zh: "留痕", en: "Journal"), JournalPath.list)] : [],
    """
    \(definitions([
      (Phrase(zh: "记录种类", en: "Kind of record"), kinds.kind(of: subject.table)),
      (Phrase(zh: "编号", en: "Id"), copyable(id.description)),
    ]))
    \(open.map { "<p class=\"actions\">\($0)</p>\n" as HTML })\
    \(lines.isEmpty ? nothing : timeline(lines.map { entry($0, of: subject, opensEntries: opensEntries) }))
    \(if: lines.count >= historyLimit, "<p class=\"fine-print\">\(onlyTheLast)</p>")
    """)
}

/// As many entries as the desk gives of one record.
private let historyLimit = 500

private let onlyTheLast = Phrase(
  zh: "只列出最近 \(historyLimit) 条。", en: "Only the last \(historyLimit) entries are listed.")

private let nothing = emptyState(
  Phrase(zh: "没有这条记录的留痕", en: "The journal has nothing about this record"),
  Phrase(
    zh: "请核对编号；成批导入的记录只在导入批次中留痕",
    en: "Please check the id; records that came in a batch are vouched for by the batch's entry"))

private func entry(_ line: JournalLine, of subject: Subject, opensEntries: Bool) -> TimelineEntry {
  let content = EntryContent(line.details)
  let changes = content?.changes(of: subject) ?? []
  let caption = Phrase(zh: "第 \(line.number) 条改动的字段", en: "Fields changed by entry \(line.number)")
  let others = (content?.changes.count ?? 0) - changes.count
  let number: HTML =
    opensEntries
    ? "<a href=\"\(JournalPath.entry(line.number))\">\(Phrase(zh: "第 \(line.number) 条", en: "Entry \(line.number)"))</a>"
    : "\(Phrase(zh: "第 \(line.number) 条", en: "Entry \(line.number)"))"
  let more: HTML = """
    <p>\(Phrase(zh: "操作人：", en: "By "))\(line.actorName, in: .zh)</p>\
    \(line.reason.map { "<p>\(Phrase(zh: "理由：", en: "Reason: "))\($0, in: .zh)</p>" as HTML })\
    \(changes.map { "<details><summary>\(Phrase(zh: "改动前后", en: "Before and after"))</summary>\(changeTable($0, caption: caption))</details>" as HTML })\
    \(if: others > 0, "<p class=\"help\">\(Phrase(zh: "同时改动了另外 \(others) 条记录", en: "Changed \(others) other records at the same time"))</p>")\
    <p class="help">\(number) · <code>\(line.hash.prefix(16))…</code></p>
    """
  return TimelineEntry("\(Instant(line.happenedAt))", "\(line.actionPhrase)", more)
}
