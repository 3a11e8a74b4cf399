import Corpus
import Kernel
import Markup
import Navigation
import NavigationStore
import Web

/// What the searches find now, before it is frozen.
func freezePage(_ file: NavigationFile, _ search: DatasetSearch, _ state: FormState) -> Page {
  let facts = file.project.facts
  return Page(
    NavigationStep.freeze.phrase, trail: [navigationsCrumb, crumb(file.project)],
    """
    \(if: facts.cutoff == nil, notice(
      .warning,
      Phrase(zh: "没有检索截止日：可以冻结，但这样的数据集不能发布", en: "Without a cut-off date it can be frozen, but never released")))
    \(if: file.dataset != nil, notice(
      .warning,
      Phrase(zh: "新的数据集从未清洗的状态开始，以前的清洗记录留在原数据集", en: "A new dataset begins uncleaned; what was cleaned stays with the old one")))
    \(trialTable(search))
    \(definitions([
      (Phrase(zh: "命中（去重后）", en: "Found, each once"), "\(Count(search.hits))"),
      (Phrase(zh: "截止日后公开，不计入", en: "Published after the cut-off date, left out"), "\(Count(search.beyond))"),
      (Phrase(zh: "将冻结", en: "To be frozen"), "\(Count(search.found.count))"),
      (Phrase(zh: "检索截止日", en: "Cut-off date"), facts.cutoff.map { "\($0.description)" } ?? .notKnown),
      (Phrase(zh: "语料库", en: "Corpus"), HTML(zh: "\(Count(search.corpus)) 件，所至留痕第 \(Count(Int(search.position))) 号", en: "\(Count(search.corpus)) documents, following the journal to entry \(Count(Int(search.position)))")),
    ]))
    \(state.form(
      to: NavigationPath.part(file.project.id, "freeze"), revision: file.project.revision,
      submit: NavigationStep.freeze.phrase, ""))
    """)
}

private func trialTable(_ search: DatasetSearch) -> HTML {
  table(
    Phrase(zh: "各分支命中", en: "What each branch finds"),
    columns: [
      Column(Phrase(zh: "分支", en: "Branch"), .name), Column(Phrase(zh: "检索式", en: "Search")),
      Column(Phrase(zh: "命中", en: "Found"), .number),
    ], rows: search.branches.map { [data($0.branch.name), code($0.branch.query), "\(Count($0.hits))"] })
}

private let pageSize = 50

/// The documents of a dataset, or those that a number counts.
func documentsPage(
  _ file: NavigationFile, _ lines: [DatasetLine], _ question: DatasetQuestion, _ links: NavigationLinks,
  fault: Phrase? = nil
) -> Page {
  let id = file.project.id
  let shown = Array(lines.dropFirst((question.page - 1) * pageSize).prefix(pageSize))
  func page(_ number: Int) -> Link {
    var other = question
    other.page = number
    return NavigationPath.documents(id, other)
  }
  return Page(
    Phrase(zh: "数据集的文献", en: "Documents of the dataset"), trail: [navigationsCrumb, crumb(file.project)],
    """
    \(filters(file, question, fault))
    \(if: fault != nil, notice(.error, fault ?? Phrase(zh: "", en: "")))
    <p class="count" role="status">\(Phrase(zh: "共 \(Count(lines.count)) 件", en: "\(Count(lines.count)) documents"))</p>
    \(shown.isEmpty ? nothing : documentTable(file, shown, links))
    \(pager(
      newer: question.page > 1 ? page(question.page - 1) : nil,
      older: question.page * pageSize < lines.count ? page(question.page + 1) : nil))
    <p class="actions">\(linkButton(Phrase(zh: "下载 CSV", en: "Download CSV"), to: csvLink(id, question)))</p>
    """)
}

private func csvLink(_ id: ID<NavigationProject>, _ question: DatasetQuestion) -> Link {
  var whole = question
  whole.page = 1
  return Link("/navigations/\(id)/documents.csv", query: whole.query)
}

private let nothing = emptyState(
  Phrase(zh: "没有这样的文献", en: "There are no such documents"),
  Phrase(zh: "请减少条件。", en: "Try fewer conditions."))

private func filters(_ file: NavigationFile, _ question: DatasetQuestion, _ fault: Phrase?) -> HTML {
  let branches = (file.dataset?.branches ?? []).map { Choice("\($0.branch.place)", text: $0.branch.name) }
  let all = Choice("", Phrase(zh: "全部", en: "All"))
  return filterBar(
    to: NavigationPath.documents(file.project.id),
    clear: question == DatasetQuestion() ? nil : NavigationPath.documents(file.project.id),
    """
    \(field("q", Phrase(zh: "在保留的文献中检索", en: "Search in what is left"), .search, values: [question.text], error: fault))\
    \(field("branch", Phrase(zh: "分支", en: "Branch"), .list([all] + branches), values: [question.branch.map { "\($0)" } ?? ""]))\
    \(field("state", Phrase(zh: "清洗", en: "Cleaning"), .list(DatasetQuestion.State.allCases.map { Choice($0.rawValue, $0.phrase) }), values: [question.state.rawValue]))\
    \(field("reason", Phrase(zh: "移出理由", en: "Why taken out"), .list([all] + RemovalReason.allCases.map { Choice($0.rawValue, $0.phrase) }), values: [question.reason?.rawValue ?? ""]))
    """)
}

