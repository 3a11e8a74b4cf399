public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
import Storage

extension AccessDesk {
  /// Asks the centre for leave to act for an organisation.
  ///
  /// An organisation's administrator, acting under that mandate, may file for a clerk by name.
  public func fileMandate(_ draft: MandateDraft, by account: Account) async throws -> MandateFile {
    try account.require(.fileMandates)
    let (name, proof) = try checked(draft)
    let now = world.now()
    let id: ID<Mandate> = world.newID()
    return try await database.write { db in
      let holder = try holder(of: draft, by: account, in: db)
      guard try !MandateRows.isFiled(draft, for: holder, in: db) else { throw MandateRefusal.alreadyFiled }
      let file = MandateFile(
        mandate: Mandate(
          id: id, holder: holder, organisation: draft.organisation, organisationName: name, grade: draft.grade,
          from: draft.from, to: draft.to, stage: .filed), proof: proof, filedBy: account.id, filedAt: now,
        decidedBy: nil, decidedAt: nil, note: nil, revision: 0)
      try Recording.write(Deed(.fileMandate, by: account, on: subject(id)), world: world, in: db) {
        try $0.insert(file.values, into: MandateRows.table)
      }
      return try stored(id, in: db)
    }
  }

  /// Puts a mandate in force; an enterprise or institution that its holder registered as becomes a role.
  @discardableResult
  public func approveMandate(_ id: ID<Mandate>, note: String? = nil, seen: Int64? = nil, by account: Account)
    async throws -> MandateFile
  {
    try account.require(.approveMandates)
    let note = try note.flatMap { $0.isEmpty ? nil : $0 }.map(reason)
    return try await decide(.approve, on: id, as: .approveMandate, note: note, seen: seen, by: account)
  }

  @discardableResult
  public func refuseMandate(_ id: ID<Mandate>, because text: String, seen: Int64? = nil, by account: Account)
    async throws -> MandateFile
  {
    try account.require(.approveMandates)
    return try await decide(.refuse, on: id, as: .refuseMandate, note: try reason(text), seen: seen, by: account)
  }

  @discardableResult
  public func revokeMandate(_ id: ID<Mandate>, because text: String, seen: Int64? = nil, by account: Account)
    async throws -> MandateFile
  {
    try account.require(.approveMandates)
    return try await decide(.revoke, on: id, as: .revokeMandate, note: try reason(text), seen: seen, by: account)
  }

  /// Gives up one's own, whether it is in force or still waits.
  ///
  /// - Throws: ``MandateRefusal/notHeld`` for somebody else's.
  @discardableResult
  public func giveUpMandate(_ id: ID<Mandate>, because text: String, seen: Int64? = nil, by account: Account)
    async throws -> MandateFile
  {
    try account.require(.fileMandates)
    let note = try reason(text)
    guard try await database.read({ try MandateRows.find(id, in: $0)?.mandate.holder }) == account.id else {
      throw MandateRefusal.notHeld
    }
    return try await decide(.giveUp, on: id, as: .giveUpMandate, note: note, seen: seen, by: account)
  }

  /// One's own, newest first.
  public func myMandates(by account: Account) async throws -> [MandateFile] {
    try account.require(.fileMandates)
    return try await database.read { try MandateRows.all(of: account.id, in: $0) }
  }

  /// The centre's queue, oldest first.
  public func mandates(
    at stage: MandateStage = .filed, after last: ID<Mandate>? = nil, limit: Int = 50, by account: Account
  ) async throws -> [MandateFile] {
    try account.require(.approveMandates)
    return try await database.read {
      try MandateRows.page(at: stage, after: last, limit: min(max(limit, 1), 200), in: $0)
    }
  }

  /// A mandate with its papers, and who is to hold it.
  public func findMandate(_ id: ID<Mandate>, by account: Account) async throws -> (MandateFile, holder: MandateHolder) {
    try account.require(.approveMandates)
    return try await database.read { db in
      let file = try stored(id, in: db)
      let holder = try AccountRows.find(file.mandate.holder, in: db)
      return (
        file,
        MandateHolder(
          id: file.mandate.holder, name: holder?.name ?? "", displayName: .name(holder?.contact.displayName ?? ""))
      )
    }
  }

  private func decide(
    _ step: MandateStep, on id: ID<Mandate>, as action: Action, note: String?, seen: Int64?, by account: Account
  ) async throws -> MandateFile {
    let now = world.now()
    return try await database.write { db in
      guard let file = try MandateRows.find(id, in: db) else { throw MandateRefusal.unknown(id) }
      let isOwn = account.standing == .person && file.mandate.holder == account.id
      guard step == .revoke || step == .giveUp || !isOwn else { throw MandateRefusal.own }
      let taken = try file.taking(step, by: account, because: note, at: now)
      try Recording.write(Deed(action, by: account, on: subject(id), because: note), world: world, in: db) {
        try $0.update(taken.values, in: MandateRows.table, seen: seen)
        if step == .approve { try grantWanted(to: file.mandate.holder, at: now, in: $0, db) }
      }
      return try stored(id, in: db)
    }
  }

  private func grantWanted(to id: ID<Account>, at now: Date, in recording: Recording, _ db: any Writing) throws {
    let row = try AccountRows.lock(id, in: db)
    let held = try RoleRows.roles(of: id, in: db)
    guard let wanted = row.wantedRole, [.enterprise, .institution].contains(wanted), !held.contains(wanted) else {
      return
    }
    try Role.check(held.union([wanted]))
    try RoleRows.insert([wanted], for: id, at: now, in: recording)
    try AccountRows.update(row.granted(), in: recording, db)
  }

  private func holder(of draft: MandateDraft, by account: Account, in db: any Writing) throws -> ID<Account> {
    guard let name = draft.holder, AccountName.key(name) != AccountName.key(account.name) else {
      guard try AccountRows.find(account.id, in: db) != nil else { throw AccountRefusal.unknown(account.id) }
      return account.id
    }
    guard let mandate = account.mandate, mandate.grade == .administrator, mandate.organisation == draft.organisation,
      draft.grade == .clerk
    else { throw MandateRefusal.notHeld }
    guard let row = try AccountRows.find(named: name, in: db), row.stage == .active else {
      throw MandateRefusal.unknownHolder
    }
    return row.id
  }

  private func checked(_ draft: MandateDraft) throws -> (name: String, proof: String) {
    func tidy(_ text: String) -> String {
      text.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let (name, proof) = (tidy(draft.organisationName), tidy(draft.proof))
    var wrong: [MandateRefusal] = []
    if name.isEmpty { wrong.append(.noOrganisationName) }
    if name.count > 200 { wrong.append(.organisationNameTooLong(200)) }
    if proof.isEmpty { wrong.append(.noProof) }
    if proof.count > 500 { wrong.append(.proofTooLong(500)) }
    if let to = draft.to, to < draft.from { wrong.append(.endsBeforeItBegins) }
    guard wrong.isEmpty else { throw FormRefusal(wrong) }
    return (name, proof)
  }

  private func stored(_ id: ID<Mandate>, in db: any Reading) throws -> MandateFile {
    guard let file = try MandateRows.find(id, in: db) else { throw MandateRefusal.unknown(id) }
    return file
  }
}
