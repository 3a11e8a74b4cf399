public import Access
import Foundation
public import Journal
public import Kernel
public import Storage

/// What people read in the journal, and the check that nothing was altered.
public struct JournalDesk: Sendable {
  private let database: any Database
  private let world: World
  private let tables: [RecordTable]
  private let subjects: SubjectRule
  private let checks: [FurtherCheck]

  /// Whether an account is the subject of a record, and so may read its history without further right.
  public typealias SubjectRule = @Sendable (Account, Subject, any Reading) throws -> Bool

  /// The first row that is not what some record says it is, in a table that the journal does not vouch for itself.
  public typealias FurtherCheck = @Sendable (any Reading) throws -> JournalBreak?

  /// - Parameters:
  ///   - tables: every table that the journal vouches for.
  ///   - checks: of what records vouch for in other tables.
  ///   - subjects: who is whose subject.
  public init(
    database: any Database, world: World, tables: [RecordTable], checks: [FurtherCheck] = [],
    subjects: @escaping SubjectRule
  ) {
    self.checks = checks
    self.database = database
    self.world = world
    self.tables = tables
    self.subjects = subjects
  }

  /// Newest first.
  ///
  /// - Parameter last: the last entry of the page before.
  public func page(
    _ filter: JournalFilter = JournalFilter(), before last: Int64? = nil, limit: Int = 50, by account: Account
  ) async throws -> [JournalLine] {
    try account.require(.readJournal)
    return try await database.read { try JournalRows.page(filter, before: last, limit: limit, in: $0) }
  }

  public func find(_ number: Int64, by account: Account) async throws -> JournalLine {
    try account.require(.readJournal)
    guard let line = try await database.read({ try JournalRows.find(number, in: $0) }) else {
      throw JournalRefusal.unknownEntry(number)
    }
    return line
  }

  /// Every entry about a record, newest first: for readers of the journal and for the record's subject.
  ///
  /// The subject gets of each entry what it says about this record; of others that it changed, nothing.
  public func history(of subject: Subject, by account: Account) async throws -> [JournalLine] {
    let subjects = subjects
    return try await database.read { db in
      if account.may(.readJournal) { return try JournalRows.history(of: subject, in: db) }
      guard try subjects(account, subject, db) else { throw AccessRefusal.notReader(account) }
      return try JournalRows.history(of: subject, in: db).map { try $0.cut(to: subject) }
    }
  }

  /// The last entry of each of the last days, for publication: whoever keeps one can prove later what stood before it.
  public func dailyHeads(limit: Int = 60, by account: Account) async throws -> [(Day, JournalHead)] {
    try account.require(.readJournalHeads)
    return try await database.read { try JournalRows.dailyHeads(limit: limit, in: $0) }
  }

  /// Recomputes the chain and the digest of every record.
  ///
  /// - Parameter wanted: the hash of a head published earlier.
  /// - Complexity: reads the whole database once.
  public func verify(head wanted: String? = nil, by account: Account) async throws -> JournalVerdict {
    try account.require(.verifyJournal)
    let (tables, checks) = (tables, checks)
    return try await database.read { db in
      let verdict = try JournalCheck.run(tables: tables, wanted: wanted, in: db)
      guard case .intact = verdict else { return verdict }
      for check in checks {
        if let found = try check(db) { return .broken(found) }
      }
      return verdict
    }
  }

  /// Erases the personal values that the journal keeps about a record; the chain stays intact.
  ///
  /// - Parameter reason: the request or the legal ground, for the journal.
  public func erasePersonal(of subject: Subject, because reason: String, by account: Account) async throws {
    try account.require(.erasePersonal)
    let world = world
    try await database.write { db in
      let deed = Deed(.erasePersonal, by: account, on: subject, because: reason)
      try Recording.erasePersonal(of: [subject], deed: deed, world: world, in: db)
    }
  }
}

extension AccessRefusal {
  /// What somebody hears who is neither a reader of the journal nor the record's subject.
  fileprivate static func notReader(_ account: Account) -> AccessRefusal {
    do throws(AccessRefusal) { try account.require(.readJournal) } catch { return error }
    return .notPermitted(.readJournal)
  }
}

extension Recording {
  /// Erases the personal values that the journal keeps about `subjects`, and notes it in an entry.
  ///
  /// - Parameter deed: who erases, why, and whose record it is about; the entry has an action of its own.
  public static func erasePersonal(
    of subjects: [Subject], deed: Deed, world: World, in db: any Writing
  ) throws {
    let count = try subjects.reduce(0) { try $0 + JournalRows.erasePersonal(of: $1, in: db) }
    try note(
      Deed(.erasePersonal, by: deed.actor, on: deed.subject, because: deed.reason, facts: ["values": "\(count)"]),
      world: world, in: db)
  }
}

extension Permission {
  public static let readJournal = Permission("journal.read", Phrase(zh: "查阅全部留痕", en: "Read the whole journal"))
  public static let readJournalHeads = Permission(
    "journal.heads", Phrase(zh: "查看每日链首", en: "See the journal's daily heads"))
  public static let verifyJournal = Permission("journal.verify", Phrase(zh: "核验留痕", en: "Verify the journal"))
  public static let erasePersonal = Permission(
    "journal.erase-personal", Phrase(zh: "删除留痕中的个人信息", en: "Erase personal data from the journal"))
}

extension Action {
  static let erasePersonal = Action(
    "journal.erase-personal", Phrase(zh: "删除个人信息", en: "Erased personal data"))
}