private func documentTable(_ file: NavigationFile, _ lines: [DatasetLine], _ links: NavigationLinks) -> HTML {
  let isOpen = file.rights.mayKeep && file.project.stage == .analysing
  let names = Dictionary(
    (file.dataset?.branches ?? []).map { ($0.branch.place, $0.branch.name) }, uniquingKeysWith: { first, _ in first })
  return table(
    Phrase(zh: "文献", en: "Documents"),
    columns: [
      Column(Phrase(zh: "名称", en: "Title"), .name), Column(Phrase(zh: "公开号", en: "Number"), .code),
      Column(Phrase(zh: "申请人", en: "Applicants")), Column(Phrase(zh: "申请日", en: "Filed"), .code),
      Column(Phrase(zh: "公开日", en: "Published"), .code), Column(Phrase(zh: "分支", en: "Branches")),
      Column(Phrase(zh: "清洗", en: "Cleaning")),
    ],
    rows: lines.map { line in
      let document = line.document.document
      return [
        "<a href=\"\(links.document(document.id))\">\(data(document.title))</a>", data(line.document.number),
        data(document.applicants.joined(separator: "；")), document.filingDay.map { "\($0.description)" } ?? .notKnown,
        document.publicationDay.map { "\($0.description)" } ?? .notKnown,
        data(line.document.branches.compactMap { names[$0] }.joined(separator: "、")),
        cleaning(line, file, isOpen: isOpen),
      ]
    })
}

private func cleaning(_ line: DatasetLine, _ file: NavigationFile, isOpen: Bool) -> HTML {
  let (id, document) = (file.project.id, ID<FrozenDocument>(line.document.id))
  guard let removal = line.removal else {
    guard isOpen else { return "\(DatasetQuestion.State.left.phrase)" }
    let door = Link("/navigations/\(id)/clean", query: [("which", "\(document)")])
    return
      "<a href=\"\(door)\">\(Phrase(zh: "移出", en: "Take out"))<span class=\"unseen\"> \(line.document.number)</span></a>"
  }
  let back = postButton(
    Phrase(zh: "放回", en: "Take back"), to: NavigationPath.part(id, "restore"), fields: [("document", "\(document)")])
  return """
    \(badge(removal.reason.phrase, .warning)) \(data(removal.note))\
    <span class="fine-print"> \(data(removal.by)) · \(Instant(removal.at))</span>\(if: isOpen, " \(back)")
    """
}

func cleanPage(_ file: NavigationFile, _ state: FormState, _ links: NavigationLinks, chosen: String) -> Page {
  Page(
    Phrase(zh: "移出文献", en: "Take documents out"), trail: [navigationsCrumb, crumb(file.project)],
    """
    <p class="lead">\(Phrase(
      zh: "写明号码，或写一个检索式：其在数据集中的命中全部移出。每件的理由都留在清洗记录里，可以放回。",
      en: "Name the numbers, or give a search: all of what it finds in the dataset is taken out. Each reason stays in the log, and each document can be taken back."))</p>
    \(state.form(
      to: NavigationPath.part(file.project.id, "clean"), submit: Phrase(zh: "移出", en: "Take out"),
      """
      \(state.field("which", Phrase(zh: "公开号或申请号", en: "Publication or application numbers"), .lines(rows: 5), else: chosen, help: Phrase(zh: "每行一个", en: "One a line")))\
      \(state.field("query", Phrase(zh: "检索式", en: "Search"), .lines(rows: 2)))\
      \(state.field("reason", Phrase(zh: "理由", en: "Reason"), .radio(RemovalReason.allCases.map { Choice($0.rawValue, $0.phrase) }), else: RemovalReason.noise.rawValue, need: .required))\
      \(state.field("into", Phrase(zh: "合并到（号码）", en: "Merged into (number)"), help: Phrase(zh: "只在合并时填写：数据集中保留的那一件", en: "For merges only: the one that stays in the dataset")))\
      \(state.field("note", Phrase(zh: "说明", en: "Note"), .area(rows: 2), need: .required))
      """))
    <p><a href="\(links.searchHelp)">\(Phrase(zh: "检索语法", en: "The language of searches"))</a></p>
    """)
}

func logPage(_ file: NavigationFile, _ state: FormState) -> Page {
  let sums = file.balance.map { balance -> HTML in
    """
    <p>\(Phrase(
      zh: "冻结 \(balance.count) 件 = 移出 \(balance.removedCount) 件 + 保留 \(balance.remaining) 件",
      en: "\(balance.count) frozen = \(balance.removedCount) taken out + \(balance.remaining) left"))</p>
    """
  }
  return Page(
    Phrase(zh: "完成清洗记录", en: "Close the cleaning log"), trail: [navigationsCrumb, crumb(file.project)],
    """
    \(sums)
    \(state.form(
      to: NavigationPath.part(file.project.id, "log"), submit: Phrase(zh: "完成", en: "Close"),
      state.field(
        "statement", Phrase(zh: "去噪、标引与归一的做法", en: "How it was de-noised, indexed and merged"), .area(rows: 5),
        else: file.dataset?.log?.statement ?? "", need: .required,
        help: Phrase(zh: "没有移出文献的，也须写明核对了什么", en: "Where nothing was taken out, say what was checked"))))
    """)
}
