import Kernel
import Yams

/// One mapping of a shipped file, read strictly: a key nobody knows, or one that is missing, is an error with its place.
struct RuleLibraryFields {
  let file: String
  let rule: String?
  let line: Int?
  private let nodes: [String: Node]

  init(_ node: Node, keys: Set<String>, file: String, rule: String? = nil) throws(RuleLibraryError) {
    self.file = file
    self.rule = rule
    line = node.mark?.line
    guard let mapping = node.mapping else {
      throw RuleLibraryError(file: file, line: line, rule: rule, problem: "keys with values expected")
    }
    var found: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.string, keys.contains(name) else {
        throw RuleLibraryError(
          file: file, line: key.mark?.line, rule: rule, problem: "unknown key “\(key.string ?? "?")”")
      }
      found[name] = value
    }
    nodes = found
  }

  func has(_ key: String) -> Bool { nodes[key] != nil }

  func node(_ key: String) throws(RuleLibraryError) -> Node {
    guard let node = nodes[key] else { throw error("“\(key)” is missing") }
    return node
  }

  func text(_ key: String) throws(RuleLibraryError) -> String {
    guard let text = try node(key).scalar?.string, !text.isEmpty else { throw error("“\(key)” is not a text") }
    return text
  }

  func list(_ key: String) throws(RuleLibraryError) -> [Node] {
    guard let items = try node(key).sequence, !items.isEmpty else { throw error("“\(key)” is not a list") }
    return Array(items)
  }

  func texts(_ key: String) throws(RuleLibraryError) -> [String] {
    try list(key).map { (item) throws(RuleLibraryError) -> String in
      guard let text = item.scalar?.string, !text.isEmpty else { throw error("“\(key)” is not a list of texts") }
      return text
    }
  }

  func fields(_ key: String, keys: Set<String>) throws(RuleLibraryError) -> RuleLibraryFields {
    try RuleLibraryFields(node(key), keys: keys, file: file, rule: rule)
  }

  /// Words in both languages.
  func phrase(_ key: String) throws(RuleLibraryError) -> Phrase {
    let words = try fields(key, keys: ["zh", "en"])
    guard words.has("zh"), words.has("en") else { throw error("“\(key)” is missing a translation") }
    return Phrase(zh: try words.text("zh"), en: try words.text("en"))
  }

  func optionalPhrase(_ key: String) throws(RuleLibraryError) -> Phrase? { has(key) ? try phrase(key) : nil }

  func day(_ key: String) throws(RuleLibraryError) -> Day {
    let text = try text(key)
    guard let day = Day(text) else { throw error("“\(key)” is not a day: \(text)") }
    return day
  }

  func optionalDay(_ key: String) throws(RuleLibraryError) -> Day? { has(key) ? try day(key) : nil }

  func number(_ key: String) throws(RuleLibraryError) -> Int64 {
    let text = try text(key)
    guard let number = Int64(text), number >= 0 else { throw error("“\(key)” is not a whole number: \(text)") }
    return number
  }

  func optionalNumber(_ key: String) throws(RuleLibraryError) -> Int64? { has(key) ? try number(key) : nil }

  func flag(_ key: String) throws(RuleLibraryError) -> Bool {
    let text = try text(key)
    guard let flag = Bool(text) else { throw error("“\(key)” is neither true nor false: \(text)") }
    return flag
  }

  func choice<Choice: RawRepresentable<String>>(
    _ key: String, of _: Choice.Type = Choice.self
  ) throws(RuleLibraryError) -> Choice {
    let text = try text(key)
    guard let choice = Choice(rawValue: text) else { throw error("“\(key)” cannot be “\(text)”") }
    return choice
  }

  func error(_ problem: String) -> RuleLibraryError {
    RuleLibraryError(file: file, line: line, rule: rule, problem: problem)
  }
}
