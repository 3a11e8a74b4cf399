import Kernel
import PatentFormats
import Patents

/// A row of a file, made ready for the register outside the transaction.
struct PreparedRow: Sendable {
  let line: Int
  let content: Content

  enum Content: Sendable {
    case facts(PatentFacts, PatentIdentity, rowHash: Int64, repairs: [Repair], sayings: [PatentExtra])
    case trademark(TrademarkRecord, identity: String, repairs: [Repair])
    case rejected(Rejection)
  }

  init(_ row: FormatRow) {
    line = row.number
    switch row.outcome {
    case .record(let record, let repairs):
      let facts = PatentFacts(record)
      content = .facts(
        facts, PatentIdentity(facts, given: record.publicationNumberRaw), rowHash: stableHash(facts), repairs: repairs,
        sayings: record.sayings)
    case .trademark(let mark, let repairs):
      content =
        mark.identity.map { .trademark(mark, identity: $0, repairs: repairs) } ?? .rejected(.empty(row.original))
    case .rejected(let rejection):
      content = .rejected(rejection)
    }
  }
}

/// FNV-1a, 64 bits, over every field: stored, so the same in every release.
private func stableHash(_ facts: PatentFacts) -> Int64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for value in facts.values {
    if let value {
      value.withBytes { bytes in
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      }
    }
    hash = (hash ^ 0xFF) &* 0x100_0000_01b3
  }
  return Int64(bitPattern: hash)
}
