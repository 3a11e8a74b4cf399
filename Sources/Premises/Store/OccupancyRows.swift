import Kernel
import Premises
import Storage

/// The only SQL that knows `occupancies`.
enum OccupancyRows {
  private static let columns: SQL = """
    id, room, site, tenant, tenant_name, first_day, last_day, stage, contract, decision, departure_reason,
    departure_decision, dispute, withdrawn, entry
    """

  static func all(in db: any Reading) throws -> [Occupancy] {
    try db.rows("SELECT \(columns) FROM occupancies ORDER BY room, first_day, id").map(Occupancy.init(row:))
  }

  static func find(_ id: ID<Occupancy>, in db: any Reading) throws -> Occupancy {
    guard let row = try db.row("SELECT \(columns) FROM occupancies WHERE id = \(id)") else {
      throw PremisesRefusal.unknown(.occupancy)
    }
    return try Occupancy(row: row)
  }

  static func inRoom(_ room: ID<Room>, in db: any Reading) throws -> [Occupancy] {
    try db.rows("SELECT \(columns) FROM occupancies WHERE room = \(room) ORDER BY first_day, id")
      .map(Occupancy.init(row:))
  }

  /// Those that count on `day`, in the order of the tenants' codes.
  static func counting(on day: Day, in db: any Reading) throws -> [Occupancy] {
    try db.rows(
      """
      SELECT \(columns) FROM occupancies
      WHERE withdrawn = 0 AND first_day <= \(day) AND (last_day IS NULL OR last_day >= \(day))
      ORDER BY tenant, first_day, id
      """
    ).map(Occupancy.init(row:))
  }

  /// The stays of `tenant` that are not over on `day`.
  static func open(of tenant: SocialCreditCode, on day: Day, in db: any Reading) throws -> [Occupancy] {
    try db.rows(
      """
      SELECT \(columns) FROM occupancies
      WHERE withdrawn = 0 AND tenant = \(tenant.description) AND (last_day IS NULL OR last_day >= \(day))
      ORDER BY first_day, id
      """
    ).map(Occupancy.init(row:))
  }

  static func values(_ occupancy: Occupancy) -> [SQLValue] {
    [
      occupancy.id.sqlValue, occupancy.room.sqlValue, .text(occupancy.site.rawValue),
      .text(occupancy.tenant.description), .text(occupancy.tenantName), occupancy.stay.first.sqlValue,
      occupancy.stay.last.sqlValue, (occupancy.stage?.rawValue).sqlValue, occupancy.contract.sqlValue,
      occupancy.decision.sqlValue, (occupancy.departure?.reason.rawValue).sqlValue,
      (occupancy.departure?.decision).sqlValue, occupancy.dispute.sqlValue, occupancy.isWithdrawn.sqlValue,
    ]
  }
}

extension Occupancy {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    let (id, room): (ID<Occupancy>, ID<Room>) = (try columns.id(), try columns.id())
    let (site, tenant): (SiteCode, SocialCreditCode) = (try columns.value(), try columns.tenant())
    let (name, stay) = (try columns.text(), try columns.stay())
    let stage: TenantStage? = try columns.optional { try $0.value() }
    let (contract, decision) = (try columns.text(), try columns.text())
    let reason: DepartureReason? = try columns.optional { try $0.value() }
    let departureDecision = try columns.optional { try $0.text() }
    try self.init(
      id: id, room: room, site: site, tenant: tenant, tenantName: name, stay: stay, stage: stage, contract: contract,
      decision: decision, departure: reason.map { Departure(reason: $0, decision: departureDecision) },
      dispute: columns.optional { try $0.text() }, isWithdrawn: columns.bool(), revision: columns.integer())
    try columns.end()
  }
}
