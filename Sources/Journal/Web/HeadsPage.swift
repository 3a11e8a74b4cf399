import Journal
import Kernel
import Markup
import Web

/// The last entry of each of the last days, for everybody to keep.
func headsPage(_ heads: [(Day, JournalHead)]) -> Page {
  Page(
    Phrase(zh: "每日链首", en: "Daily heads of the journal"),
    """
    <p class="lead">\(Phrase(
      zh: "平台每改动一条记录，都留下一条留痕；每条留痕都带有前一条的指纹。这里每天公布最后一条的指纹，即“链首”。",
      en: "Every change of a record leaves an entry, and every entry carries the fingerprint of the one before. Here the fingerprint of each day's last entry is published: the head."))</p>
    \(meaning)
    <p class="actions">\(linkButton(Phrase(zh: "下载 CSV", en: "Download CSV"), to: JournalPath.headsTable))\
    \(linkButton(Phrase(zh: "订阅 Atom", en: "Subscribe (Atom)"), to: JournalPath.headsFeed))</p>
    \(heads.isEmpty ? nothing : headTable(heads))
    """)
}

private let meaning: HTML = """
  <section><h2>\(Phrase(zh: "它能证明什么", en: "What it proves"))</h2>
  <ul class="prose">
  <li>\(Phrase(
    zh: "您今天抄下一个链首，就固定了此前的全部留痕。日后有人改动、删去其中任何一条，链上就再也找不到您抄下的值。",
    en: "Whoever keeps a head today has fixed every entry before it. If one of them is altered or removed later, the chain no longer holds the value that was kept."))</li>
  <li>\(Phrase(
    zh: "核验时把您保存的链首交给审计人员，或在接口、命令行中提供：平台会重新计算整条链和每一条记录，并说明是否相符。",
    en: "To check, give the head you kept to an auditor, the API or the command line: the whole chain and every record are computed anew."))</li>
  <li>\(Phrase(
    zh: "它不能证明内容属实，只能证明内容写下之后没有被悄悄改过。",
    en: "It does not prove that what was written is true, only that it was not changed unnoticed afterwards."))</li>
  <li>\(Phrase(
    zh: "当天的链首会随新的留痕前移，次日起不再变化。",
    en: "Today's head moves on with each new entry; from tomorrow on it stays."))</li>
  </ul></section>
  """

private let nothing = emptyState(
  Phrase(zh: "还没有链首", en: "There are no heads yet"),
  Phrase(zh: "平台发生第一次改动后，将在这里公布", en: "They will be published here after the first change"))

private func headTable(_ heads: [(Day, JournalHead)]) -> HTML {
  table(
    Phrase(zh: "最近的链首", en: "The latest heads"),
    columns: [
      Column(Phrase(zh: "日期", en: "Day"), .name), Column(Phrase(zh: "末条条号", en: "Last entry"), .number),
      Column(Phrase(zh: "哈希（SHA-256）", en: "Hash (SHA-256)"), .code),
    ],
    rows: heads.map { day, head in ["\(day.description)", "\(Count(Int(head.number)))", copyable(head.hash)] })
}
