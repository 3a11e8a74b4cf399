public import Access
public import Foundation
import Journal
import JournalStore
public import Kernel
public import Patents
import Storage

extension PatentDesk {
  /// By the zone's clock.
  public var now: Date { world.now() }
  public var today: Day { world.today() }

  /// Patents for a result set that is taken along, with where their values came from.
  ///
  /// - Parameter ids: at most a thousand; the lines come in their order, without those that are gone.
  public func lines(of ids: [Int64], by account: Account) async throws -> [PatentLine] {
    try account.require(.exportPatents)
    precondition(ids.count <= 1_000, "result sets are read a thousand at a time")
    return try await database.read { try PatentLines.of(ids, in: $0) }
  }

  /// Notes that somebody takes a result set along, before its first row leaves.
  ///
  /// - Returns: the sources that may not be given on: whatever has a value from one of them stays.
  public func beginExport(of count: Int, as form: String, by account: Account) async throws -> Set<String> {
    try account.require(.exportPatents)
    let world = world
    return try await database.write { db in
      try Recording.note(
        Deed(.exportResults, by: account, facts: ["documents": "\(count)", "form": form]), world: world, in: db)
      return try SourceTermRows.reserved(in: db)
    }
  }

  /// Every source of which a file was imported, and whether it may be given on.
  public func sourceTerms(by account: Account) async throws -> [SourceTerms] {
    try account.require(.setSourceTerms)
    return try await database.read { try SourceTermRows.all(in: $0) }
  }

  /// Marks a source as one that may not be given on.
  ///
  /// - Parameter reason: the licence or contract that forbids it.
  public func reserve(_ source: String, because reason: String, by account: Account) async throws {
    try account.require(.setSourceTerms)
    let reason = try Reason(reason, orElse: PatentRefusal.reasonMissing)
    let world = world
    try await database.write { db in
      try Recording.write(Deed(.reserveSource, by: account, because: reason.text), world: world, in: db) { recording in
        guard try SourceTermRows.all(in: db).contains(where: { $0.source == source }) else {
          throw PatentRefusal.unknownSource(source)
        }
        guard try SourceTermRows.key(of: source, in: db) == nil else { return }
        try recording.insert(
          [world.newID(SourceTerms.self).sqlValue, .text(source), .text(reason.text)], into: .sourceReservations)
      }
    }
  }

  /// Lets a source be given on again.
  public func release(_ source: String, because reason: String, by account: Account) async throws {
    try account.require(.setSourceTerms)
    let reason = try Reason(reason, orElse: PatentRefusal.reasonMissing)
    let world = world
    try await database.write { db in
      try Recording.write(Deed(.releaseSource, by: account, because: reason.text), world: world, in: db) { recording in
        guard let key = try SourceTermRows.key(of: source, in: db) else { throw PatentRefusal.unknownSource(source) }
        try recording.delete([key], from: .sourceReservations)
      }
    }
  }
}

extension Action {
  static let exportResults = Action("patents.export-results", Phrase(zh: "导出检索结果", en: "Exported search results"))
  static let reserveSource = Action(
    "patents.reserve-source", Phrase(zh: "将来源标为不得再提供", en: "Marked a source as not to be given on"))
  static let releaseSource = Action(
    "patents.release-source", Phrase(zh: "取消来源的不得再提供标记", en: "Let a source be given on again"))
}
