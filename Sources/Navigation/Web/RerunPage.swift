import Corpus
import Kernel
import Markup
import Navigation
import NavigationStore
import Web

/// What the stored searches find now beside what was frozen.
func rerunPage(_ file: NavigationRerun, _ links: NavigationLinks) -> Page {
  let (rerun, dataset) = (file.rerun, file.dataset)
  return Page(
    Phrase(zh: "复算", en: "Run again"), trail: [navigationsCrumb, crumb(file.file.project)],
    """
    \(notice(tone(of: rerun.verdict), rerun.verdict.phrase))
    \(table(
      Phrase(zh: "冻结与现在", en: "Then and now"),
      columns: [
        Column(Phrase(zh: "项目", en: "Item"), .name), Column(Phrase(zh: "冻结时", en: "Frozen"), .number),
        Column(Phrase(zh: "现在", en: "Now"), .number),
      ],
      rows: [
        row(Phrase(zh: "命中（去重后）", en: "Found, each once"), dataset.hits, rerun.hits),
        row(Phrase(zh: "截止日后公开，不计入", en: "Published after the cut-off date, left out"), dataset.beyond, rerun.beyond),
        row(Phrase(zh: "数据集", en: "Dataset"), dataset.count, rerun.count),
        row(Phrase(zh: "语料库", en: "Corpus"), dataset.corpus, rerun.corpus),
        row(Phrase(zh: "语料库所至留痕号", en: "Journal entry that the corpus follows"), Int(dataset.position), Int(rerun.position)),
      ]))
    \(table(
      Phrase(zh: "各分支", en: "Branches"),
      columns: [
        Column(Phrase(zh: "分支", en: "Branch"), .name), Column(Phrase(zh: "检索式", en: "Search")),
        Column(Phrase(zh: "冻结时", en: "Frozen"), .number), Column(Phrase(zh: "现在", en: "Now"), .number),
      ],
      rows: rerun.branches.map { branch in
        [
          data(branch.branch.name), code(branch.branch.text(within: dataset.restriction)), "\(Count(branch.then))",
          "\(Count(branch.now))",
        ]
      }))
    \(definitions([
      (Phrase(zh: "冻结文献的摘要", en: "Digest of the frozen documents"), rerun.isAsFrozen ? badge(Phrase(zh: "与冻结时一致", en: "As frozen"), .success) : badge(Phrase(zh: "与冻结时不一致", en: "Not as frozen"), .error))
    ]))
    \(differences(file, rerun.more, Phrase(zh: "现在多出的", en: "Found now, not then"), links))
    \(differences(file, rerun.gone, Phrase(zh: "现在没有的", en: "Found then, not now"), links))
    """)
}

func tone(of verdict: Rerun.Verdict) -> Tone {
  switch verdict {
  case .agrees, .agreesButForLater: .success
  case .differs: .warning
  case .altered: .error
  }
}

private func row(_ words: Phrase, _ then: Int, _ now: Int) -> [HTML] {
  ["\(words)", "\(Count(then))", "\(Count(now))"]
}

private func differences(
  _ file: NavigationRerun, _ ids: [Int64], _ title: Phrase, _ links: NavigationLinks
) -> HTML {
  guard !ids.isEmpty else { return "" }
  return """
    <h2>\(title)</h2>
    <p>\(Phrase(zh: "共 \(ids.count) 件，列出前 \(min(ids.count, NavigationRerun.shown)) 件", en: "\(ids.count) documents, of which the first \(min(ids.count, NavigationRerun.shown)) are listed"))</p>
    \(table(
      title,
      columns: [
        Column(Phrase(zh: "名称", en: "Title"), .name), Column(Phrase(zh: "公开号", en: "Number"), .code),
        Column(Phrase(zh: "原因", en: "Because")),
      ],
      rows: ids.prefix(NavigationRerun.shown).map { id in
        let document = file.known[id]
        let later = file.rerun.later?.contains(id)
        let why =
          later == true
          ? Phrase(zh: "冻结后入库、变更或移除", en: "it came, changed or left after the freeze")
          : Phrase(zh: "未说明", en: "not explained")
        return [
          document.map { "<a href=\"\(links.document($0.id))\">\(data($0.title))</a>" } ?? .notKnown,
          data(document?.publicationNumbers.first ?? "\(ID<FrozenDocument>(id))"), "\(why)",
        ]
      }))
    """
}
