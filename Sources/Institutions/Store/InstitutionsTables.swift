import Institutions
public import JournalStore
import Ledgers
public import LedgersStore
public import Storage

/// The ledgers of the institutions, in the order of their menu.
public let institutionLedgers: [KeptLedger] = [
  KeptLedger(.institutions), KeptLedger(.licences), KeptLedger(.staff), KeptLedger(.practitioners), KeptLedger(.brands),
  KeptLedger(.foreignOffices), KeptLedger(.returns, hints: returnHints), KeptLedger(.leads), KeptLedger(.leadSteps),
  KeptLedger(.cultivations), KeptLedger(.support),
]

/// In the order they were released.
public let institutionMigrations: [Migration] = [
  Ledger.institutions.migration("2026-11-22 create institutions", indexes: [["name"]]),
  Ledger.licences.migration("2026-11-22 create licences"),
  Ledger.staff.migration("2026-11-22 create staff", indexes: [["person"]]),
  Ledger.practitioners.migration("2026-11-22 create practitioners", indexes: [["person"]]),
  Ledger.brands.migration("2026-11-22 create brands"),
  Ledger.foreignOffices.migration("2026-11-22 create foreign offices"),
  Ledger.returns.migration("2026-11-22 create institution returns", indexes: [["period_end", "id"]]),
  Ledger.leads.migration("2026-11-22 create leads"),
  Ledger.leadSteps.migration("2026-11-22 create lead steps"),
  Ledger.cultivations.migration("2026-11-22 create cultivations"),
  Ledger.support.migration("2026-11-22 create support"),
  .createAbsences,
]

/// The tables that the journal vouches for.
public let institutionTables: [RecordTable] = institutionLedgers.map(\.ledger.table) + [.institutionAbsences]
