public import Access
import Journal
import JournalStore
import Kernel
public import Programme
import Storage

extension ProgrammeDesk {
  /// The present version of every scheme, in the order of their codes.
  public func schemes(by account: Account) async throws -> [SchemeVersion] {
    try account.require(.readEvaluations)
    let shipped = shipped
    return try await database.read { db in
      let stored = Dictionary(grouping: try EvaluationRows.versions(in: db), by: \.scheme.code)
      return Set(shipped.map(\.scheme.code)).union(stored.keys).sorted().compactMap { code in
        Self.ordered(stored[code] ?? [], shipped, code).first
      }
    }
  }

  /// A scheme, in its present version or in the one whose hash begins with `hash`.
  public func scheme(_ code: String, version hash: String? = nil, by account: Account) async throws -> SchemeFile {
    try account.require(.readEvaluations)
    let shipped = shipped
    return try await database.read { db in
      let versions = try Self.versions(of: code, shipped, in: db)
      let shown = hash.map { hash in versions.first { $0.hash.hasPrefix(hash) } } ?? versions.first
      guard let shown else { throw EvaluationRefusal.unknownScheme(code) }
      return SchemeFile(shown: shown, versions: versions)
    }
  }

  /// Makes a new version of a scheme with these weights; nil leaves a weight open.
  ///
  /// - Parameter seen: the hash of the version that the weights were entered into.
  @discardableResult
  public func weigh(
    _ code: String, with weights: [String: Points?], under document: String, because reason: String, seen: String,
    by account: Account
  ) async throws -> SchemeVersion {
    try account.require(.editSchemes)
    let shipped = shipped
    let present = try await database.read { try Self.versions(of: code, shipped, in: $0).first }
    guard let present else { throw EvaluationRefusal.unknownScheme(code) }
    guard present.hash == seen else { throw JournalRefusal.changedMeanwhile }
    return try await enter(
      present.scheme.weighing(weights), Deed(.weighScheme, by: account), document, reason, after: present.hash)
  }

  /// Makes `scheme` the present version of its code, which may be new.
  @discardableResult
  public func enterScheme(
    _ scheme: EvaluationScheme, under document: String, because reason: String, by account: Account
  ) async throws -> SchemeVersion {
    try account.require(.editSchemes)
    return try await enter(scheme, Deed(.enterScheme, by: account), document, reason, after: nil)
  }

  /// - Parameter hash: the version that must still be the present one; nil where that does not matter.
  private func enter(
    _ scheme: EvaluationScheme, _ deed: Deed, _ document: String, _ reason: String, after hash: String?
  ) async throws -> SchemeVersion {
    let document = try Self.document(document)
    let reason = try Reason(reason, orElse: EvaluationRefusal.reasonMissing).text
    let (shipped, world) = (shipped, world)
    return try await database.write { db in
      let entered = SchemeVersion.Entered(document: document, reason: reason, at: world.now())
      let id: ID<SchemeVersion> = world.newID()
      let deed = Deed(
        deed.action, by: deed.actor, on: id.subject, because: reason,
        facts: ["scheme": scheme.code, "sha256": schemeHash(scheme), "document": document])
      return try Recording.write(deed, world: world, in: db) { recording in
        let present = try Self.versions(of: scheme.code, shipped, in: db).first
        guard hash == nil || present?.hash == hash else { throw JournalRefusal.changedMeanwhile }
        guard present?.hash != schemeHash(scheme) else { throw EvaluationRefusal.sameScheme }
        let number = try Self.nextNumber(of: scheme.code, in: db)
        let version = SchemeVersion(
          id: id, number: number, scheme: scheme, hash: schemeHash(scheme), entered: entered)
        try recording.insert(
          EvaluationRows.values(id, number, version, by: deed.actor.id, at: world.now().sqlValue),
          into: .schemeVersions)
        return version
      }
    }
  }

  private static func document(_ text: String) throws -> String {
    guard !text.isEmpty else { throw EvaluationRefusal.documentMissing }
    guard text.count <= 200 else { throw PlanRefusal.tooLong(field: "document", limit: 200) }
    return text
  }

  static func nextNumber(of code: String, in db: any Reading) throws -> Int {
    (try EvaluationRows.versions(of: code, in: db).compactMap(\.number).max() ?? 0) + 1
  }

  /// All versions of a code, the present one first.
  static func versions(of code: String, _ shipped: [SchemeVersion], in db: any Reading) throws -> [SchemeVersion] {
    ordered(try EvaluationRows.versions(of: code, in: db), shipped, code)
  }

  /// What people entered comes before what came with the program, whatever was scored by that.
  private static func ordered(
    _ stored: [SchemeVersion], _ shipped: [SchemeVersion], _ code: String
  ) -> [SchemeVersion] {
    let entered = stored.filter { $0.entered != nil }
    let own = shipped.filter { $0.scheme.code == code }.map { version in
      stored.first { $0.entered == nil && $0.hash == version.hash } ?? version
    }
    let former = stored.filter { version in version.entered == nil && !own.contains { $0.hash == version.hash } }
    return entered + own + former
  }
}
