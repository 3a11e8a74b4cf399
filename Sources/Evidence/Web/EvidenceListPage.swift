import Evidence
import EvidenceStore
import Kernel
import Markup
import Web

/// One page of the evidence, newest first.
struct EvidenceListing {
  static let length = 50

  let items: [EvidenceItem]
  let filter: EvidenceFilter
  let isFirst: Bool
  let hasMore: Bool
  let mayAdd: Bool
}

func evidenceListPage(_ listing: EvidenceListing) -> Page {
  let next = listing.hasMore ? listing.items.last.map { EvidencePath.list(listing.filter, after: $0.id) } : nil
  return Page(
    Phrase(zh: "佐证", en: "Evidence"),
    """
    <p class="lead">\(Phrase(
      zh: "记录和指标所依据的文件。同一文件只存一份；撤回的佐证仍可查看，但不再计入指标。",
      en: "The documents that records and figures rest on. A file is kept once; what was withdrawn can still be seen and no longer counts."))</p>
    \(if: listing.mayAdd, "<p class=\"actions\">\(linkButton(Phrase(zh: "登记佐证", en: "Add evidence"), to: EvidencePath.new, .main))</p>")
    \(filters(listing.filter))
    \(listing.items.isEmpty ? nothing(listing) : evidenceTable(listing.items))
    \(if: !listing.isFirst, "<p><a href=\"\(EvidencePath.list(listing.filter))\">\(Phrase(zh: "回到第一页", en: "Back to the first page"))</a></p>")
    \(pager(newer: nil, older: next))
    """)
}

private func filters(_ filter: EvidenceFilter) -> HTML {
  filterBar(
    to: EvidencePath.list, clear: filter == EvidenceFilter() ? nil : EvidencePath.list,
    """
    \(field(
      "q", Phrase(zh: "标题、出具单位或文号", en: "Title, issuer or number"), .search,
      values: filter.words.isEmpty ? [] : [filter.words.joined(separator: " ")]))\
    \(field(
      "grade", Phrase(zh: "等级", en: "Grade"), .list([Choice("", Phrase(zh: "全部", en: "All"))] + EvidenceGrade.allCases.map { Choice($0.code, $0.labelled) }),
      values: [filter.grade?.code].compactMap(\.self)))\
    \(field(
      "standing", Phrase(zh: "状态", en: "Standing"),
      .list(EvidenceFilter.Standing.allCases.map { Choice($0.rawValue, $0.phrase) }), values: [filter.standing.rawValue]))
    """)
}

private func nothing(_ listing: EvidenceListing) -> HTML {
  guard listing.filter == EvidenceFilter() else {
    return emptyState(
      Phrase(zh: "没有符合条件的佐证", en: "No evidence meets these conditions"),
      Phrase(zh: "请减少条件再查", en: "Please search with fewer conditions"),
      action: linkButton(Phrase(zh: "查看全部佐证", en: "See all evidence"), to: EvidencePath.list))
  }
  return emptyState(
    Phrase(zh: "还没有佐证", en: "There is no evidence yet"),
    Phrase(
      zh: "登记批文、合同、付款凭证等文件后，记录就可以引用它们",
      en: "Once decisions, contracts or receipts are added, records can rest on them"))
}

func evidenceTable(_ items: [EvidenceItem]) -> HTML {
  table(
    Phrase(zh: "佐证清单", en: "Evidence"),
    columns: [
      Column(Phrase(zh: "标题", en: "Title"), .name), Column(Phrase(zh: "等级", en: "Grade"), .code),
      Column(Phrase(zh: "出具单位", en: "Issuer")), Column(Phrase(zh: "文号", en: "Number"), .code),
      Column(Phrase(zh: "出具日期", en: "Issued on"), .code),
    ],
    rows: items.map { item in
      let facts = item.facts
      return [
        "\(evidenceLink(item))\(if: !item.stands, " \(withdrawnMark)")", gradeBadge(facts.grade),
        facts.issuer.map(marked) ?? .notGiven, facts.number.map(marked) ?? .notGiven, "\(facts.issuedOn)",
      ]
    })
}

func evidenceLink(_ item: EvidenceItem) -> HTML {
  "<a href=\"\(EvidencePath.show(item.id))\">\(marked(item.facts.title))</a>"
}

/// The code of a grade with its meaning.
func gradeBadge(_ grade: EvidenceGrade) -> HTML {
  statusMark(Phrase(zh: grade.code, en: grade.code), grade >= .g2 ? .success : .neutral, explanation: grade.phrase)
}

let withdrawnMark: HTML = badge(Phrase(zh: "已撤回", en: "Withdrawn"), .warning)

extension EvidenceGrade {
  /// Code and meaning, for a choice.
  var labelled: Phrase { Phrase(zh: "\(code) \(phrase.zh)", en: "\(code) \(phrase.en)") }
}

extension EvidenceFilter.Standing {
  var phrase: Phrase {
    switch self {
    case .standing: Phrase(zh: "有效", en: "Standing")
    case .withdrawn: Phrase(zh: "已撤回", en: "Withdrawn")
    case .all: Phrase(zh: "全部", en: "All")
    }
  }
}
