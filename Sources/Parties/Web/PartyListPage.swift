import Kernel
import Markup
import Parties
import Web

/// One page of the parties, in the order of their pinyin.
struct PartyListing {
  static let length = 50

  let parties: [Party]
  let part: String?
  let isFirst: Bool
  let hasMore: Bool
}

func partyListPage(_ listing: PartyListing) -> Page {
  let next = listing.hasMore ? listing.parties.last.map { PartyPath.list(containing: listing.part, after: $0.id) } : nil
  let first = PartyPath.list(containing: listing.part)
  return Page(
    Phrase(zh: "主体", en: "Parties"),
    """
    <p class="lead">\(Phrase(
      zh: "登记资料中出现的单位和个人。同一主体的不同写法合并在一起，中文名称按拼音排列。",
      en: "Organisations and persons that occur in the records. Spellings of one party are kept together; Chinese names are in the order of their pinyin."))</p>
    \(filterBar(
      to: PartyPath.list, clear: listing.part == nil ? nil : PartyPath.list,
      field(
        "q", Phrase(zh: "名称中的文字", en: "Part of the name"), .search, values: [listing.part].compactMap(\.self),
        help: Phrase(zh: "任何一种写法均可", en: "Any spelling will do"))))
    \(listing.parties.isEmpty ? nothing(listing) : partyTable(listing.parties))
    \(if: !listing.isFirst, "<p><a href=\"\(first)\">\(Phrase(zh: "回到第一页", en: "Back to the first page"))</a></p>")
    \(pager(newer: nil, older: next))
    """)
}

private func nothing(_ listing: PartyListing) -> HTML {
  guard listing.part != nil else {
    return emptyState(
      Phrase(zh: "还没有主体", en: "There are no parties yet"),
      Phrase(zh: "导入专利后，申请人和发明人将列在这里", en: "Once patents are imported, applicants and inventors are listed here"))
  }
  return emptyState(
    Phrase(zh: "没有名称相符的主体", en: "No party has such a name"),
    Phrase(zh: "请减少文字再查，例如只输入字号", en: "Please search for less, such as the distinctive word only"),
    action: linkButton(Phrase(zh: "查看全部主体", en: "See all parties"), to: PartyPath.list))
}

private func partyTable(_ parties: [Party]) -> HTML {
  table(
    Phrase(zh: "主体名单", en: "Parties"),
    columns: [
      Column(Phrase(zh: "名称", en: "Name"), .name), Column(Phrase(zh: "类别", en: "Kind")),
      Column(Phrase(zh: "统一社会信用代码", en: "Unified social credit code"), .code),
    ],
    rows: parties.map { party in
      [partyLink(party), "\(party.kind.phrase)", party.code.map { "\($0.description)" } ?? .notKnown]
    })
}
