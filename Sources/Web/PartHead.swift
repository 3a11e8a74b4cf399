import Foundation

/// The head of one part of a form: its field, and the file's name where it is one.
struct PartHead: Equatable {
  let field: String
  /// Nil for a field; "" where no file was chosen.
  let fileName: String?
  let mediaType: String

  init(_ bytes: ArraySlice<UInt8>) throws(WebRefusal) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformedForm }
    var headers: [String: String] = [:]
    for line in text.split(separator: "\r\n") {
      guard let colon = line.firstIndex(of: ":") else { throw .malformedForm }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    let parameters = Self.parameters(headers["content-disposition"] ?? "")
    guard let field = parameters["name"] else { throw .malformedForm }
    self.field = field
    fileName = (parameters["filename*"].flatMap(Self.extended) ?? parameters["filename"]).map(Self.lastPart)
    mediaType = headers["content-type"] ?? "application/octet-stream"
  }

  /// `form-data; name="a"; filename="b.csv"`: browsers write `"` in a name as `%22` (HTML Standard).
  private static func parameters(_ header: String) -> [String: String] {
    var found: [String: String] = [:]
    var name = ""
    var value = ""
    var state = 0  // 0 before =, 1 behind it, 2 within quotation marks
    for scalar in header.unicodeScalars {
      switch (state, scalar) {
      case (2, "\""): state = 1
      case (1, "\""): state = 2
      case (0, ";"), (1, ";"):
        found[name.trimmingCharacters(in: .whitespaces).lowercased()] = value
        (name, value, state) = ("", "", 0)
      case (0, "="): state = 1
      case (0, _): name.unicodeScalars.append(scalar)
      case (_, _): value.unicodeScalars.append(scalar)
      }
    }
    found[name.trimmingCharacters(in: .whitespaces).lowercased()] = value
    return found.mapValues { $0.replacing("%22", with: "\"") }
  }

  /// `UTF-8''%E4%B8%93.csv` (RFC 8187).
  private static func extended(_ value: String) -> String? {
    let parts = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
    return String(parts[2]).removingPercentEncoding
  }

  /// Some senders give whole paths; only the last part is a name.
  private static func lastPart(_ name: String) -> String {
    let last = name.split(omittingEmptySubsequences: true) { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    return String(last.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }.map(Character.init).prefix(200))
  }
}
