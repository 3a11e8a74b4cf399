public import Access
public import Journal
import JournalStore
public import Kernel
public import PatentFormats
import Patents
import Storage

extension PatentDesk {
  /// The columns of an upload: what they probably mean, and their first values.
  ///
  /// - Throws: ``PatentFormats/MappingRefusal/noTable`` for a file that has none.
  public func columns(ofUpload sha256: String, by account: Account) async throws -> UploadColumns {
    try account.require(.importPatents)
    let path = try keptUpload(sha256)
    let look = try TableLook(path: path)
    var known: (any PatentFormat)?
    do {
      known = try await format(of: path)
    } catch let refusal as FormatRefusal {
      guard case .unknown = refusal else { throw refusal }
    }
    return UploadColumns(
      name: uploadName(sha256), look: look, known: known?.name, mapping: try await kept(behind: known))
  }

  /// Whether an upload is a table that only a mapping would make readable.
  public func needsColumns(_ sha256: String, by account: Account) async throws -> Bool {
    try account.require(.importPatents)
    do {
      _ = try await format(of: try keptUpload(sha256))
      return false
    } catch let refusal as FormatRefusal {
      guard case .unknown = refusal else { throw refusal }
      return true
    }
  }

  /// Keeps a mapping: the next table with the same headers is read by it.
  ///
  /// - Throws: ``PatentFormats/MappingRefusal``.
  @discardableResult
  public func saveMapping(
    named name: String, columns: [MappedColumn], by account: Account
  ) async throws -> ID<KeptMapping> {
    try account.require(.importPatents)
    let mapping = try TableMapping(name: name, columns: columns)
    let (world, id): (World, ID<KeptMapping>) = (world, world.newID())
    try await database.write { db in
      let deed = Deed(.saveMapping, by: account, on: id.subject, facts: ["name": mapping.name])
      try Recording.write(deed, world: world, in: db) { recording in
        guard try TableMappingRows.find(named: mapping.name, in: db) == nil else {
          throw MappingRefusal.nameTaken(mapping.name)
        }
        if let other = try TableMappingRows.inUse(for: mapping.signature, in: db) {
          throw MappingRefusal.headersTaken(by: other.mapping.name)
        }
        try recording.insert(
          try TableMappingRows.values(id, mapping, madeAt: world.now(), madeBy: account.id.number),
          into: .tableMappings)
      }
    }
    return id
  }

  /// Every mapping, those in use first.
  public func mappings(by account: Account) async throws -> [KeptMapping] {
    try account.require(.readImports)
    return try await database.read { try TableMappingRows.all(in: $0) }
  }

  public func findMapping(_ id: ID<KeptMapping>, by account: Account) async throws -> KeptMapping {
    try account.require(.readImports)
    return try await database.read { db in
      guard let found = try TableMappingRows.find(id, in: db) else { throw MappingRefusal.unknown("\(id)") }
      return found
    }
  }

  /// Ends the use of a mapping; what was read by it stays, and its name stays taken.
  public func withdrawMapping(
    _ id: ID<KeptMapping>, because reason: String, seen: Int64? = nil, by account: Account
  ) async throws {
    try account.require(.importPatents)
    let reason = try Reason(reason, orElse: PatentRefusal.reasonMissing)
    let world = world
    try await database.write { db in
      let deed = Deed(.withdrawMapping, by: account, on: id.subject, because: reason.text)
      try Recording.write(deed, world: world, in: db) { recording in
        guard let kept = try TableMappingRows.find(id, in: db) else { throw MappingRefusal.unknown("\(id)") }
        guard kept.withdrawal == nil else { throw MappingRefusal.alreadyWithdrawn }
        let withdrawal = KeptMapping.Withdrawal(at: world.now(), reason: reason.text)
        try recording.update(
          try TableMappingRows.values(id, kept.mapping, madeAt: kept.madeAt, madeBy: kept.madeBy, withdrawal),
          in: .tableMappings, seen: seen ?? kept.revision)
      }
    }
  }

  /// What reads a file: the mapping that somebody named for it, else what its content tells.
  ///
  /// - Parameter mayDeclareEntities: false where the file was looked through for that.
  func format(
    of path: String, mapping name: String? = nil, mayDeclareEntities: Bool = true
  ) async throws -> any PatentFormat {
    guard let name else {
      let mappings = try await database.read { try TableMappingRows.inUse(in: $0) }
      return try FormatRecognition.recognise(
        path: path, mappings: mappings, mayDeclareEntities: mayDeclareEntities)
    }
    let kept = try await database.read { try TableMappingRows.find(named: name, in: $0) }
    guard let kept else { throw MappingRefusal.unknown(name) }
    guard kept.withdrawal == nil else { throw MappingRefusal.withdrawn(name) }
    return try MappedTable.named(kept.mapping, for: path)
  }

  /// The mapping that a format reads by; nil for any other format.
  func kept(behind format: (any PatentFormat)?) async throws -> KeptMapping? {
    guard let mapped = format as? MappedTable else { return nil }
    return try await database.read { try TableMappingRows.find(named: mapped.mapping.name, in: $0) }
  }

  /// What read a file that was imported; nil where this release does not know it any more.
  func reader(of file: PatentFile, at path: String) async throws -> (any PatentFormat)? {
    guard let name = MappedTable.mappingName(in: file.format) else {
      return FormatRecognition.formats.first { $0.code == file.format }
    }
    let kept = try await database.read { try TableMappingRows.find(named: name, in: $0) }
    return try kept.map { try MappedTable.named($0.mapping, for: path) }
  }
}

/// An upload as a person maps its columns.
public struct UploadColumns: Sendable {
  /// What the person who sent it calls it.
  public let name: String
  public let look: TableLook
  /// What reads it as it is; nil for an unknown table.
  public let known: Phrase?
  /// The mapping that reads it already.
  public let mapping: KeptMapping?
}

extension ID<KeptMapping> {
  /// The mapping as the journal names it.
  public var subject: Subject { Subject(table: "table_mappings", number: number) }
}

extension Action {
  static let saveMapping = Action("patents.mapping-save", Phrase(zh: "保存列对应", en: "Saved a mapping of columns"))
  static let withdrawMapping = Action(
    "patents.mapping-withdraw", Phrase(zh: "停用列对应", en: "Withdrew a mapping of columns"))
}
