import Crypto
import Foundation
import Navigation

/// SHA-256 over what must not change.
enum DatasetHash {
  /// Over the documents, by their ids, and the spellings that count as one name.
  static func of(_ documents: [(document: Int64, content: String)], _ names: FrozenNames) throws -> String {
    var hash = SHA256()
    for line in documents { hash.update(data: Data("\(line.document)\t\(line.content)\n".utf8)) }
    hash.update(data: Data(try names.content().utf8))
    return hexadecimal(hash.finalize())
  }

  /// Over what is reviewed and released: the dataset, what was removed, and what was written.
  static func of(
    _ facts: NavigationFacts, _ dataset: NavigationDataset, _ removals: [Removal], _ texts: [SectionText]
  ) -> String {
    let lines =
      [facts.title, facts.kind.rawValue, facts.need, facts.scope, dataset.hash, dataset.log?.statement ?? ""]
      + removals.map(\.line) + texts.map { "\($0.key)\t\($0.text)" }
    return hexadecimal(SHA256.hash(data: Data(lines.joined(separator: "\n").utf8)))
  }

  private static func hexadecimal(_ digest: SHA256.Digest) -> String {
    digest.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }
}
