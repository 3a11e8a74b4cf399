import Foundation

/// The public functions of the desks, as their sources declare them.
enum DeskSource {
  struct Function {
    let room: String
    let name: String
    /// `Access.find(_:by:)`.
    let signature: String
    /// The name of the parameter that is an account; empty for none.
    let account: String
    let firstStatement: String
    var takesAccount: Bool { !account.isEmpty }
  }

  static func functions() throws -> [Function] {
    try files().flatMap { room, path in try functions(in: try Tree.text(path), room) }
  }

  static func desk(of room: String) throws -> String {
    try files().first { $0.room == room && $0.path.hasSuffix("Desk.swift") }
      .flatMap { $0.path.split(separator: "/").last?.dropLast(".swift".count) }.map(String.init) ?? ""
  }

  /// Whether the function only hands its account on to one of the same room that asks it.
  static func delegates(_ function: Function) -> Bool {
    guard let text = try? files().filter({ $0.room == function.room }).map({ try Tree.text($0.path) }).joined(),
      let call = function.firstStatement.firstMatch(of: /^(?:return )?try await (\w+)\(/),
      function.firstStatement.contains(": \(function.account))")
        || function.firstStatement.hasSuffix(",")
    else { return false }
    guard let declared = text.range(of: "func \(call.1)(") else { return false }
    let body = text[declared.upperBound...].drop { $0 != "{" }.prefix(200)
    return body.contains("account.require(")
  }

  private static func files() throws -> [(room: String, path: String)] {
    let sources = Tree.path("Sources")
    return try FileManager.default.contentsOfDirectory(atPath: sources).sorted().flatMap { room in
      let store = sources + "/\(room)/Store"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: store)) ?? []
      return names.sorted().filter { isDesk($0) }.map { (room, "Sources/\(room)/Store/\($0)") }
    }
  }

  private static func isDesk(_ name: String) -> Bool {
    name.wholeMatch(of: /\w*Desk(\+\w+)?\.swift/) != nil && !name.contains("+Operations")
  }

  private static func functions(in text: String, _ room: String) throws -> [Function] {
    text.matches(of: /\n  public (?:static )?func (\w+)\(/).filter { isOfDesk(text[..<$0.range.lowerBound]) }.map {
      match in
      let (parameters, rest) = untilClosed(text[match.range.upperBound...])
      let body = rest.drop { $0 != "{" }.dropFirst()
      let list = split(parameters)
      let labels = list.map { $0.prefix { $0 != ":" }.split(separator: " ").first.map(String.init) ?? "" }
      let account = list.first { $0.wholeMatch(of: /.*: Account\b[^>]*/) != nil }
      return Function(
        room: room, name: String(match.1), signature: "\(room).\(match.1)(\(labels.map { $0 + ":" }.joined()))",
        account: account.map { $0.prefix { $0 != ":" }.split(separator: " ").last.map(String.init) ?? "" } ?? "",
        firstStatement: body.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
          .first { !$0.isEmpty } ?? "")
    }
  }

  /// Whether what follows `text` belongs to a desk, not to another type of the file.
  private static func isOfDesk(_ text: Substring) -> Bool {
    text.matches(of: /\n(?:public )?(?:struct|enum|extension) (\w+)/).last?.1.hasSuffix("Desk") == true
  }

  private static func untilClosed(_ text: Substring) -> (Substring, Substring) {
    var depth = 1
    for place in text.indices {
      if text[place] == "(" { depth += 1 }
      if text[place] == ")" { depth -= 1 }
      if depth == 0 { return (text[..<place], text[place...]) }
    }
    return (text, "")
  }

  /// At commas outside of all brackets.
  private static func split(_ parameters: Substring) -> [String] {
    var (parts, part, depth) = ([String](), "", 0)
    for symbol in parameters {
      if "([{<".contains(symbol) { depth += 1 }
      if ")]}".contains(symbol) || symbol == ">" && part.last != "-" { depth -= 1 }
      if symbol == ",", depth == 0 {
        parts.append(part)
        part = ""
      } else {
        part.append(symbol == "\n" ? " " : symbol)
      }
    }
    parts.append(part)
    return parts.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
