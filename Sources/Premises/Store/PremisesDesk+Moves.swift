public import Access
import Journal
import JournalStore
public import Kernel
import Matters
import MattersStore
public import Premises
import Storage

extension PremisesDesk {
  /// Lets a tenant into a room.
  ///
  /// The stage on record is the one that the criteria of the first day give; nil where it cannot be told.
  ///
  /// - Throws: ``MoveRefusal``, with who is in the room; ``PremisesRefusal``.
  @discardableResult
  public func moveIn(_ entry: MoveIn, by account: Account) async throws -> Occupancy {
    try account.require(.managePremises)
    let (world, facts) = (world, facts)
    let name = try WrittenField.tenantName.require(entry.tenantName)
    let contract = try WrittenField.contract.require(entry.contract)
    let decision = try WrittenField.decision.require(entry.decision)
    let late = try WrittenField.reason.optional(entry.lateReason)
    if entry.stay.first < world.today(), late == nil { throw MoveRefusal.lateWithoutReason }
    let matter = late == nil ? try Self.number(entry.matter, letters: Admission.head.letters) : nil
    let id: ID<Occupancy> = world.newID()
    return try await database.write { db in
      let deed = Deed(.moveIn, by: account, on: id.subject, because: late)
      // Read inside the recording, which no other writer can come between: two tenants never get one room.
      return try Recording.write(deed, world: world, in: db) { recording in
        try Self.require(matter, of: Admission.head, for: entry.tenant, in: db)
        let room = try PremisesRows.room(entry.room, in: db)
        let occupancy = Occupancy(
          id: id, room: room.id, site: try PremisesRows.site(of: room, in: db), tenant: entry.tenant,
          tenantName: name, stay: entry.stay,
          stage: try Self.stage(of: entry.tenant, on: entry.stay.first, facts, in: db), contract: contract,
          decision: decision)
        try occupancy.write(into: room, recording, db)
        return occupancy
      }
    }
  }

  /// Records that a tenant leaves; the last day is still in.
  ///
  /// - Parameter seen: the revision that the user saw.
  /// - Throws: ``MoveRefusal``, ``PremisesRefusal``, ``JournalRefusal/changedMeanwhile``.
  public func moveOut(_ id: ID<Occupancy>, _ entry: MoveOut, seen: Int64, by account: Account) async throws {
    try account.require(.managePremises)
    let decision = try WrittenField.decision.require(entry.decision)
    let dispute = try WrittenField.dispute.optional(entry.dispute)
    let late = try WrittenField.reason.optional(entry.lateReason)
    let today = world.today()
    try await change(id, .moveOut, because: late, seen: seen, by: account) { occupancy, db in
      if occupancy.departure != nil, let last = occupancy.stay.last { throw MoveRefusal.leftAlready(last) }
      let stay = try Stay(from: occupancy.stay.first, to: entry.last)
      if stay.part(before: today) != occupancy.stay.part(before: today), late == nil {
        throw MoveRefusal.lateWithoutReason
      }
      let matter = late == nil ? try Self.number(entry.matter, letters: Leaving.head.letters) : nil
      try Self.require(matter, of: Leaving.head, for: occupancy.tenant, in: db)
      occupancy.stay = stay
      occupancy.departure = Departure(reason: entry.reason, decision: decision)
      if let dispute { occupancy.dispute = dispute }
    }
  }

  /// Puts right what was entered wrongly; days that are over may change, which the reason must answer for.
  public func correct(
    _ id: ID<Occupancy>, to correction: OccupancyCorrection, because reason: String, seen: Int64, by account: Account
  ) async throws {
    try account.require(.managePremises)
    let reason = try Reason(reason, orElse: PremisesRefusal.missing(.reason))
    let contract = try WrittenField.contract.require(correction.contract)
    let dispute = try WrittenField.dispute.optional(correction.dispute)
    try await change(id, .correctOccupancy, because: reason.text, seen: seen, by: account) { occupancy, _ in
      if occupancy.departure != nil, correction.stay.last == nil { throw MoveRefusal.departureWithoutEnd }
      occupancy.stay = correction.stay
      occupancy.contract = contract
      occupancy.dispute = dispute
    }
  }

