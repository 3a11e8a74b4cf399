public import Kernel
public import Parties
public import Patents
import Storage

/// A patent with where each of its values came from.
public struct PatentDossier: Sendable {
  public let patent: Patent
  /// Every row that spoke of the patent, oldest first.
  public let sources: [PatentSource]
  public let files: [ID<PatentFile>: PatentFile]
  /// The imports that read the rows.
  public let runs: [ID<PatentImport>: PatentImport]
  /// The journal entries that wrote the patent and its sources, newest first.
  public let entries: [Int64]
  public let applicants: [ID<Party>]
  public let family: PatentFamily
  /// The fields of which sources say different things.
  public let disputes: [FieldDispute]
  private let said: [SourcePlace: [PatentExtra]]

  init(_ patent: Patent, in db: any Reading) throws {
    self.patent = patent
    let found = try ImportRows.sources(of: patent.id, in: db)
    sources = found.map(\.0)
    entries = Set(found.map(\.entry) + [patent.revision]).sorted(by: >)
    var files: [ID<PatentFile>: PatentFile] = [:]
    for source in sources where files[source.file] == nil {
      files[source.file] = try ImportRows.file(source.file, in: db)
    }
    self.files = files
    var runs: [ID<PatentImport>: PatentImport] = [:]
    for source in sources where runs[source.run] == nil { runs[source.run] = try ImportRows.run(source.run, in: db) }
    self.runs = runs
    applicants = try PatentRows.applicants(of: patent, in: db)
    let said = try SayingRows.sayings(of: patent.id, in: db)
    self.said = said
    disputes = try Self.disputes(patent, found.map(\.0), files, said, in: db)
    family = try PatentFamily(
      of: patent, sources, said: { said[SourcePlace(file: $0.file, line: $0.line)] ?? [] }, in: db)
  }

  /// What a row says beyond the register's fields; under `field:` and a field's name, what it says otherwise than the
  /// register, which follows a source of higher rank.
  public func sayings(of source: PatentSource) -> [PatentExtra] {
    (said[SourcePlace(file: source.file, line: source.line)] ?? []).filter { !PatentTestimony.Beside.isAgreement($0) }
  }

  private static func disputes(
    _ patent: Patent, _ sources: [PatentSource], _ files: [ID<PatentFile>: PatentFile],
    _ said: [SourcePlace: [PatentExtra]], in db: any Reading
  ) throws -> [FieldDispute] {
    guard sources.count > 1 else { return [] }
    let ranks = (try SourceOrderRows.inEffect(in: db) ?? .shipped).completed(by: .shipped)
    let beside = sources.map {
      PatentTestimony.Beside(said[SourcePlace(file: $0.file, line: $0.line)] ?? [])
    }
    let words = PatentTestimony.words(of: sources, beside: beside, now: patent.facts)
    let rows = zip(sources, words).map { source, words in
      PatentTestimony(source, words: words, rank: files[source.file].flatMap { ranks[$0.format] } ?? 0)
    }
    return FieldDispute.all(rows, now: patent.facts)
  }

  /// The row that gave a field its present value; nil where a person did, or nobody.
  public func origin(of field: PatentField) -> PatentSource? { sources.last { $0.fields.contains(field) } }

  /// The row that gave every value, where it is one alone.
  public var onlyOrigin: PatentSource? {
    let origins = PatentField.allCases.filter { patent.facts[$0] != nil }.map(origin)
    guard let first = origins.first ?? nil, first == sources.first else { return nil }
    return origins.allSatisfy { $0 == first } ? first : nil
  }
}

/// A row of a file.
struct SourcePlace: Hashable {
  let file: ID<PatentFile>
  let line: Int
}
