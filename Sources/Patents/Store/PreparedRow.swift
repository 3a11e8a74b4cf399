import Kernel
import PatentFormats
import Patents

/// A row of a file, made ready for the register outside the transaction.
struct PreparedRow: Sendable {
  let line: Int
  let content: Content
  /// Of the facts of a patent, as every release computes it; of anything else what tells its batch from others.
  let hash: Int64

  enum Content: Sendable {
    case facts(PatentFacts, PatentIdentity, repairs: [Repair], sayings: [PatentExtra])
    case trademark(TrademarkRecord, identity: String, repairs: [Repair])
    case rejected(Rejection)
  }

  /// How many rows are best prepared at a time.
  static let together = RowHash.lanes

  static func prepared(_ rows: [FormatRow], by rowHash: inout RowHash) -> [PreparedRow] {
    let contents = rows.map(Content.init)
    var hashes = rowHash.of(contents.compactMap(\.facts)).makeIterator()
    return zip(rows, contents).map { row, content in
      let hash =
        switch content {
        case .facts: hashes.next() ?? 0
        case .trademark(_, let identity, _): Int64(row.number) ^ Int64(truncatingIfNeeded: identity.utf8.count) << 32
        case .rejected: Int64(row.number)
        }
      return PreparedRow(line: row.number, content: content, hash: hash)
    }
  }
}

extension PreparedRow.Content {
  fileprivate init(_ row: FormatRow) {
    switch row.outcome {
    case .record(let record, let repairs):
      let facts = PatentFacts(record)
      let identity = PatentIdentity(facts, given: record.publicationNumberRaw)
      self = .facts(facts, identity, repairs: repairs, sayings: record.sayings)
    case .trademark(let mark, let repairs):
      self = mark.identity.map { .trademark(mark, identity: $0, repairs: repairs) } ?? .rejected(.empty(row.original))
    case .rejected(let rejection):
      self = .rejected(rejection)
    }
  }

  fileprivate var facts: PatentFacts? {
    if case .facts(let facts, _, _, _) = self { facts } else { nil }
  }
}
