import Evidence
public import Kernel
public import Ledgers

/// How records stand in a table that can be read in again unchanged.
public enum LedgerExport {
  /// Whether personal values stand in an exported table.
  public enum Personal: Sendable {
    case leftOut, shown
  }

  /// The columns of a table: the fields, then what they rest on.
  ///
  /// - Parameter hints: whether a last column says what should be checked.
  public static func headers(
    _ fields: [LedgerField], hints: HintColumn = .none, in language: Language
  ) -> [String] {
    fields.map { $0.header.text(in: language) } + LedgerTable.proof.map { $0.words.text(in: language) }
      + (hints == .last ? [LedgerHint.name.text(in: language)] : [])
  }

  /// A record's texts in the order of the headers.
  public static func texts(
    _ record: LedgerRecord, _ fields: [LedgerField], hints: HintColumn = .none, in language: Language
  ) -> [String] {
    fields.map { $0.written(record.values[$0.name], in: language) } + [record.grade.code, record.document ?? ""]
      + (hints == .last ? [said(record.hints, in: language)] : [])
  }

  /// Whether a table says what should be checked about its records; nobody reads that column in again.
  public enum HintColumn: Sendable {
    case none, last
  }

  static func said(_ hints: [LedgerHint], in language: Language) -> String {
    hints.map { $0.phrase.text(in: language) }.joined(separator: language == .zh ? "；" : "; ")
  }

  /// A line of a CSV file in which a spreadsheet finds no formula.
  public static func line(_ texts: [String]) -> String {
    texts.map { text in
      let safe = beginsFormula(text) ? "'" + text : text
      let needsQuotes = safe.utf8.contains { [0x22, 0x2C, 0x3B, 0x0A, 0x0D].contains($0) }
      guard needsQuotes || safe.first?.isWhitespace == true else { return safe }
      return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }.joined(separator: ",") + "\r\n"
  }

  /// What ``line(_:)`` made safe, as it was.
  static func unguarded(_ text: String) -> String {
    guard text.first == "'", beginsFormula(String(text.dropFirst())) else { return text }
    return String(text.dropFirst())
  }

  /// A negative number is none; an apostrophe that already stands before one is doubled, so that it comes back.
  private static func beginsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if first == "'" { return beginsFormula(String(text.dropFirst())) }
    guard "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) else { return false }
    return first != "-" || Double(text) == nil
  }
}
