public import Kernel

/// A dataset as rows and columns, from which every format of it is written.
public struct OpenTable: Equatable, Sendable {
  public let columns: [OpenColumn]
  public let rows: [[OpenCell]]

  /// - Precondition: each row has a cell for each column.
  public init(columns: [OpenColumn], rows: [[OpenCell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a cell for each column")
    self.columns = columns
    self.rows = rows
  }

  /// The rows as objects; a missing value is null, never 0.
  public var json: OpenValue {
    .array(
      rows.map { row in
        .object(zip(columns, row).map { OpenValue.Member($0.name, $1.json) })
      })
  }
}

public struct OpenColumn: Equatable, Sendable {
  /// Stable, for programs, such as `active_from`.
  public let name: String
  /// For people: the header of tables.
  public let words: Phrase

  public init(_ name: String, _ words: Phrase) {
    self.name = name
    self.words = words
  }
}

public enum OpenCell: Equatable, Sendable {
  case missing
  case text(String)
  /// As it is printed, such as `12.50`.
  case number(String)
  case day(Day)
  case flag(Bool)
  /// Codes with the words that they stand for.
  case choices([OpenChoice])

  /// As tables for people have it.
  public func text(in language: Language) -> String {
    switch self {
    case .missing: ""
    case .text(let text), .number(let text): text
    case .day(let day): day.description
    case .flag(let flag): (flag ? Phrase(zh: "是", en: "Yes") : Phrase(zh: "否", en: "No")).text(in: language)
    case .choices(let choices):
      choices.map { $0.words.text(in: language) }.joined(separator: language == .zh ? "、" : "; ")
    }
  }

  var json: OpenValue {
    switch self {
    case .missing: .null
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .day(let day): .text(day.description)
    case .flag(let flag): .flag(flag)
    case .choices(let choices):
      .array(choices.map { ["code": .text($0.code), "zh": .text($0.words.zh), "en": .text($0.words.en)] })
    }
  }
}

public struct OpenChoice: Equatable, Sendable {
  public let code: String
  public let words: Phrase

  public init(_ code: String, _ words: Phrase) {
    self.code = code
    self.words = words
  }
}
