import Enterprises
public import JournalStore
import Ledgers
public import LedgersStore
public import Storage

/// The ledgers about enterprises, in the order of their menu.
///
/// - Parameter industries: what enterprises may be tagged by.
public func enterpriseLedgers(_ industries: IndustryLists = .none) -> [KeptLedger] {
  [enterprises(industries)] + otherLedgers
}

private func enterprises(_ industries: IndustryLists) -> KeptLedger {
  let offers = IndustryScheme.allCases.map { scheme -> (String, KeptLedger.Offer) in
    (scheme.field, { day, db in try industries.edition(of: scheme, on: day, in: db)?.names ?? [] })
  }
  return KeptLedger(
    .enterprises, checks: [industries.check], offers: Dictionary(uniqueKeysWithValues: offers), offersOn: "list_date")
}

private let otherLedgers: [KeptLedger] = [
  KeptLedger(.statuses), KeptLedger(.services, hints: serviceHints), KeptLedger(.visits),
  KeptLedger(.problems),
  KeptLedger(.salesReturns, hints: salesHints), KeptLedger(.products, checks: [productsWithinSales]),
]

/// In the order they were released.
public let enterpriseMigrations: [Migration] = [
  Ledger.enterprises.migration("2026-11-22 create enterprises", indexes: [["name"]]),
  Ledger.statuses.migration("2026-11-22 create enterprise statuses"),
  Ledger.services.migration("2026-11-22 create services", indexes: [["served_on", "id"], ["client"]]),
  Ledger.visits.migration("2026-11-22 create visits"),
  Ledger.problems.migration("2026-11-22 create problems"),
  Ledger.salesReturns.migration("2026-11-22 create sales returns"),
  Ledger.products.migration("2026-11-22 create ip products"),
  .indexWhatFiguresRead, .indexServicesOfClients,
]

extension Migration {
  /// All that figures ask of services and statuses, so that they read two indexes and no table.
  static let indexWhatFiguresRead = Migration("2026-11-22 index what figures read") { _ in
    [
      """
      CREATE INDEX services_for_figures ON services
        (served_on, stage, withdrawn_on, channel, matter, client_place, client, grade, institution)
      """,
      """
      CREATE INDEX statuses_for_figures ON enterprise_statuses
        (enterprise, status, from_day, to_day, grade, stage, withdrawn_on)
      """,
    ]
  }

  /// From a client to its services, so that figures of clients with a status read no others.
  static let indexServicesOfClients = Migration("2026-11-23 index services of clients") { _ in
    [
      "DROP INDEX services_by_client",
      """
      CREATE INDEX services_of_clients ON services
        (client, served_on, stage, withdrawn_on, channel, grade, institution, client_place)
      """,
    ]
  }
}

/// The tables that the journal vouches for.
public let enterpriseTables: [RecordTable] = enterpriseLedgers().map(\.ledger.table)
