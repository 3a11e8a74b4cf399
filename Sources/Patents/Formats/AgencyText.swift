import Kernel
import Patents

extension RecordBuilder {
  /// An agency as tables write it: the name, with or without its code of five digits at the end.
  mutating func setAgency(_ raw: String) {
    guard let text = CleanText.line(raw) else { return }
    let digits = text.unicodeScalars.reversed().prefix { ("0"..."9").contains($0) }.count
    guard digits == 5, text.unicodeScalars.count > 5, let code = try? AgencyCode(String(text.suffix(5))) else {
      record.agency = text
      return
    }
    record.agency = CleanText.line(String(text.dropLast(5)))
    record.agencyCode = code
  }
}

/// The first of the claims of a text that holds them all.
enum FirstClaim {
  /// Claims are numbered at the beginning of a line: `1、`, `1.`, `2．`; the text up to the second.
  static func of(_ claims: String) -> String? {
    guard let text = CleanText.lines(claims) else { return nil }
    var first: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !first.isEmpty, beginsSecond(line) { break }
      first.append(line)
    }
    return CleanText.lines(first.joined(separator: "\n"))
  }

  private static func beginsSecond(_ line: Substring) -> Bool {
    let start = line.drop { $0 == " " }.unicodeScalars
    guard start.first == "2", let mark = start.dropFirst().first else { return false }
    return [".", "、", "．", " "].contains(mark)
  }
}
