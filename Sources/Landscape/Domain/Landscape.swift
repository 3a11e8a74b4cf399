public import Corpus
import Kernel

/// What the documents that a question finds look like as a whole: pure, and the same for the same corpus, names and
/// options.
///
/// Every analysis adds up to ``documents``, and every number in it opens into the documents that it counts.
public struct Landscape: Sendable {
  public let question: CorpusQuestion
  public let options: LandscapeOptions
  public let completeness: Completeness
  /// How many documents the question finds.
  public let documents: Int
  /// How many there are in the corpus.
  public let corpus: Int
  /// The journal entry up to which the corpus follows the register.
  public let position: Int64
  private let columns: [CorpusColumn: ValueColumn]

  public init(
    of selection: CorpusSelection, question: CorpusQuestion, merging: NameMerging = .none, completeness: Completeness,
    options: LandscapeOptions = LandscapeOptions()
  ) {
    self.question = question
    self.options = options
    self.completeness = completeness
    documents = selection.count
    corpus = selection.snapshot.documentCount
    position = selection.snapshot.position
    let needed: [CorpusColumn] = [
      .filingYear, .publicationYear, .kind, .status, .applicant, .inventor, .agency, .province, .city, .district,
      .cited, options.level.column,
    ]
    var columns: [CorpusColumn: ValueColumn] = [:]
    for column in needed {
      let values = ValueColumn(column, of: selection)
      let isMerged = column == .applicant || column == .agency
      columns[column] = isMerged && options.mergesNames ? values.merged(by: merging) : values
    }
    self.columns = columns
  }

  public func analysis(_ kind: AnalysisKind) -> Analysis {
    switch kind {
    case .filings: trend(kind, .filing)
    case .publications: trend(kind, .publication)
    case .kinds: ranking(kind, .kind)
    case .statuses: ranking(kind, .status)
    case .applicants: ranking(kind, .applicant)
    case .concentration: concentration
    case .lifeCycle: lifeCycle
    case .coApplicants: pairs(kind, .applicant)
    case .classes: ranking(kind, options.level.column)
    case .classYears: classYears
    case .classPairs: classPairs
    case .growth: growth
    case .whiteSpace: whiteSpace
    case .provinces: ranking(kind, .province)
    case .cities: ranking(kind, .city)
    case .districts: ranking(kind, .district)
    case .inventors: ranking(kind, .inventor)
    case .coInventors: pairs(kind, .inventor)
    case .agencies: ranking(kind, .agency)
    case .citations: ranking(kind, .cited)
    }
  }

  /// Names of applicants that several spellings count as, the most frequent first.
  public var mergedApplicants: [NameGroup] {
    guard let applicants = columns[.applicant] else { return [] }
    let merged = applicants.groups.indices.filter { applicants.groups[$0].spellings.count > 1 }
    return merged.sorted {
      let (left, right) = (applicants.counts[$0 + 1], applicants.counts[$1 + 1])
      return left == right ? applicants.groups[$0].name < applicants.groups[$1].name : left > right
    }.map { applicants.groups[$0] }
  }

  /// A column that ``init(of:question:merging:completeness:options:)`` has read.
  func values(_ column: CorpusColumn) -> ValueColumn {
    // A column that was not read is a defect of this file, which the first analysis meets.
    guard let values = columns[column] else { preconditionFailure("the column was not read: \(column)") }
    return values
  }

  /// A part of all documents in hundredths of a percent.
  func share(_ count: Int, of whole: Int? = nil) -> AnalysisCell {
    let whole = whole ?? documents
    return whole > 0 ? .share((count * 10_000 + whole / 2) / whole) : .nothing
  }

  func label(_ column: CorpusColumn, _ code: Int) -> AnalysisLabel {
    let name = values(column).name(code)
    guard column == .kind else { return .data(name) }
    return DocumentKind(rawValue: name).map { .words($0.phrase) } ?? .data(name)
  }
}

extension CorpusColumn {
  /// Whether a document may have several values.
  var isMultiple: Bool {
    switch self {
    case .filingYear, .publicationYear, .kind, .status, .province, .city, .district: false
    case .ipcSection, .ipcClass, .ipcSubclass, .ipcGroup, .ipcSubgroup, .applicant, .inventor, .agency, .source,
      .applicationNumber, .publicationNumber, .cited:
      true
    }
  }
}

/// The words for the kinds that the corpus keeps in short.
enum DocumentKind: String {
  case invention, utilityModel, design, plant

  var phrase: Phrase {
    switch self {
    case .invention: Phrase(zh: "发明", en: "Invention")
    case .utilityModel: Phrase(zh: "实用新型", en: "Utility model")
    case .design: Phrase(zh: "外观设计", en: "Design")
    case .plant: Phrase(zh: "植物", en: "Plant")
    }
  }
}
