import Kernel
import Markup
import Parties
import Web

/// What the form of a merge found for its target.
struct MergeSearch {
  static let length = 20

  /// A name or an id; nil before anything was searched for.
  let part: String?
  let candidates: [Party]
  let hasMore: Bool
}

/// The form that merges a party into another: first the target is searched for, then chosen.
func mergePage(_ party: Party, _ search: MergeSearch, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "合并主体", en: "Merge parties"), trail: partyTrail(party),
    """
    <p class="lead">\(Phrase(
      zh: "确认两个主体实为同一单位或个人时，把一个并入另一个。合并后其全部写法归入目标主体，随时可以拆分。",
      en: "If two parties are one organisation or person, merge one into the other. All its spellings then belong to the target; it can be un-merged at any time."))</p>
    <p>\(Phrase(zh: "被并入的主体：", en: "To be merged: "))<strong>\(partyName(party.name))</strong></p>
    \(filterBar(
      to: PartyPath.merge(party.id),
      field(
        "q", Phrase(zh: "目标主体的名称或编号", en: "Name or id of the target"), .search,
        values: [search.part].compactMap(\.self),
        help: Phrase(zh: "输入名称中的文字查找，或粘贴主体编号", en: "Search for a part of the name, or paste the party's id"))))
    \(results(party, search, state))
    """)
}

private func results(_ party: Party, _ search: MergeSearch, _ state: FormState) -> HTML {
  guard let part = search.part else { return "" }
  guard !search.candidates.isEmpty else {
    return emptyState(
      Phrase(zh: "没有可作为目标的主体", en: "No party can be the target"),
      Phrase(zh: "请换一个词再查，例如只输入字号", en: "Please search for something else, such as the distinctive word only"))
  }
  let more = Phrase(
    zh: "结果较多，只列出前 \(MergeSearch.length) 个，请输入更多文字。",
    en: "There are more; only the first \(MergeSearch.length) are listed. Please search for more of the name.")
  return """
    \(if: search.hasMore, "<p class=\"help\">\(more)</p>\n")\
    \(state.form(
      to: PartyPath.merge(party.id, searching: part), revision: party.revision, submit: Phrase(zh: "合并", en: "Merge"),
      """
      \(targets(search.candidates, state))\(reasonField(state))
      """))
    """
}

/// The candidates to choose from, each name in its own language and with what tells namesakes apart.
private func targets(_ candidates: [Party], _ state: FormState) -> HTML {
  let only = candidates.count == 1 ? candidates[0].id.description : ""
  let chosen = state.value("into", else: only)
  let choices = candidates.enumerated().map { place, party -> HTML in
    let id = party.id.description
    return """
      <label class="choice"><input type="radio" name="into" value="\(id)"\(if: place == 0, " id=\"\(fieldID("into"))\"")\
      \(if: id == chosen, " checked") required> <span>\(partyName(party.name))\
      \(party.code.map { " <code>\($0.description)</code>" as HTML }) <code>\(id)</code></span></label>
      """
  }
  let error = state.error("into").map { "<p class=\"error\" id=\"\(fieldID("into"))-error\">\($0)</p>" as HTML }
  return """
    <fieldset class="field\(if: error != nil, " wrong")"><legend>\(Phrase(
      zh: "并入哪一个主体", en: "Merge into which party")) <span class="required">\(Phrase(zh: "必填", en: "required"))</span></legend>
    \(error)<div class="choices">\(choices)</div></fieldset>
    """
}

/// The form that takes a merge back.
func unmergePage(_ party: Party, target: Party, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "拆分主体", en: "Un-merge a party"), trail: partyTrail(party),
    """
    <p class="lead">\(Phrase(
      zh: "拆分后，原属该主体的写法全部归还给它，其专利随之分开显示。",
      en: "Every spelling that was this party's own goes back to it, and its patents are shown apart again."))</p>
    \(definitions([
      (Phrase(zh: "要拆分的主体", en: "To be un-merged"), partyLink(party)),
      (Phrase(zh: "现已并入", en: "Now merged into"), partyLink(target)),
    ]))
    \(state.form(
      to: PartyPath.unmerge(party.id), revision: party.revision, submit: Phrase(zh: "拆分", en: "Un-merge"),
      reasonField(state)))
    """)
}

private func reasonField(_ state: FormState) -> HTML {
  state.field(
    "reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 3), need: .required,
    help: Phrase(zh: "写明依据，将记入留痕", en: "Say on what ground; it goes into the journal"))
}

private func partyTrail(_ party: Party) -> [Crumb] {
  [Crumb(Phrase(zh: "主体", en: "Parties"), PartyPath.list), Crumb(partyTitle(party), PartyPath.show(party.id))]
}
