/// Lines of comma-separated values (RFC 4180) in UTF-8.
public struct CSVWriter: Sendable {
  /// What becomes of a text that a spreadsheet program would take for a formula.
  public enum Formulas: Sendable {
    /// Kept as they are, for programs.
    case kept
    /// An apostrophe before them makes them text, for people who open the file in a spreadsheet.
    case disarmed
  }

  /// The byte order mark, by which Excel knows UTF-8: the beginning of a file for people.
  public static let mark = "\u{FEFF}"

  private let formulas: Formulas

  public init(formulas: Formulas) { self.formulas = formulas }

  /// One line with its end.
  public func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  private func field(_ text: String) -> String {
    let safe =
      switch formulas {
      case .kept: text
      case .disarmed: beginsFormula(text) ? "'" + text : text
      }
    let needsQuotes = safe.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes || safe.first?.isWhitespace == true else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  /// A negative number is none.
  private func beginsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) else { return false }
    return first != "-" || Double(text) == nil
  }
}
