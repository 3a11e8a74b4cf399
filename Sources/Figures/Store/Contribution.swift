public import Evidence
public import Figures
public import Kernel
import Storage

/// One row of a figure: a record, what it counts as, and with which evidence.
public struct Contribution: Equatable, Sendable {
  public let table: String
  public let record: Int64
  public let countedAs: String
  public let weight: Int64
  public let part: FigurePart
  public let grade: EvidenceGrade
  public let label: String
  public let base: String?
  public let category: String?
  public let day: Day?

  init(row: Row) throws {
    var columns = row.columns
    table = try columns.text()
    record = try columns.integer()
    countedAs = try columns.text()
    weight = try columns.integer()
    part = try columns.value()
    let grade = try columns.int()
    self.grade = EvidenceGrade(rawValue: grade) ?? .g4
    label = try columns.text()
    base = try columns.optional { try $0.text() }
    category = try columns.optional { try $0.text() }
    day = try columns.optional { try $0.day() }
    try columns.end()
  }
}

/// What a row stands for in the measure.
public enum FigurePart: String, CaseIterable, Sendable {
  case now, of, before
  case beforeOf = "before-of"

  var place: WritableKeyPath<FigureTotals.Parts, FigureTotals.Part> {
    switch self {
    case .now: \.now
    case .of: \.of
    case .before: \.before
    case .beforeOf: \.beforeOf
    }
  }

  public var phrase: Phrase {
    switch self {
    case .now: Phrase(zh: "计入", en: "Counted")
    case .of: Phrase(zh: "分母", en: "Divided by")
    case .before: Phrase(zh: "上年", en: "Year before")
    case .beforeOf: Phrase(zh: "上年分母", en: "Year before, divided by")
    }
  }
}

/// What counts once, with the records behind it.
public struct CountedThing: Equatable, Sendable {
  public let countedAs: String
  /// All its records; ``records`` holds the first of them.
  public let rows: Int
  public let weight: Int64
  public let records: [Contribution]

  /// How many records of one thing a list shows.
  public static let shownRecords = 20
}
