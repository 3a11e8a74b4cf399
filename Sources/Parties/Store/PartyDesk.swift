public import Access
public import Journal
import JournalStore
public import Kernel
public import Parties
public import Storage

/// What the zone does with parties: look, rename, merge spellings by hand, and take a merge back.
public struct PartyDesk: Sendable {
  private let database: any Database
  private let world: World
  private let spellings = KeptValue<TextScan>(of: [.parties, .partyNames])

  public init(database: any Database, world: World) {
    self.database = database
    self.world = world
  }

  public func page(
    containing part: String? = nil, after last: ID<Party>? = nil, limit: Int = 50, by account: Account
  ) async throws -> [Party] {
    try account.require(.readParties)
    return try await database.read { db in
      let lastParty = try last.flatMap { try PartyRows.find($0, in: db) }
      guard let part, !part.isEmpty else { return try PartyRows.page(after: lastParty, limit: limit, in: db) }
      let spellings = try spellings.value(in: db, compute: PartyRows.spellings)
      return try PartyRows.page(spellings, containing: part, after: lastParty, limit: limit, in: db)
    }
  }

  /// A party with its spellings and the parties merged into it.
  public func find(_ id: ID<Party>, by account: Account) async throws -> PartyFile {
    try account.require(.readParties)
    return try await database.read { db in
      guard let party = try PartyRows.find(id, in: db) else { throw PartyRefusal.unknown(id) }
      return PartyFile(
        party: party, names: try PartyRows.names(of: id, in: db), merged: try PartyRows.mergedInto(id, in: db))
    }
  }

  /// Makes every spelling of `id` a spelling of `target`.
  ///
  /// - Parameter seen: the revision of `id` that the user saw.
  /// - Throws: ``PartyRefusal``, ``JournalRefusal/changedMeanwhile``.
  public func merge(
    _ id: ID<Party>, into target: ID<Party>, because reason: String, seen: Int64, by account: Account
  ) async throws {
    try account.require(.mergeParties)
    let reason = try Reason(reason, orElse: PartyRefusal.reasonMissing)
    guard id != target else { throw PartyRefusal.intoItself }
    let world = world
    try await database.write { db in
      let deed = Deed(.mergeParties, by: account, on: id.subject, because: reason.text, facts: ["into": "\(target)"])
      // Decided inside the recording, which no other writer can come between: two merges never make a ring.
      try Recording.write(deed, world: world, in: db) { recording in
        guard var party = try PartyRows.find(id, in: db) else { throw PartyRefusal.unknown(id) }
        guard let into = try PartyRows.find(target, in: db) else { throw PartyRefusal.unknown(target) }
        if let already = party.mergedInto { throw PartyRefusal.alreadyMerged(into: already) }
        if let already = into.mergedInto { throw PartyRefusal.alreadyMerged(into: already) }
        party.mergedInto = target
        try recording.update(PartyRows.values(party), in: .parties, seen: seen)
        for name in try PartyRows.names(of: id, in: db) {
          try recording.update(PartyRows.values(name.moved(to: target)), in: .partyNames)
        }
      }
    }
  }

  /// Gives a merged party the spellings back that were its own.
  public func unmerge(_ id: ID<Party>, because reason: String, seen: Int64, by account: Account) async throws {
    try account.require(.mergeParties)
    let reason = try Reason(reason, orElse: PartyRefusal.reasonMissing)
    let world = world
    try await database.write { db in
      let deed = Deed(.unmergeParties, by: account, on: id.subject, because: reason.text)
      try Recording.write(deed, world: world, in: db) { recording in
        guard var party = try PartyRows.find(id, in: db) else { throw PartyRefusal.unknown(id) }
        guard party.mergedInto != nil else { throw PartyRefusal.notMerged }
        party.mergedInto = nil
        try recording.update(PartyRows.values(party), in: .parties, seen: seen)
        for home in try PartyRows.lineage(of: id, in: db) {
          for name in try PartyRows.namesAtHome(in: home, in: db) {
            try recording.update(PartyRows.values(name.moved(to: id)), in: .partyNames)
          }
        }
      }
    }
  }
}

/// A party as its page shows it.
public struct PartyFile: Sendable {
  public let party: Party
  public let names: [PartyName]
  /// The parties that were merged into it by hand.
  public let merged: [Party]
}

extension PartyName {
  fileprivate func moved(to party: ID<Party>) -> PartyName { PartyName(id: id, text: text, home: home, party: party) }
}

extension ID<Party> {
  /// The party as the journal names it.
  public var subject: Subject { Subject(table: "parties", number: number) }
}

extension Permission {
  public static let readParties = Permission("parties.read", Phrase(zh: "查看主体", en: "See parties"))
  public static let mergeParties = Permission(
    "parties.merge", Phrase(zh: "合并与拆分主体", en: "Merge and un-merge parties"))
}

extension Action {
  static let mergeParties = Action("parties.merge", Phrase(zh: "合并主体", en: "Merged parties"))
  static let unmergeParties = Action("parties.unmerge", Phrase(zh: "拆分主体", en: "Un-merged parties"))
}
