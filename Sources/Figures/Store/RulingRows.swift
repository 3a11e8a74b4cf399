public import Foundation
public import Figures
public import Kernel
public import Storage

/// A reading chosen for a ruling.
public struct ChosenRuling: Sendable, Equatable {
  public let id: ID<ChosenRuling>
  /// Such as `AMB-03`.
  public let ruling: String
  public let option: String
  public let reason: String
  public let chosenBy: String
  public let chosenAt: Date
  public let revision: Int64
}

/// A ruling with the reading that holds.
public struct RulingFile: Sendable {
  public let ruling: Ruling
  /// Nil while the default holds.
  public let chosen: ChosenRuling?
  /// The figures that ask for it.
  public let codes: [IndicatorCode]

  public var option: RulingOption? { ruling.option(chosen?.option ?? ruling.defaultOption) }
}

extension Ruling {
  /// The option that holds, for other parts inside their own transactions: the chosen one, else the default.
  public func optionInForce(in db: any Reading) throws -> String {
    let chosen = try RulingRows.chosen(in: db)[code].flatMap { option($0)?.code }
    return chosen ?? defaultOption
  }
}

/// The only SQL that knows `figure_rulings`.
enum RulingRows {
  /// By ruling, the option that somebody chose.
  static func chosen(in db: any Reading) throws -> [String: String] {
    Dictionary(uniqueKeysWithValues: try all(in: db).map { ($0.ruling, $0.option) })
  }

  static func all(in db: any Reading) throws -> [ChosenRuling] {
    try db.rows(
      """
      SELECT id, ruling, option, reason, chosen_by, chosen_at, entry FROM figure_rulings ORDER BY ruling
      """
    ).map { row in
      var columns = row.columns
      return try ChosenRuling(
        id: columns.id(), ruling: columns.text(), option: columns.text(), reason: columns.text(),
        chosenBy: columns.text(), chosenAt: columns.date(), revision: columns.integer())
    }
  }

  static func values(_ chosen: ChosenRuling) -> [SQLValue] {
    [
      chosen.id.sqlValue, .text(chosen.ruling), .text(chosen.option), .text(chosen.reason), .text(chosen.chosenBy),
      chosen.chosenAt.sqlValue,
    ]
  }
}
