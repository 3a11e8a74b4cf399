public import Access
public import Foundation
import Journal
import JournalStore
public import Kernel
import MattersStore
public import Stations
import Storage

extension StationDesk {
  public func staff(of id: ID<Station>, by account: Account) async throws -> StationStaff {
    try account.require(.keepStations)
    let around = around
    return try await database.read { db in
      guard let station = try StationRows.find(id, in: db) else { throw StationRefusal.unknown }
      return StationStaff(
        station: station,
        members: try StationRows.staff(of: id, in: db).map {
          StationStaff.Member(account: $0, name: try around.name($0, db) ?? $0.description, since: $1)
        })
    }
  }

  /// - Parameter name: the sign-in name of somebody who may work at stations.
  public func addStaff(_ name: String, to id: ID<Station>, by account: Account) async throws {
    try account.require(.keepStations)
    let desk = self
    try await database.write { db in
      guard try StationRows.find(id, in: db) != nil else { throw StationRefusal.unknown }
      guard let person = try desk.around.worker(name, db) else { throw StationRefusal.accountUnknown }
      guard try !StationRows.isStaff(person.account, of: id, in: db) else {
        throw StationRefusal.staffAlready(person.name)
      }
      try Recording.write(Deed(.addStaff, by: account, on: id.subject), world: desk.world, in: db) { recording in
        try recording.insert(
          [id.sqlValue, person.account.sqlValue, desk.world.now().sqlValue], into: .stationStaff)
      }
    }
  }

  public func removeStaff(_ person: ID<Account>, from id: ID<Station>, by account: Account) async throws {
    try account.require(.keepStations)
    let world = world
    try await database.write { db in
      guard try StationRows.isStaff(person, of: id, in: db) else { throw StationRefusal.notOnStaff }
      try Recording.write(Deed(.removeStaff, by: account, on: id.subject), world: world, in: db) { recording in
        try recording.delete([id.sqlValue, person.sqlValue], from: .stationStaff)
      }
    }
  }
}

/// Who works at a station.
public struct StationStaff: Sendable {
  public let station: Station
  public let members: [Member]

  public struct Member: Sendable {
    public let account: ID<Account>
    public let name: String
    public let since: Date
  }
}

extension ID<Station> {
  /// The station as the journal names it.
  var subject: Subject { Subject(table: "stations", number: number) }
}
