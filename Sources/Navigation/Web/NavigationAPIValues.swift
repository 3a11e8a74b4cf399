import API
import Kernel
import Navigation
import NavigationStore

/// A project as programs see it.
struct NavigationView: APIValue {
  let id: ID<NavigationProject>
  let title: String
  let kind: String
  let orderer: String
  let stage: String
  let cutoff: Day?
  let draftDue: Day?
  let documents: Int?
  let hash: String?

  init(_ project: NavigationProject, _ dataset: NavigationDataset?, _ clock: DraftClock) {
    id = project.id
    title = project.facts.title
    kind = project.facts.kind.rawValue
    orderer = project.facts.ordererName
    stage = project.stage.rawValue
    cutoff = project.facts.cutoff
    draftDue = clock.deadline?.day
    documents = dataset?.count
    hash = dataset?.hash
  }

  static var schema: APISchema { .object("Navigation", fields) }

  static let fields = [
    APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
    APIField("title", .text, Phrase(zh: "题目", en: "Title")),
    APIField(
      "kind", .choice(NavigationKind.allCases.map(\.rawValue)), Phrase(zh: "类型", en: "One of the five kinds")),
    APIField("orderer", .text, Phrase(zh: "委托方", en: "Who ordered it")),
    APIField("stage", .choice(NavigationStage.allCases.map(\.rawValue)), Phrase(zh: "进度", en: "How far it has come")),
    APIField("cutoff", .day, Phrase(zh: "检索截止日", en: "Cut-off date"), .sometimes),
    APIField("draftDue", .day, Phrase(zh: "初稿期限", en: "Last day of the draft"), .sometimes),
    APIField("documents", .integer(), Phrase(zh: "冻结件数", en: "Documents frozen"), .sometimes),
    APIField("hash", .text, Phrase(zh: "数据集摘要", en: "SHA-256 of the dataset"), .sometimes),
  ]
}

/// A number with what it counts.
struct NavigationCount: APIValue {
  let name: String
  let count: Int

  static var schema: APISchema {
    .object(
      "NavigationCount",
      [
        APIField("name", .text, Phrase(zh: "名称", en: "What is counted")),
        APIField("count", .integer(), Phrase(zh: "件数", en: "Documents")),
      ])
  }
}

/// A branch of the technology table.
struct BranchView: APIValue {
  let name: String
  let query: String
  let hits: Int

  static var schema: APISchema {
    .object(
      "NavigationBranch",
      [
        APIField("name", .text, Phrase(zh: "分支", en: "Branch")),
        APIField("query", .text, Phrase(zh: "检索式", en: "Its search, with the restriction of all")),
        APIField("hits", .integer(), Phrase(zh: "命中", en: "Documents found")),
      ])
  }
}

/// A project with the numbers of its method.
struct NavigationDetail: APIValue {
  let project: NavigationView
  let need: String
  let branches: [BranchView]
  let hits: Int?
  let beyondCutoff: Int?
  let frozen: Int?
  let removed: [NavigationCount]
  let remaining: Int?
  let position: Int64?
  let missingForRelease: [Phrase]

  init(_ file: NavigationFile) {
    project = NavigationView(file.project, file.dataset, file.clock)
    need = file.project.facts.need
    branches = (file.dataset?.branches ?? []).map { frozen in
      BranchView(
        name: frozen.branch.name, query: frozen.branch.text(within: file.dataset?.restriction ?? ""), hits: frozen.hits)
    }
    let balance = file.balance
    hits = balance?.hits
    beyondCutoff = balance?.beyond
    frozen = balance?.count
    removed = (balance?.removed ?? []).map { NavigationCount(name: $0.reason.rawValue, count: $0.count) }
    remaining = balance?.remaining
    position = file.dataset?.position
    missingForRelease = file.gaps.map(\.phrase)
  }

  static var schema: APISchema {
    .object(
      "NavigationDetail",
      [
        APIField("project", NavigationView.schema, Phrase(zh: "项目", en: "The project")),
        APIField("need", .text, Phrase(zh: "要回答的问题", en: "The question")),
        APIField("branches", .array(BranchView.schema), Phrase(zh: "冻结的检索式", en: "The searches as frozen")),
        APIField("hits", .integer(), Phrase(zh: "命中", en: "Found by any branch"), .sometimes),
        APIField("beyondCutoff", .integer(), Phrase(zh: "截止日后公开", en: "Published after the cut-off date"), .sometimes),
        APIField("frozen", .integer(), Phrase(zh: "冻结", en: "Frozen"), .sometimes),
        APIField("removed", .array(NavigationCount.schema), Phrase(zh: "按理由移出", en: "Taken out, by reason")),
        APIField("remaining", .integer(), Phrase(zh: "保留", en: "Left"), .sometimes),
        APIField("position", .integer(), Phrase(zh: "语料库所至留痕号", en: "Journal entry of the corpus"), .sometimes),
        APIField("missingForRelease", .array(.phrase), Phrase(zh: "发布前还缺", en: "Missing for a release")),
      ])
  }
}

/// How a re-run compares.
struct RerunView: APIValue {
  let verdict: String
  let hits: Int
  let beyondCutoff: Int
  let frozen: Int
  let now: Int
  let more: Int
  let gone: Int
  let frozenPosition: Int64
  let position: Int64
  let isAsFrozen: Bool

  init(_ file: NavigationRerun) {
    let rerun = file.rerun
    verdict = rerun.verdict.rawValue
    hits = rerun.hits
    beyondCutoff = rerun.beyond
    frozen = file.dataset.count
    now = rerun.count
    more = rerun.more.count
    gone = rerun.gone.count
    frozenPosition = rerun.frozenPosition
    position = rerun.position
    isAsFrozen = rerun.isAsFrozen
  }

  static var schema: APISchema {
    .object(
      "NavigationRerun",
      [
        APIField(
          "verdict", .choice(Rerun.Verdict.allCases.map(\.rawValue)), Phrase(zh: "结论", en: "How it compares")),
        APIField("hits", .integer(), Phrase(zh: "现在命中", en: "Found now")),
        APIField("beyondCutoff", .integer(), Phrase(zh: "截止日后公开", en: "Published after the cut-off date")),
        APIField("frozen", .integer(), Phrase(zh: "冻结件数", en: "Documents frozen")),
        APIField("now", .integer(), Phrase(zh: "现在件数", en: "Documents now")),
        APIField("more", .integer(), Phrase(zh: "多出", en: "Found now, not then")),
        APIField("gone", .integer(), Phrase(zh: "缺少", en: "Found then, not now")),
        APIField("frozenPosition", .integer(), Phrase(zh: "冻结时留痕号", en: "Journal entry when frozen")),
        APIField("position", .integer(), Phrase(zh: "现在留痕号", en: "Journal entry now")),
        APIField("isAsFrozen", .boolean, Phrase(zh: "冻结数据与摘要相符", en: "Whether the frozen documents have their hash")),
      ])
  }
}