  /// Takes back an entry that was a mistake: it counts on no day, and stays on record.
  public func withdraw(
    _ id: ID<Occupancy>, because reason: String, seen: Int64, by account: Account
  ) async throws {
    try account.require(.managePremises)
    let reason = try Reason(reason, orElse: PremisesRefusal.missing(.reason))
    try await change(id, .withdrawOccupancy, because: reason.text, seen: seen, by: account) { occupancy, _ in
      occupancy.isWithdrawn = true
    }
  }

  /// Changes an occupancy and sees to it that its room is still free for it.
  private func change(
    _ id: ID<Occupancy>, _ action: Action, because reason: String?, seen: Int64, by account: Account,
    _ alter: @escaping @Sendable (inout Occupancy, any Reading) throws -> Void
  ) async throws {
    let world = world
    try await database.write { db in
      let deed = Deed(action, by: account, on: id.subject, because: reason)
      try Recording.write(deed, world: world, in: db) { recording in
        var occupancy = try OccupancyRows.find(id, in: db)
        guard !occupancy.isWithdrawn else { throw PremisesRefusal.withdrawnAlready }
        try alter(&occupancy, db)
        let room = try PremisesRows.room(occupancy.room, in: db)
        try room.requireFree(for: occupancy, among: try OccupancyRows.inRoom(room.id, in: db))
        try recording.update(OccupancyRows.values(occupancy), in: .occupancies, seen: seen)
      }
    }
  }

  private static func number(_ text: String?, letters: String) throws -> MatterNumber {
    guard let number = text.flatMap({ MatterNumber($0.uppercased()) }), number.letters == letters else {
      throw MoveRefusal.needsMatter(letters: letters)
    }
    return number
  }

  /// - Parameter number: nil where nothing is asked for.
  private static func require(
    _ number: MatterNumber?, of head: ProcedureHead, for tenant: SocialCreditCode, in db: any Reading
  ) throws {
    guard let number else { return }
    guard try PublicMatters.isThere(number, of: head.code, for: tenant, in: db) else {
      throw MoveRefusal.needsMatter(letters: head.letters)
    }
  }

  static func stage(
    of tenant: SocialCreditCode, on day: Day, _ facts: TenantFacts, in db: any Reading
  ) throws -> TenantStage? {
    let criteria = StageCriteria.inForce(try StageRows.criteria(in: db), on: day)
    let fact = try facts.find([tenant], day, db)[tenant] ?? TenantFact()
    return StageFinding(fact, by: criteria, on: day).stage
  }
}

extension Occupancy {
  /// Lets the tenant in, as a part of other work too: in its transaction and its entry of the journal.
  ///
  /// - Throws: ``MoveRefusal``, with who is in the room.
  func write(into room: Room, _ recording: Recording, _ db: any Reading) throws {
    try room.requireLettable(for: self, in: db)
    try recording.insert(OccupancyRows.values(self), into: .occupancies)
  }
}

extension Room {
  /// - Throws: ``MoveRefusal`` where the room is not for letting, or not free for `occupancy`.
  func requireLettable(for occupancy: Occupancy, in db: any Reading) throws {
    guard use.isLettable else { throw MoveRefusal.notForLetting(use) }
    try requireFree(for: occupancy, among: try OccupancyRows.inRoom(id, in: db))
  }

  /// - Throws: ``MoveRefusal`` where the room is not there for the whole stay, or somebody else is.
  fileprivate func requireFree(for occupancy: Occupancy, among others: [Occupancy]) throws(MoveRefusal) {
    guard occupancy.isWithdrawn || span.covers(occupancy.stay) else {
      throw .roomNotThere(room: number, span)
    }
    try occupancy.requireFree(of: others, room: number)
  }
}
