import InstitutionsStore
import Kernel
import Ledgers
import LedgersStore
import Matters
public import MattersStore
import Premises
import Storage

extension KeptProcedure {
  /// Leaving, or moving up: the stay ends on a day, the register says so, and what was counted before stays.
  ///
  /// - Parameter facts: what the stage of a tenant is told by.
  public static func moveOut(_ facts: TenantFacts) -> KeptProcedure {
    KeptProcedure(
      Leaving.self,
      fill: { _, code, today, db in
        try code.map { try LeavingRecord(tenant: $0, today: today, facts: facts, db: db).answers } ?? .init()
      },
      check: { step, taken, db in
        try LeavingSteps(taken: taken, facts: facts).faults(of: step, db)
      },
      effect: { step, taken, work in
        try LeavingSteps(taken: taken, facts: facts).carryOut(step, work)
      },
      prepare: { step, taken, db in try LeavingSteps(taken: taken, facts: facts).preparation(of: step, db) })
  }
}

/// What the zone knows of a tenant that leaves.
struct LeavingRecord {
  let stays: [Occupancy]
  let rooms: String
  /// By the criteria of the day; nil where it cannot be told.
  let stage: TenantStage?

  init(tenant: SocialCreditCode, today: Day, facts: TenantFacts, db: any Reading) throws {
    stays = try OccupancyRows.open(of: tenant, on: today, in: db)
    rooms = try stays.map { try PremisesRows.room($0.room, in: db).number }.joined(separator: "、")
    stage = try PremisesDesk.stage(of: tenant, on: today, facts, in: db)
  }

  var answers: LedgerRecord.Values {
    var values = LedgerRecord.Values()
    if !rooms.isEmpty { values[Leaving.rooms.field.name] = .text(rooms) }
    if let stage = stays.first?.stage { values[Leaving.currentStage.field.name] = .text(stage.rawValue) }
    if let stage { values[Leaving.foundStage.field.name] = .text(stage.rawValue) }
    return values
  }
}
