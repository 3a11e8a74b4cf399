public import Foundation
public import Rules
import Yams

/// The rules and holidays that ship with the program, as YAML files anybody can read.
public enum RuleLibrary {
  static let sourcesFile = "sources.yaml"
  static let suppliersFile = "suppliers.yaml"

  /// The shipped rules, read afresh.
  ///
  /// - Parameter zone: in an operating zone the service levels of the demonstration are unknown, so that no figure
  ///   is made with a deadline nobody adopted.
  /// - Returns: the book without any supersession.
  /// - Throws: ``RuleLibraryError``, naming file and rule.
  public static func shipped(for zone: RuleZone = .operating) throws -> RuleBook {
    try book(in: folder.appending(path: "rules"), for: zone)
  }

  /// The rules in the YAML files of `folder`, validated strictly: one bad rule and there is no book.
  public static func book(in folder: URL, for zone: RuleZone = .operating) throws -> RuleBook {
    let catalogue = try RuleLibraryCatalogue(
      sources: text(of: sourcesFile, in: folder), suppliers: text(of: suppliersFile, in: folder))
    var rules: [Rule] = []
    var homes: [RuleID: String] = [:]
    var groups: [String: String] = [:]
    for file in try files(in: folder) where file != sourcesFile && file != suppliersFile {
      let reader = RuleLibraryReader(file: file, zone: zone, catalogue: catalogue)
      for rule in try reader.rules(in: text(of: file, in: folder)) {
        if let home = homes.updateValue(file, forKey: rule.id) {
          throw RuleLibraryError(file: file, line: nil, rule: rule.id.description, problem: "is already in \(home)")
        }
        if let home = groups.updateValue(file, forKey: rule.group.key), home != file {
          throw RuleLibraryError(
            file: file, line: nil, rule: nil, problem: "its group “\(rule.group.key)” is already that of \(home)")
        }
        rules.append(rule)
      }
    }
    return RuleBook(rules)
  }

  /// Beside the executable in an installation; else where the package was built.
  static var folder: URL { Bundle.module.bundleURL.appending(path: "Resources") }

  static func files(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }.sorted()
  }

  static func text(of file: String, in folder: URL) throws(RuleLibraryError) -> String {
    do {
      return try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    } catch {
      throw RuleLibraryError(file: file, line: nil, rule: nil, problem: "cannot be read: \(error)")
    }
  }

  /// Without the rules that tell a number or a date by its look: every value is read as what its key wants.
  static func compose(_ text: String, file: String) throws(RuleLibraryError) -> Node {
    do {
      guard let node = try Yams.compose(yaml: text, .basic) else {
        throw RuleLibraryError(file: file, line: nil, rule: nil, problem: "is empty")
      }
      return node
    } catch let error as RuleLibraryError {
      throw error
    } catch {
      throw RuleLibraryError(file: file, line: nil, rule: nil, problem: "is not YAML: \(error)")
    }
  }
}
