public import Access
import Crypto
public import Foundation
import Journal
import JournalStore
public import Kernel
import Matters
import Storage

extension MatterDesk {
  /// The account's own calendar, if it has one; never its address, which is shown once.
  public func calendar(by account: Account) async throws -> MatterCalendar? {
    try account.require(.fileMatters)
    return try await database.read { try CalendarRows.find(of: account.id, in: $0) }
  }

  /// Gives the account's calendar a new address; the one before leads nowhere from now on.
  ///
  /// - Returns: the last part of the address, 256 random bits: whoever has it reads the calendar.
  public func renewCalendar(in language: Language, by account: Account) async throws -> Secret {
    try account.require(.fileMatters)
    guard account.standing == .person else { throw MatterRefusal.calendarNeedsAccount }
    let token = Self.hexadecimal(world.randomBytes(32))
    let values = CalendarRows.values(
      MatterCalendar(account: account.id, language: language, createdAt: world.now()), hash: Self.hash(token))
    let world = world
    try await database.write { db in
      try Recording.write(Deed(.renewCalendar, by: account), world: world, in: db) { recording in
        if try CalendarRows.find(of: account.id, in: db) == nil {
          try recording.insert(values, into: .calendarFeeds)
        } else {
          try recording.update(values, in: .calendarFeeds)
        }
      }
    }
    return Secret(token)
  }

  /// Its address leads nowhere from now on; revoked again, nothing happens.
  public func revokeCalendar(by account: Account) async throws {
    try account.require(.fileMatters)
    let world = world
    try await database.write { db in
      guard try CalendarRows.find(of: account.id, in: db) != nil else { return }
      try Recording.write(Deed(.revokeCalendar, by: account), world: world, in: db) { recording in
        try recording.delete([account.id.sqlValue], from: .calendarFeeds)
      }
    }
  }

  /// The last days of whoever has the address that ends in `token`, and for a month those that have ended.
  ///
  /// - Throws: ``MatterRefusal/noSuchCalendar``, whatever the reason: also where the account is not at work any more.
  public func feed(_ token: String, by account: Account) async throws -> MatterFeed {
    try account.require(.readGuides)
    let (desk, hash) = (self, Self.hash(token))
    let (now, since) = (world.now(), world.today().adding(days: -Self.toldOfEndsFor))
    return try await database.read { db in
      guard let calendar = try CalendarRows.find(hash: hash, in: db) else { throw MatterRefusal.noSuchCalendar }
      let faces = try desk.around.faces(calendar.account, db)
      guard faces.contains(where: { $0.may(.fileMatters) }) else { throw MatterRefusal.noSuchCalendar }
      return MatterFeed(
        language: calendar.language, deadlines: try desk.deadlines(of: faces, endedSince: since, db),
        others: try desk.around.otherDays(faces, db), at: now)
    }
  }

  /// Days for which programs are told that a time limit has ended.
  private static let toldOfEndsFor = 30

  private static func hash(_ token: String) -> String { hexadecimal(SHA256.hash(data: Data(token.utf8))) }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }
}

/// That somebody subscribes to the own last days.
public struct MatterCalendar: Equatable, Sendable {
  public let account: ID<Account>
  public let language: Language
  public let createdAt: Date
}

/// What a calendar program is given.
public struct MatterFeed: Sendable {
  public let language: Language
  public let deadlines: [MatterDeadline]
  /// What other parts of the zone put into the same calendar.
  public let others: [OtherDay]
  public let at: Date
}

/// A day that no matter gives, such as that of an annuity.
public struct OtherDay: Sendable {
  /// The same for ever for the same thing, such as `annuity-00d3v7k2m4x1a-5@ipzone`.
  public let uid: String
  public let day: Day
  public let summary: Phrase
  public let description: Phrase
  /// Where the portal shows more, without the language.
  public let path: String
  /// How many days before the program rings.
  public let ringsBefore: [Int]

  public init(
    uid: String, day: Day, summary: Phrase, description: Phrase, path: String, ringsBefore: [Int]
  ) {
    self.uid = uid
    self.day = day
    self.summary = summary
    self.description = description
    self.path = path
    self.ringsBefore = ringsBefore
  }
}

/// The only SQL that knows calendars.
private enum CalendarRows {
  static func find(of account: ID<Account>, in db: any Reading) throws -> MatterCalendar? {
    try db.row("SELECT account, language, created_at FROM calendar_feeds WHERE account = \(account)").map(calendar)
  }

  static func find(hash: String, in db: any Reading) throws -> MatterCalendar? {
    try db.row("SELECT account, language, created_at FROM calendar_feeds WHERE token_hash = \(hash)").map(calendar)
  }

  static func values(_ calendar: MatterCalendar, hash: String) -> [SQLValue] {
    [
      calendar.account.sqlValue, .text(hash), .text(calendar.language.rawValue), calendar.createdAt.sqlValue,
    ]
  }

  private static func calendar(_ row: Row) throws -> MatterCalendar {
    var row = row.columns
    return MatterCalendar(account: try row.id(), language: try row.value(), createdAt: try row.date())
  }
}
