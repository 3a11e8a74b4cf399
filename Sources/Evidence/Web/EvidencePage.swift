import Evidence
import EvidenceStore
import Kernel
import Markup
import Web

/// One piece of evidence, its file, and what rests on it.
func evidencePage(
  _ dossier: EvidenceDossier, citations: [EvidenceCitation], history: Link?, mayWithdraw: Bool
) -> Page {
  let (item, file) = (dossier.item, dossier.file)
  let facts = item.facts
  return Page(
    evidenceTitle(item), trail: evidenceTrail,
    """
    \(item.withdrawal.map(withdrawalNotice))
    \(definitions([
      (Phrase(zh: "等级", en: "Grade"), "\(gradeBadge(facts.grade)) \(facts.grade.phrase)"),
      (Phrase(zh: "出具单位", en: "Issuer"), facts.issuer.map(marked) ?? .notGiven),
      (Phrase(zh: "文号", en: "Document number"), facts.number.map(marked) ?? .notGiven),
      (Phrase(zh: "出具日期", en: "Issued on"), "\(facts.issuedOn)"),
      (Phrase(zh: "说明", en: "Note"), facts.note.map(marked) ?? .notGiven),
      (Phrase(zh: "文件", en: "File"), "\(file.sort.phrase) · \(ByteCount(file.size).description) · \(marked(item.fileName))"),
      (Phrase(zh: "SHA-256", en: "SHA-256"), copyable(file.sha256)),
      (Phrase(zh: "登记时间", en: "Added"), "\(Instant(item.addedAt))"),
      (Phrase(zh: "编号", en: "Id"), copyable(item.id.description)),
    ]))
    <p class="actions">\(linkButton(Phrase(zh: "下载文件", en: "Download the file"), to: EvidencePath.file(item.id), .main))\
    \(history.map { linkButton(Phrase(zh: "查看历史", en: "History"), to: $0) })\
    \(if: mayWithdraw && item.stands, linkButton(Phrase(zh: "撤回", en: "Withdraw"), to: EvidencePath.withdraw(item.id)))</p>
    <p class="help">\(Phrase(
      zh: "每次下载前都会与登记时的 SHA-256 核对，不一致即停止提供。",
      en: "Before each download the file is compared with its SHA-256; one that differs is not given out."))</p>
    \(cited(citations))
    \(if: !dossier.sharing.isEmpty, shared(dossier.sharing))
    """)
}

func evidenceTitle(_ item: EvidenceItem) -> Title {
  let isChinese = item.facts.title.unicodeScalars.contains { $0.properties.isIdeographic }
  return .text(item.facts.title, lang: isChinese ? .zh : .en)
}

let evidenceTrail = [Crumb(Phrase(zh: "佐证", en: "Evidence"), EvidencePath.list)]

private func withdrawalNotice(_ withdrawal: EvidenceWithdrawal) -> HTML {
  notice(
    .warning, Phrase(zh: "这份佐证已撤回，不再计入指标", en: "This evidence is withdrawn and no longer counts"),
    "<p>\(Instant(withdrawal.at)) · \(marked(withdrawal.reason))</p>")
}

private func cited(_ citations: [EvidenceCitation]) -> HTML {
  guard !citations.isEmpty else {
    return """
      <section><h2>\(Phrase(zh: "引用它的记录", en: "What rests on it"))</h2>
      <p class="help">\(Phrase(zh: "还没有记录引用这份佐证。", en: "No record rests on it yet."))</p></section>
      """
  }
  return """
    <section><h2>\(Phrase(zh: "引用它的记录", en: "What rests on it"))</h2>
    \(citationList(citations))</section>
    """
}

func citationList(_ citations: [EvidenceCitation]) -> HTML {
  let entries = citations.map { citation -> HTML in
    "<li>\(citation.sort) · <a href=\"\(citation.link)\">\(marked(citation.title))</a></li>\n"
  }
  return "<ul>\(entries)</ul>"
}

private func shared(_ items: [EvidenceItem]) -> HTML {
  let entries = items.map { "<li>\(evidenceLink($0))\(if: !$0.stands, " \(withdrawnMark)")</li>\n" as HTML }
  return """
    <section><h2>\(Phrase(zh: "同一文件的其他登记", en: "Other evidence of the same file"))</h2>
    <ul>\(entries)</ul></section>
    """
}

/// Of what came with a matter: nothing about it.
func heldPage() -> Page {
  Page(
    Phrase(zh: "随办件提交的材料", en: "Handed in with a matter"), trail: evidenceTrail,
    """
    \(notice(
      .information,
      Phrase(
        zh: "这份材料随办件提交，只在办件中提供给有关人员", en: "The matter that it came with shows it to those concerned, and nobody else sees it")
    ))
    """)
}
