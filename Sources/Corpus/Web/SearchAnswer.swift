import API
import Corpus
import Foundation
import Kernel

/// The answer to a search as the API gives it.
struct SearchAnswer: APIValue {
  let total: Int
  let items: [HitAnswer]
  let next: String?
  let facets: [FacetAnswer]
  let milliseconds: Double
  let position: Int64
  let lag: Int64

  init(_ answer: CorpusAnswer, words: (CorpusColumn, String) -> Phrase?) {
    total = answer.total
    items = answer.hits.map(HitAnswer.init)
    next = answer.next.map { Cursor([$0.description]).description }
    facets = answer.facets.map { FacetAnswer($0, words: words) }
    milliseconds = answer.milliseconds
    position = answer.standing.position
    lag = answer.standing.lag
  }

  static let schema = APISchema.object(
    "SearchAnswer",
    [
      APIField("total", .integer(), Phrase(zh: "命中总数，精确", en: "How many documents there are, exactly")),
      APIField("items", .array(HitAnswer.schema), Phrase(zh: "本页命中", en: "The hits of this page")),
      APIField("next", .nullable(.text), Phrase(zh: "下一页的游标；没有则为 null", en: "The next page's cursor, or null")),
      APIField("facets", .array(FacetAnswer.schema), Phrase(zh: "分面统计，覆盖全部命中", en: "Counts over all hits")),
      APIField("milliseconds", .number, Phrase(zh: "查找、排序、统计用时", en: "What finding, ranking and counting took")),
      APIField(
        "position", .integer(), Phrase(zh: "索引已跟进到的留痕序号", en: "The journal entry up to which the index has followed")),
      APIField("lag", .integer(), Phrase(zh: "尚未跟进的留痕条数", en: "Journal entries that the index has not seen")),
    ])

  private enum CodingKeys: CodingKey {
    case total, items, next, facets, milliseconds, position, lag
  }

  /// With `next` on the last page, too.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(total, forKey: .total)
    try container.encode(items, forKey: .items)
    try container.encode(next, forKey: .next)
    try container.encode(facets, forKey: .facets)
    try container.encode(milliseconds, forKey: .milliseconds)
    try container.encode(position, forKey: .position)
    try container.encode(lag, forKey: .lag)
  }
}

struct FacetAnswer: APIValue {
  let facet: String
  let values: [Value]
  let distinct: Int
  let missing: Int

  struct Value: APIValue {
    let value: String
    let words: Phrase
    let count: Int

    static let schema = APISchema.object(
      "FacetValue",
      [
        APIField("value", .text, Phrase(zh: "值", en: "The value")),
        APIField("words", .phrase, Phrase(zh: "值的说法", en: "What people call it")),
        APIField("count", .integer(), Phrase(zh: "件数", en: "How many documents have it")),
      ])
  }

  init(_ tally: CorpusTally, words: (CorpusColumn, String) -> Phrase?) {
    facet = tally.column.word
    values = tally.entries.map {
      Value(
        value: $0.value, words: words(tally.column, $0.value) ?? Phrase(zh: $0.value, en: $0.value), count: $0.count)
    }
    distinct = tally.distinct
    missing = tally.missing
  }

  static let schema = APISchema.object(
    "Facet",
    [
      APIField("facet", .text, Phrase(zh: "分面", en: "The facet")),
      APIField("values", .array(Value.schema), Phrase(zh: "值，多者在前", en: "Its values, the most frequent first")),
      APIField("distinct", .integer(), Phrase(zh: "不同值的个数", en: "How many different values there are")),
      APIField("missing", .integer(), Phrase(zh: "没有值的件数", en: "Documents without any value")),
    ])
}

struct HitAnswer: APIValue {
  let id: String
  let score: Double
  let title: [PieceAnswer]
  let passages: [PassageAnswer]
  let publicationNumbers, applicationNumbers, applicants, inventors, ipc: [String]
  let kind, status: String?
  let filingDay, publicationDay: Day?
  let explanation: ExplanationAnswer?

  init(_ find: CorpusFind) {
    let document = find.document
    id = ID<CorpusDocument>(find.id).description
    score = Double(find.score)
    title = find.title.map(PieceAnswer.init)
    passages = find.passages.map(PassageAnswer.init)
    publicationNumbers = document.publicationNumbers
    applicationNumbers = document.applicationNumbers
    applicants = document.applicants
    inventors = document.inventors
    ipc = document.ipc
    kind = document.kind
    status = document.status
    filingDay = document.filingDay
    publicationDay = document.publicationDay
    explanation = find.explanation.map(ExplanationAnswer.init)
  }

