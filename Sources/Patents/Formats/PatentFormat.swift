public import Kernel
public import Patents
public import Tables

/// A layout in which patents, and the trademarks beside them, arrive.
public protocol PatentFormat: Sendable {
  /// Stable, stored with every import: `corpus-jsonl`.
  var code: String { get }
  var name: Phrase { get }
  /// Whose word counts where files disagree, until the zone orders its sources otherwise: offices 300, vendors 200,
  /// collections 100.
  var precedence: Int { get }
  /// Where the layout is documented, or where it was observed.
  var citation: String { get }

  /// Hands each row of the file to `visit`, in order, in constant memory.
  ///
  /// Every data row is given exactly once, as a record or as a rejection; headers and blank lines are no rows.
  /// - Parameters:
  ///   - row: rows up to this one are passed over unread; 0 begins at the beginning.
  /// - Throws: ``Tables/TableRefusal`` when the file cannot be read (on), ``FormatRefusal`` when it is not of
  ///   this format, and what `visit` throws. The rows given before remain valid.
  func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws
}

extension PatentFormat {
  public func read(path: String, after row: Int = 0, _ visit: (FormatRow) throws -> Void) throws {
    try read(FormatInput(path: path), after: row, visit)
  }
}

/// A file to read, and how far it may expand.
public struct FormatInput: Sendable {
  public let path: String
  public let limit: ExpansionLimit

  public init(path: String, limit: ExpansionLimit = ExpansionLimit()) {
    self.path = path
    self.limit = limit
  }
}

/// One row of a file, or one document of a file of documents.
///
/// To be used within the call that hands it over.
public struct FormatRow {
  public enum Outcome {
    case record(PatentRecord, repairs: [Repair])
    case trademark(TrademarkRecord, repairs: [Repair])
    case rejected(Rejection)
  }

  /// 1 for the first row of data, over all sheets of a workbook.
  public let number: Int
  /// The line of the file, the row of the sheet or the line of a document's beginning that a person
  /// finds it by.
  public let line: Int
  public let outcome: Outcome
  /// How far the file itself, compressed as it is, has been read.
  public let bytesRead: Int64
  private let makeOriginal: () -> String

  init(
    number: Int, line: Int, outcome: Outcome, bytesRead: Int64, original: @escaping () -> String
  ) {
    self.number = number
    self.line = line
    self.outcome = outcome
    self.bytesRead = bytesRead
    makeOriginal = original
  }

  /// The row as it stands in the file, at most some 2 kB; made when it is asked for.
  public var original: String { makeOriginal() }
}

/// How much of a row is kept as its original text.
let originalLimit = 2_048
