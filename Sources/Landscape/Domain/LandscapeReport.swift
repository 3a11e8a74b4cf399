public import Corpus
public import Kernel

/// Everything that a landscape says, without the columns it was counted from.
public struct LandscapeReport: Sendable, Equatable {
  public let question: CorpusQuestion
  public let options: LandscapeOptions
  public let completeness: Completeness
  /// How many documents the question finds.
  public let documents: Int
  /// How many there are in the corpus.
  public let corpus: Int
  /// The journal entry up to which the corpus follows the register.
  public let position: Int64
  /// In the order of ``AnalysisKind``.
  public let analyses: [Analysis]
  /// Names that several spellings count as.
  public let mergedApplicants: [NameGroup]

  public init(_ landscape: Landscape) {
    question = landscape.question
    options = landscape.options
    completeness = landscape.completeness
    documents = landscape.documents
    corpus = landscape.corpus
    position = landscape.position
    analyses = AnalysisKind.allCases.map { landscape.analysis($0) }
    mergedApplicants = landscape.mergedApplicants
  }

  /// What a document is.
  public static let unit = Phrase(
    zh: "公开文献；同一申请的公布与授权公告都在库中的，各计一件",
    en: "Publications; of one application, publication and grant count one each where both are there")

  public func analysis(_ kind: AnalysisKind) -> Analysis? { analyses.first { $0.kind == kind } }
}