  static let schema = APISchema.object(
    "SearchHit",
    [
      APIField("id", .id, Phrase(zh: "文献编号", en: "Id of the document")),
      APIField("score", .number, Phrase(zh: "相关度", en: "How well it fits")),
      APIField("title", .array(PieceAnswer.schema), Phrase(zh: "名称，分段标出命中", en: "The title, in pieces")),
      APIField("passages", .array(PassageAnswer.schema), Phrase(zh: "命中处的文字", en: "The text around what was found")),
      APIField("publicationNumbers", .array(.text), Phrase(zh: "公开（公告）号", en: "Publication numbers")),
      APIField("applicationNumbers", .array(.text), Phrase(zh: "申请号", en: "Application numbers")),
      APIField("applicants", .array(.text), Phrase(zh: "申请人", en: "Applicants")),
      APIField("inventors", .array(.text), Phrase(zh: "发明人", en: "Inventors")),
      APIField("ipc", .array(.text), Phrase(zh: "IPC分类号", en: "IPC symbols")),
      APIField("kind", .nullable(.text), Phrase(zh: "类型", en: "Kind"), .sometimes),
      APIField("status", .nullable(.text), Phrase(zh: "法律状态", en: "Legal status"), .sometimes),
      APIField("filingDay", .nullable(.day), Phrase(zh: "申请日", en: "Filing date"), .sometimes),
      APIField("publicationDay", .nullable(.day), Phrase(zh: "公开日", en: "Publication date"), .sometimes),
      APIField(
        "explanation", .nullable(ExplanationAnswer.schema), Phrase(zh: "得分说明", en: "Why it ranks so"), .sometimes),
    ])
}

/// A piece of a text, and whether the query found it.
struct PieceAnswer: APIValue {
  let text: String
  let isFound: Bool

  init(_ piece: MarkedPiece) {
    text = piece.text
    isFound = piece.isMarked
  }

  static let schema = APISchema.object(
    "TextPiece",
    [
      APIField("text", .text, Phrase(zh: "文字", en: "The text")),
      APIField("isFound", .boolean, Phrase(zh: "是否命中", en: "Whether the query found it")),
    ])
}

struct PassageAnswer: APIValue {
  let text: String
  let pieces: [PieceAnswer]
  let isCutBefore, isCutAfter: Bool

  init(_ passage: CorpusPassage) {
    text = passage.text.rawValue
    pieces = passage.pieces.map(PieceAnswer.init)
    isCutBefore = passage.isCutBefore
    isCutAfter = passage.isCutAfter
  }

  static let schema = APISchema.object(
    "Passage",
    [
      APIField("text", .choice(CorpusText.allCases.map(\.rawValue)), Phrase(zh: "出自哪一部分", en: "Which text it is of")),
      APIField("pieces", .array(PieceAnswer.schema), Phrase(zh: "分段文字", en: "The text in pieces")),
      APIField("isCutBefore", .boolean, Phrase(zh: "前面有省略", en: "Whether there is more before it")),
      APIField("isCutAfter", .boolean, Phrase(zh: "后面有省略", en: "Whether there is more behind it")),
    ])
}

struct ExplanationAnswer: APIValue {
  let score: Double
  let parts: [Part]

  struct Part: APIValue {
    let words: String
    let weight: Int
    let documents: Int
    let rarity: Double
    let saturation: Double

    static let schema = APISchema.object(
      "ScorePart",
      [
        APIField("words", .text, Phrase(zh: "检索词", en: "What was looked for")),
        APIField("weight", .integer(), Phrase(zh: "出现次数（名称中一次计五次）", en: "How often it occurs, five for the title")),
        APIField("documents", .integer(), Phrase(zh: "含该词的文献数", en: "In how many documents it occurs")),
        APIField("rarity", .number, Phrase(zh: "稀有度", en: "How much its rarity counts")),
        APIField("saturation", .number, Phrase(zh: "频次与篇幅的作用", en: "What repetition and length give")),
      ])
  }

  init(_ explanation: CorpusExplanation) {
    score = Double(explanation.score)
    parts = explanation.parts.map {
      Part(
        words: $0.words, weight: $0.weight, documents: $0.documents, rarity: Double($0.rarity),
        saturation: Double($0.saturation))
    }
  }

  static let schema = APISchema.object(
    "Explanation",
    [
      APIField("score", .number, Phrase(zh: "得分", en: "The score")),
      APIField("parts", .array(Part.schema), Phrase(zh: "各部分", en: "Its parts")),
    ])
}

/// How the index stands.
struct IndexAnswer: APIValue {
  let state: String
  let done: Int
  let documents, registered, segments, bytes: Int
  let position, lag: Int64

  init(_ status: CorpusStatus) {
    switch status.state {
    case .absent: (state, done) = ("absent", 0)
    case .building(let done, _): (state, self.done) = ("building", done)
    case .ready: (state, done) = ("ready", status.documents)
    }
    documents = status.documents
    registered = status.registered
    segments = status.segments
    bytes = status.bytes
    position = status.standing.position
    lag = status.standing.lag
  }

  static let schema = APISchema.object(
    "SearchIndex",
    [
      APIField("state", .choice(["absent", "building", "ready"]), Phrase(zh: "状态", en: "State")),
      APIField("done", .integer(), Phrase(zh: "已建立的件数", en: "Documents that are in")),
      APIField("documents", .integer(), Phrase(zh: "可检索的件数", en: "Documents that can be found")),
      APIField("registered", .integer(), Phrase(zh: "登记的件数", en: "Documents in the register")),
      APIField("segments", .integer(), Phrase(zh: "索引段数", en: "Segments")),
      APIField("bytes", .integer(), Phrase(zh: "占用字节", en: "Bytes on disk")),
      APIField("position", .integer(), Phrase(zh: "已跟进的留痕序号", en: "The journal entry followed to")),
      APIField("lag", .integer(), Phrase(zh: "尚未跟进的条数", en: "Entries not yet seen")),
    ])
}
