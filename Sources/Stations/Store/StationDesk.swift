public import Access
public import Foundation
public import Kernel
public import Matters
public import MattersStore
public import Stations
public import Storage

/// What people do with stations: find them, work there, see their own queue, and say who works there.
public struct StationDesk: Sendable {
  /// The procedure that visits become.
  public let procedure: Procedure
  let intake: MatterIntake
  let around: StationSurroundings
  let database: any Database
  let world: World

  /// - Parameter code: of the procedure that visits become: the one-stop window.
  public init(
    visitsBecome code: String, of matters: MatterDesk, around: StationSurroundings, database: any Database, world: World
  ) throws {
    intake = MatterIntake(matters)
    procedure = try intake.procedure(code)
    self.around = around
    self.database = database
    self.world = world
  }

  public var today: Day { world.today() }

  /// Every station with what it has taken in; the recent ones are those of thirty days.
  public func network(by account: Account) async throws -> [StationLine] {
    try account.require(.readStations)
    let (since, today) = (world.now() - 30 * 86_400, world.today())
    return try await database.read { db in
      let loads = try StationMatters.loads(since: since, on: today, in: db)
      return try StationRows.all(in: db).map {
        StationLine(station: $0, load: loads[$0.id.description] ?? StationLoad())
      }
    }
  }

  public func find(_ id: ID<Station>, by account: Account) async throws -> StationLine {
    try account.require(.readStations)
    let (since, today) = (world.now() - 30 * 86_400, world.today())
    return try await database.read { db in
      guard let station = try StationRows.find(id, in: db) else { throw StationRefusal.unknown }
      let loads = try StationMatters.loads(since: since, on: today, in: db)
      return StationLine(station: station, load: loads[id.description] ?? StationLoad())
    }
  }

  /// The stations at which the account works; for who keeps them all of them.
  public func mine(by account: Account) async throws -> [Station] {
    try account.require(.workAtStation)
    return try await database.read { db in
      try account.may(.keepStations) ? StationRows.all(in: db) : StationRows.all(of: account.id, in: db)
    }
  }

  /// What a station has taken in, newest first.
  ///
  /// - Parameter isOpen: nil takes closed matters, too.
  public func queue(
    of id: ID<Station>, isOpen: Bool?, after last: ID<Matter>? = nil, limit: Int = 50, by account: Account
  ) async throws -> StationQueue {
    try account.require(.workAtStation)
    return try await database.read { db in
      let station = try Self.station(id, staffedBy: account, in: db)
      let found = try StationMatters.page(
        of: id.description, isOpen: isOpen, after: last, limit: limit + 1, in: db)
      let shown = Array(found.prefix(limit))
      return StationQueue(
        station: station, matters: shown, visits: try StationRows.visits(of: shown.map(\.id), in: db),
        count: try StationMatters.count(of: id.description, isOpen: isOpen, in: db),
        next: found.count > limit ? shown.last?.id : nil)
    }
  }

  /// What the page of a station's staff needs to write visits down without a link.
  public func open(_ id: ID<Station>, by account: Account) async throws -> StationOpening {
    try account.require(.workAtStation)
    let station = try await database.read { try Self.station(id, staffedBy: account, in: $0) }
    return StationOpening(
      station: station, login: Self.hexadecimal(around.secret("station login \(account.id)").prefix(8)),
      key: Data(around.secret("station entries \(account.id)").prefix(32)).base64EncodedString())
  }

  /// - Throws: ``StationRefusal/notStaff`` for who neither works there nor keeps the stations.
  static func station(
    _ id: ID<Station>, staffedBy account: Account, in db: any Reading
  ) throws -> Station {
    guard let station = try StationRows.find(id, in: db) else { throw StationRefusal.unknown }
    guard try account.may(.keepStations) || StationRows.isStaff(account.id, of: id, in: db) else {
      throw StationRefusal.notStaff
    }
    return station
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }
}

/// What stations ask of other parts of the zone.
public struct StationSurroundings: Sendable {
  /// The account at work that has this sign-in name and may work at stations.
  public var worker: @Sendable (String, any Reading) throws -> MatterPerson?
  /// What pages call an account.
  public var name: @Sendable (ID<Account>, any Reading) throws -> String?
  /// Thirty-two bytes that follow from a text and from the zone's own key.
  public var secret: @Sendable (String) -> [UInt8]

  public init(
    worker: @escaping @Sendable (String, any Reading) throws -> MatterPerson? = { _, _ in nil },
    name: @escaping @Sendable (ID<Account>, any Reading) throws -> String? = { _, _ in nil },
    secret: @escaping @Sendable (String) -> [UInt8]
  ) {
    self.worker = worker
    self.name = name
    self.secret = secret
  }
}

/// A station with what it has taken in.
public struct StationLine: Sendable {
  public let station: Station
  public let load: StationLoad
}

/// A page of what a station has taken in.
public struct StationQueue: Sendable {
  public let station: Station
  public let matters: [Matter]
  /// When those were written down that came from a browser of the station.
  public let visits: [ID<Matter>: Date]
  public let count: Int
  public let next: ID<Matter>?
}

/// What a browser gets that works for a station.
public struct StationOpening: Sendable {
  public let station: Station
  /// Tells the entries of one login from those of another, without saying whose they are.
  public let login: String
  /// The key of the login's entries, in base 64; the same for one account as long as the zone's key is.
  public let key: String
}
