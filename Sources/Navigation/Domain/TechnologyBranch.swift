import Corpus
import Foundation

/// A row of the technology table (技术分解表): a branch of the technique and the search that finds it.
public struct TechnologyBranch: Equatable, Sendable {
  /// 1 is the first.
  public let place: Int
  public let name: String
  /// In the language of docs/search.md.
  public let query: String

  public init(place: Int, name: String, query: String) {
    self.place = place
    self.name = name
    self.query = query
  }

  /// More than a table of techniques has rows that anybody reads.
  public static let most = 40

  /// The search with what every branch is restricted by.
  public func text(within restriction: String) -> String {
    restriction.isEmpty ? query : "(\(restriction)) AND (\(query))"
  }

  /// Reads a table as it is typed or pasted: a branch a line, its name and its search divided by `|` or a tab.
  public static func table(_ text: String) throws(NavigationRefusal) -> [TechnologyBranch] {
    var branches: [TechnologyBranch] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
      let parts = line.split(maxSplits: 1, omittingEmptySubsequences: false) { "|｜\t".contains($0) }
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { throw .badBranch(line: number + 1) }
      guard parts[0].count <= 60 else { throw .tooLong(.branches, limit: 60) }
      guard !branches.contains(where: { $0.name == parts[0] }) else { throw .branchTwice(parts[0]) }
      try check(parts[1], line: number + 1)
      branches.append(TechnologyBranch(place: branches.count + 1, name: parts[0], query: parts[1]))
    }
    guard branches.count <= most else { throw .tooManyBranches(limit: most) }
    return branches
  }

  /// As ``table(_:)`` reads it.
  public var line: String { "\(name) | \(query)" }

  static func check(_ query: String, line: Int) throws(NavigationRefusal) {
    do throws(CorpusRefusal) {
      _ = try CorpusQuestion(query).query()
    } catch {
      guard let fault = error.fault else { return }
      throw .badQuery(line: line, fault)
    }
  }
}
