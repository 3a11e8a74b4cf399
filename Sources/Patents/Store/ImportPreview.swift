public import Kernel
public import Patents
import PatentFormats
import Storage

/// What an import would do, found without writing.
///
/// Rows of one identity that follow each other in the file count as the importer would count them,
/// except that a value from the register and one from the file are compared only once.
public struct ImportPreview: Sendable {
  public let format: Phrase
  public let formatCode: String
  public private(set) var counts = ImportCounts()
  /// The first rows, for a person to see that the columns are understood.
  public private(set) var samples: [PatentFacts] = []
  /// The first rejections.
  public private(set) var rejections: [ImportNote] = []

  private var marks: Set<String> = []
  /// Whether the whole file was looked at.
  public private(set) var isWhole = true

  static let sampleCount = 20

  static func of(
    _ format: any PatentFormat, path: String, rows limit: Int?, batchSize: Int, in database: any Database
  ) async throws -> ImportPreview {
    var preview = ImportPreview(format: format.name, formatCode: format.code)
    var seen: [PatentIdentity: Int64] = [:]
    let rank = try await database.read { try SourceOrderRows.inEffect(in: $0)?[format.code] } ?? format.precedence
    let pump = RowPump(format, path: path, after: 0, batchSize: batchSize)
    defer { pump.stop() }
    for try await batch in pump.batches {
      let identities = Array(Set(batch.rows.compactMap(\.identity)))
      let known = try await database.read { db in
        Dictionary(uniqueKeysWithValues: try PatentRows.find(identities, in: db).map { ($0.identity, $0) })
      }
      for row in batch.rows { preview.take(row, known: known, seen: &seen, precedence: rank) }
      pump.makeRoom()
      if let limit, preview.counts.rows >= limit {
        preview.isWhole = false
        break
      }
    }
    // A cancelled task sees the end of the rows, too.
    try Task.checkCancellation()
    return preview
  }

  private init(format: Phrase, formatCode: String) {
    self.format = format
    self.formatCode = formatCode
  }

  private mutating func take(
    _ row: PreparedRow, known: [PatentIdentity: Patent], seen: inout [PatentIdentity: Int64], precedence: Int
  ) {
    counts.rows += 1
    switch row.content {
    case .rejected(let rejection):
      counts.rejected += 1
      guard rejections.count < Self.sampleCount else { return }
      rejections.append(
        ImportNote(
          file: ID(0), line: row.line, place: 0, run: ID(0), sort: .rejected, code: rejection.code,
          phrase: rejection.phrase, field: nil, original: rejection.original))
    case .trademark(_, let identity, let repairs):
      if !repairs.isEmpty { counts.repaired += 1 }
      // Counted as if the register had none: a mark's record of each file is kept by itself.
      if marks.insert(identity).inserted { counts.new += 1 } else { counts.updated += 1 }
    case .facts(let facts, let identity, let repairs, _):
      if !repairs.isEmpty { counts.repaired += 1 }
      if samples.count < Self.sampleCount { samples.append(facts) }
      defer { seen[identity] = row.hash }
      if let last = seen[identity] {
        if last == row.hash { counts.unchanged += 1 } else { counts.updated += 1 }
      } else if let patent = known[identity] {
        let merge = PatentMerge(patent.facts, precedence: patent.precedence, with: facts, precedence: precedence)
        if merge.before.isEmpty { counts.unchanged += 1 } else { counts.updated += 1 }
      } else {
        counts.new += 1
      }
    }
  }
}
