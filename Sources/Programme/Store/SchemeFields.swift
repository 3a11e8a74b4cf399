import Foundation
import Kernel
import Programme
import Yams

/// One mapping of a scheme's text.
struct SchemeFields {
  private let nodes: [String: Node]
  private let line: Int?

  init(_ node: Node, keys: Set<String>) throws(EvaluationRefusal) {
    line = node.mark?.line
    guard let mapping = node.mapping else {
      throw .badScheme(line: node.mark?.line, Phrase(zh: "此处应为“键: 值”", en: "Keys with values are expected here"))
    }
    var found: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.string, keys.contains(name) else {
        let name = key.string.map { String($0.prefix(40)) } ?? "?"
        throw .badScheme(line: key.mark?.line, Phrase(zh: "不认识的键“\(name)”", en: "The key “\(name)” is not known"))
      }
      found[name] = value
    }
    nodes = found
  }

  func has(_ key: String) -> Bool { nodes[key] != nil }

  func fault(_ problem: Phrase) -> EvaluationRefusal { .badScheme(line: line, problem) }

  func node(_ key: String) throws(EvaluationRefusal) -> Node {
    guard let node = nodes[key] else { throw fault(Phrase(zh: "缺少“\(key)”", en: "“\(key)” is missing")) }
    return node
  }

  func text(_ key: String, atMost limit: Int = 1_000) throws(EvaluationRefusal) -> String {
    let text = try node(key).scalar?.string.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    guard !text.isEmpty, text.count <= limit, !text.utf8.contains(0) else {
      throw fault(Phrase(zh: "“\(key)”应为不超过 \(limit) 字的文字", en: "“\(key)” is no text of at most \(limit) characters"))
    }
    return text.precomposedStringWithCanonicalMapping
  }

  func optionalText(_ key: String) throws(EvaluationRefusal) -> String? { has(key) ? try text(key) : nil }

  func number(_ key: String) throws(EvaluationRefusal) -> SchemeNumber {
    guard let number = SchemeNumber(try text(key)) else {
      throw fault(Phrase(zh: "“\(key)”不是数字", en: "“\(key)” is no number"))
    }
    return number
  }

  /// Words in both languages.
  func phrase(_ key: String) throws(EvaluationRefusal) -> Phrase {
    try SchemeFields(node(key), keys: ["zh", "en"]).ownPhrase()
  }

  func ownPhrase() throws(EvaluationRefusal) -> Phrase { Phrase(zh: try text("zh"), en: try text("en")) }

  func optionalPhrase(_ key: String) throws(EvaluationRefusal) -> Phrase? { has(key) ? try phrase(key) : nil }

  func list<Item>(
    _ key: String, at name: String, _ read: (Node) throws(EvaluationRefusal) -> Item
  ) throws(EvaluationRefusal) -> [Item] {
    guard let items = try node(key).sequence else {
      throw fault(Phrase(zh: "“\(name)”应为列表", en: "“\(name)” is no list"))
    }
    // More than any scheme has; aliases could make a short text endless.
    guard items.count <= 100 else {
      throw fault(Phrase(zh: "“\(name)”超过 100 项", en: "“\(name)” has more than 100 entries"))
    }
    var found: [Item] = []
    for item in items { found.append(try read(item)) }
    return found
  }
}

extension YamlError {
  /// Where it is, as far as it says.
  var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }
}
