import Kernel
import Markup
import Parties
import PartiesStore
import Web

/// What a party's page offers to its reader.
struct PartyPageLinks {
  let patents: Link
  let history: Link?
  let mayMerge: Bool
}

/// One party with its spellings and the parties that were merged into it.
///
/// - Parameter target: the party that this one was merged into.
func partyPage(_ file: PartyFile, target: Party?, links: PartyPageLinks) -> Page {
  let party = file.party
  return Page(
    partyTitle(party), trail: [Crumb(Phrase(zh: "主体", en: "Parties"), PartyPath.list)],
    """
    \(target.map(mergedNotice))
    \(definitions([
      (Phrase(zh: "类别", en: "Kind"), "\(party.kind.phrase)\(guess(party.kind))"),
      (
        Phrase(zh: "统一社会信用代码", en: "Unified social credit code"),
        party.code.map { copyable($0.description) } ?? .notKnown
      ),
      (Phrase(zh: "编号", en: "Id"), copyable(party.id.description)),
    ]))
    \(actions(party, links))
    \(spellings(file))
    \(if: !file.merged.isEmpty, merged(file.merged, mayMerge: links.mayMerge))
    """)
}

private func mergedNotice(_ target: Party) -> HTML {
  notice(
    .information, Phrase(zh: "该主体已并入另一主体", en: "This party was merged into another"),
    "<p>\(Phrase(zh: "现为：", en: "It is now "))\(partyLink(target))</p>")
}

private func guess(_ kind: PartyKind) -> HTML {
  switch kind {
  case .organisation, .person:
    " <span class=\"help\">\(Phrase(zh: "（按名称推断）", en: "(guessed from the name)"))</span>"
  case .unknown: ""
  }
}

private func actions(_ party: Party, _ links: PartyPageLinks) -> HTML {
  let step =
    party.mergedInto == nil
    ? linkButton(Phrase(zh: "并入其他主体", en: "Merge into another"), to: PartyPath.merge(party.id))
    : linkButton(Phrase(zh: "拆分出来", en: "Un-merge"), to: PartyPath.unmerge(party.id))
  let history = links.history.map { linkButton(Phrase(zh: "查看历史", en: "History"), to: $0) }
  let patents = linkButton(Phrase(zh: "查看专利", en: "See its patents"), to: links.patents, .main)
  return "<p class=\"actions\">\(if: party.mergedInto == nil, patents)\(history)\(if: links.mayMerge, step)</p>"
}

private func spellings(_ file: PartyFile) -> HTML {
  guard !file.names.isEmpty else { return "" }
  let names = file.names.map { name -> HTML in
    let isOwn = name.home == file.party.id
    let mark = badge(Phrase(zh: "来自合并", en: "by merging"))
    return "<li>\(partyName(name.text))\(if: !isOwn, " \(mark)")</li>"
  }
  return """
    <section><h2>\(Phrase(zh: "名称写法", en: "Spellings"))</h2>
    <p class="help">\(Phrase(
      zh: "资料中出现过的写法，共 \(names.count) 种。", en: "As the records have it: \(names.count) in all."))</p>
    <ul>\(names)</ul></section>
    """
}

private func merged(_ parties: [Party], mayMerge: Bool) -> HTML {
  let rows = parties.map { party -> HTML in
    let undo = " · <a href=\"\(PartyPath.unmerge(party.id))\">\(Phrase(zh: "拆分", en: "Un-merge"))</a>" as HTML
    return "<li>\(partyLink(party))\(if: mayMerge, undo)</li>"
  }
  return """
    <section><h2>\(Phrase(zh: "已并入的主体", en: "Parties merged into it"))</h2>
    <ul>\(rows)</ul></section>
    """
}
