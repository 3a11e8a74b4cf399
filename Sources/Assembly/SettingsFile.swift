import Foundation
import Yams

/// Reads `ipzone.yaml`.
enum SettingsFile {
  /// - Returns: every value with its name and line; none where there is no file.
  static func entries(at path: String) throws(SettingsRefusal) -> [SettingsEntry] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    let name = URL(fileURLWithPath: path).lastPathComponent
    guard let bytes = FileManager.default.contents(atPath: path), let text = String(bytes: bytes, encoding: .utf8)
    else {
      throw .unreadable(at: name)
    }
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch { throw .unreadable(at: name + place(of: error)) }
    guard let node else { return [] }
    return try entries(node, below: [], file: name)
  }

  private static func entries(_ node: Node, below names: [String], file: String) throws(SettingsRefusal)
    -> [SettingsEntry]
  {
    let line = node.mark.map { "\(file):\($0.line)" } ?? file
    switch node {
    case .scalar(let scalar):
      guard !names.isEmpty else { throw .unreadable(at: line) }
      return [SettingsEntry(name: names.joined(separator: "-"), value: scalar.string, source: line)]
    case .mapping(let mapping):
      var found: [SettingsEntry] = []
      for (key, value) in mapping {
        found += try entries(value, below: names + [key.scalar?.string ?? "?"], file: file)
      }
      return found
    case .sequence, .alias: throw .unreadable(at: line)
    }
  }

  private static func place(of error: any Error) -> String {
    guard let error = error as? YamlError else { return "" }
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): return ":\(mark.line)"
    default: return ""
    }
  }
}
