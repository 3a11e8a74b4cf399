public import Kernel

/// One analysis of a selection as figures: what the chart draws, the table lists and the file holds.
public struct Analysis: Sendable, Equatable {
  public let kind: AnalysisKind
  /// What the rows are about.
  public let subject: Phrase
  /// What stands over the cells of a row.
  public let headings: [AnalysisLabel]
  public let rows: [AnalysisRow]
  public let balance: Balance
  /// What the reader must know to read it rightly.
  public var notes: [Phrase] = []
}

/// What a row or a column is called: words, or data.
public enum AnalysisLabel: Sendable, Equatable {
  case words(Phrase)
  case data(String)
}

public struct AnalysisRow: Sendable, Equatable {
  public let label: AnalysisLabel
  /// The documents of the row; nil where the row is no set of documents.
  public let narrowing: Narrowing?
  public let cells: [AnalysisCell]
  public var standing = YearStanding.complete

  /// The first number of the row, which charts draw.
  public var value: Int { if case .count(let count, _)? = cells.first { count } else { 0 } }
}

public enum AnalysisCell: Sendable, Equatable {
  /// A number of documents, with what leads to them.
  case count(Int, Narrowing?)
  /// A number of other things than documents, such as applicants.
  case number(Int)
  /// Hundredths of a percent; may be negative or more than the whole.
  case share(Int)
  /// What cannot be computed, such as growth from nothing.
  case nothing
}

/// How the parts of an analysis add up to all documents of the selection.
public struct Balance: Sendable, Equatable {
  public struct Part: Sendable, Equatable {
    public let words: Phrase
    public let count: Int
    public let narrowing: Narrowing?

    public init(_ words: Phrase, _ count: Int, _ narrowing: Narrowing?) {
      self.words = words
      self.count = count
      self.narrowing = narrowing
    }
  }

  /// All documents of the selection.
  public let documents: Int
  /// Without overlap.
  public let parts: [Part]
  /// What the rows add up to, where a document may stand in several of them or in rows that are not shown.
  public let assignments: Int?

  public init(documents: Int, parts: [Part], assignments: Int? = nil) {
    self.documents = documents
    self.parts = parts
    self.assignments = assignments
  }

  /// Whether the parts are the whole.
  public var adds: Bool { parts.reduce(0) { $0 + $1.count } == documents }
}
