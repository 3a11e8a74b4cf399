import Kernel
import Premises
import Storage

/// The only SQL that knows `stage_criteria`, `stage_thresholds` and `stage_moves`.
enum StageRows {
  /// Every version, the latest first, withdrawn ones too.
  static func criteria(in db: any Reading) throws -> [StageCriteria] {
    let thresholds = try thresholds(in: db)
    return try db.rows(
      "SELECT id, first_day, adopted_by, document, withdrawn, entry FROM stage_criteria ORDER BY first_day DESC, id DESC"
    ).map { row in
      var columns = row.columns
      let id: ID<StageCriteria> = try columns.id()
      return try StageCriteria(
        id: id, from: columns.day(), thresholds: thresholds[id] ?? [], adoptedBy: columns.text(),
        document: columns.text(), isWithdrawn: columns.bool(), revision: columns.integer())
    }
  }

  private static func thresholds(in db: any Reading) throws -> [ID<StageCriteria>: [StageThreshold]] {
    try db.rows("SELECT criteria, stage, measure, minimum FROM stage_thresholds ORDER BY id").reduce(into: [:]) {
      found, row in
      var columns = row.columns
      let criteria: ID<StageCriteria> = try columns.id()
      let threshold = try StageThreshold(columns.value(), columns.value(), atLeast: columns.integer())
      found[criteria, default: []].append(threshold)
    }
  }

  /// What a version changed when it was adopted, in the order of the tenants' codes.
  static func moves(of criteria: ID<StageCriteria>, in db: any Reading) throws -> [StageMove] {
    try db.rows(
      """
      SELECT tenant, tenant_name, from_stage, to_stage, reasons FROM stage_moves WHERE criteria = \(criteria)
      ORDER BY tenant
      """
    ).map { row in
      var columns = row.columns
      return try StageMove(
        tenant: columns.tenant(), tenantName: columns.text(), from: columns.optional { try $0.value() },
        to: columns.optional { try $0.value() },
        reasons: columns.text().split(separator: "\n").compactMap { StageChange(String($0)) })
    }
  }

  static func values(_ criteria: StageCriteria) -> [SQLValue] {
    [
      criteria.id.sqlValue, criteria.from.sqlValue, .text(criteria.adoptedBy), .text(criteria.document),
      criteria.isWithdrawn.sqlValue,
    ]
  }

  static func values(
    _ threshold: StageThreshold, _ id: ID<StageThreshold>, of criteria: ID<StageCriteria>
  ) -> [SQLValue] {
    [
      id.sqlValue, criteria.sqlValue, .text(threshold.stage.rawValue), .text(threshold.measure.rawValue),
      threshold.minimum.sqlValue,
    ]
  }

  static func values(_ move: StageMove, _ id: ID<StageMove>, of criteria: ID<StageCriteria>) -> [SQLValue] {
    [
      id.sqlValue, criteria.sqlValue, .text(move.tenant.description), .text(move.tenantName),
      (move.from?.rawValue).sqlValue, (move.to?.rawValue).sqlValue,
      .text(move.reasons.map(\.description).joined(separator: "\n")),
    ]
  }
}
