public import Kernel

/// One line of a list of clusters, as people write it.
public struct ClusterEntry: Equatable, Sendable {
  public let code: String
  public let name: Phrase
  public let group: Phrase

  public init(_ code: String, _ name: Phrase, in group: Phrase) {
    self.code = code
    self.name = name
    self.group = group
  }

  /// Reads what ``line`` wrote: `smart-grid | 智能电网 | Smart grid | 前五 | First five`.
  ///
  /// - Returns: nil where a part is missing or longer than 60 characters, or the code has other symbols than small
  ///   letters, digits and hyphens.
  public init?(line: String) {
    let parts = line.split(separator: "|" as Character, omittingEmptySubsequences: false).map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    guard parts.count == 5, parts.allSatisfy({ (1...60).contains($0.count) }) else { return nil }
    guard parts[0].allSatisfy({ ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }) else { return nil }
    self.init(parts[0], Phrase(zh: parts[1], en: parts[2]), in: Phrase(zh: parts[3], en: parts[4]))
  }

  public var line: String { [code, name.zh, name.en, group.zh, group.en].joined(separator: " | ") }

  /// Every line that is not blank.
  ///
  /// - Throws: ``StageRefusal/wrongLine(_:)``, ``StageRefusal/codeTwice(_:)``, ``StageRefusal/noClusters``.
  public static func list(_ text: String) throws(StageRefusal) -> [ClusterEntry] {
    var entries: [ClusterEntry] = []
    for (place, line) in text.split(separator: "\n" as Character, omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy(\.isWhitespace) {
      guard let entry = ClusterEntry(line: String(line)) else { throw .wrongLine(place + 1) }
      if entries.contains(where: { $0.code == entry.code }) { throw .codeTwice(entry.code) }
      entries.append(entry)
    }
    guard (1...100).contains(entries.count) else { throw .noClusters }
    return entries
  }
}
