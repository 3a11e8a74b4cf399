import Access
import Journal
import Kernel
import Markup
import Web

/// One entry: what was done, which values it changed, and how it hangs in the chain.
///
/// - Parameter previous: the hash of the entry before.
func entryPage(_ line: JournalLine, previous: String, kinds: RecordKinds, for account: Account) -> Page {
  Page(
    Phrase(zh: "留痕第 \(line.number) 条", en: "Journal entry \(line.number)"),
    trail: [Crumb(Phrase(zh: "留痕", en: "Journal"), JournalPath.list)],
    """
    \(facts(line, kinds, account))
    \(content(line, kinds))
    <section><h2>\(Phrase(zh: "在链中的位置", en: "Its place in the chain"))</h2>
    \(chain(line, previous))
    \(ownCheck(line))</section>
    \(neighbours(line))
    """)
}

private func facts(_ line: JournalLine, _ kinds: RecordKinds, _ account: Account) -> HTML {
  var pairs: [(Phrase, HTML)] = [
    (Phrase(zh: "时间", en: "Time"), "\(Instant(line.happenedAt))"),
    (
      Phrase(zh: "操作人", en: "Who"),
      "\(line.actorName, in: .zh) <code>\(ID<JournalLine>(line.actor))</code>"
    ),
    (
      Phrase(zh: "操作", en: "What"),
      "\(line.actionPhrase) <a href=\"\(JournalPath.list(action: line.action))\"><code>\(line.action)</code></a>"
    ),
  ]
  if let subject = line.subject {
    let page = kinds.page(of: subject, for: account).map {
      " · <a href=\"\($0)\">\(Phrase(zh: "打开记录", en: "Open the record"))</a>" as HTML
    }
    pairs.append((Phrase(zh: "对象", en: "Record"), "\(kinds.named(subject))\(page)"))
  }
  pairs.append((Phrase(zh: "理由", en: "Why"), line.reason.map { "\($0, in: .zh)" } ?? .notKnown))
  pairs.append((Phrase(zh: "所证明的记录数", en: "Records it vouches for"), "\(Count(line.added.count))"))
  return definitions(pairs)
}

private func content(_ line: JournalLine, _ kinds: RecordKinds) -> HTML {
  guard let content = EntryContent(line.details) else {
    return notice(
      .warning, Phrase(zh: "此条内容无法解读，以下为原文", en: "The content of this entry cannot be read; this is its text"),
      "<pre>\(line.details, in: .zh)</pre>")
  }
  let facts = content.facts.sorted { $0.key < $1.key }
  let rows: [[HTML]] = facts.map { ["<code>\($0.key)</code>", "\($0.value, in: .zh)"] }
  let factTable = table(
    Phrase(zh: "附记", en: "Facts"),
    columns: [Column(Phrase(zh: "项目", en: "Item"), .name), Column(Phrase(zh: "内容", en: "Content"))], rows: rows)
  let changes = content.changes.prefix(longestList).map { change -> HTML in
    """
    <h3>\(kinds.named(change.subject))</h3>
    \(changeTable(change, caption: fieldsCaption(change)))

    """
  }
  return """
    \(if: !facts.isEmpty, "<section><h2>\(Phrase(zh: "附记", en: "Facts"))</h2>\n\(factTable)</section>\n")\
    <section><h2>\(Phrase(zh: "改动内容", en: "Changes"))</h2>
    \(if: changes.isEmpty, "<p>\(withoutChanges(line))</p>\n")\(changes)\
    \(if: content.changes.count > longestList, "<p>\(cutShort(content.changes.count))</p>\n")</section>
    """
}

/// Names the record, so that several tables of one page are told apart by ear too.
private func fieldsCaption(_ change: RecordChange) -> Phrase {
  let record = "\(change.subject.table) \(ID<Subject>(change.subject.number))"
  return Phrase(zh: "改动的字段（\(record)）", en: "Changed fields (\(record))")
}

/// As many changed records as one page shows; the API gives them all.
private let longestList = 50

private func cutShort(_ count: Int) -> Phrase {
  Phrase(
    zh: "共改动 \(count) 条记录，此处列出前 \(longestList) 条；全部内容可由数据接口取得。",
    en: "It changed \(count) records; the first \(longestList) are shown. The API gives them all.")
}

private func withoutChanges(_ line: JournalLine) -> Phrase {
  guard line.added.count > 0 else {
    return Phrase(zh: "此条只记载行为，未改动记录。", en: "This entry notes a deed; it changed no record.")
  }
  return Phrase(
    zh: "此条为成批写入，只保存记录数与摘要之和，不逐条列出改动。",
    en: "This entry is a batch: it keeps the number of its records and the sum of their digests, not each change.")
}

private func chain(_ line: JournalLine, _ previous: String) -> HTML {
  definitions([
    (Phrase(zh: "本条哈希", en: "Its hash"), copyable(line.hash)),
    (Phrase(zh: "上一条哈希", en: "The hash before"), copyable(previous)),
    (Phrase(zh: "记录数与摘要之和", en: "Count and sum of digests"), "<code>\(line.added.text)</code>"),
  ])
}

/// How anybody with the data can repeat the hash.
private func ownCheck(_ line: JournalLine) -> HTML {
  """
  <details><summary>\(Phrase(zh: "如何自行核对", en: "How to check it yourself"))</summary>
  \(HTML(
    zh: """
      <p>本条哈希是 SHA-256，由上一条哈希（64 个字符）与本条各字段依次相接后算出。因此改动任何一条，其后的哈希都会不同。\
      \(line.number == 1 ? "第 1 条之前以 64 个 0 代替。" : "")</p>
      <p>字段依次为：条号、时间（UTC 毫秒）、操作人编号、登录名、操作代码、操作中文、操作英文、对象的表、对象的键、理由、内容（JSON）、\
      本条所证明的和、接管的和。每个字段写作“字节数:内容”（UTF-8），没有值的写作“-”。</p>
      <p>核对整条链与全部记录，请在服务器上运行 <code>ipzone verify journal --head \(line.hash)</code>，\
      或由审计人员在<a href="\(JournalPath.verify)">核验页面</a>办理。</p>
      """,
    en: """
      <p>The hash is SHA-256 over the hash before (64 characters) followed by the fields of this entry. Whoever alters an \
      entry alters every hash behind it. \(line.number == 1 ? "Before entry 1 stand 64 zeros." : "")</p>
      <p>The fields are, in this order: number, time (UTC milliseconds), the actor’s number, sign-in name, action code, \
      action in Chinese, action in English, table and key of the record, reason, content (JSON), the sum that the entry \
      vouches for, the sums it took over. Each is written as “bytes:text” in UTF-8, a missing one as “-”.</p>
      <p>To check the whole chain and every record, run <code>ipzone verify journal --head \(line.hash)</code> on the \
      server, or ask an auditor to use the <a href="\(JournalPath.verify)">verification page</a>.</p>
      """))</details>
  """
}

private func neighbours(_ line: JournalLine) -> HTML {
  """
  <nav class="pager" aria-label="\(Phrase(zh: "前后条目", en: "Entries beside this one"))">\
  \(if: line.number > 1, "<a rel=\"prev\" href=\"\(JournalPath.entry(line.number - 1))\">\(Phrase(zh: "← 前一条", en: "← Entry before"))</a>")\
  <a href="\(JournalPath.list(before: line.number + 1))">\(Phrase(zh: "在列表中查看", en: "See it in the list"))</a></nav>
  """
}
