import JournalStore
import Ledgers
public import LedgersStore
import Programme
import Storage

/// The ledgers that indicators of the plan are counted from, beside those of institutions and enterprises.
public let programmeLedgers: [KeptLedger] = [
  KeptLedger(.milestones), KeptLedger(.recognitions), KeptLedger(.platforms), KeptLedger(.cultivationCentres),
  KeptLedger(.pctFilings), KeptLedger(.transfers), KeptLedger(.overseasSites), KeptLedger(.overseasLogs),
  KeptLedger(.exports), KeptLedger(.drivenExports), KeptLedger(.abnormalCases), KeptLedger(.financings),
  KeptLedger(.attendances), KeptLedger(.budgets),
]

let programmeLedgerMigrations: [Migration] = [
  Ledger.milestones.migration("2026-11-22 create milestones"),
  Ledger.recognitions.migration("2026-11-22 create recognitions"),
  Ledger.platforms.migration("2026-11-22 create platforms"),
  Ledger.cultivationCentres.migration("2026-11-22 create cultivation centres"),
  Ledger.pctFilings.migration("2026-11-22 create pct filings", indexes: [["filed_on", "id"]]),
  Ledger.transfers.migration("2026-11-22 create transfers", indexes: [["changed_on", "id"]]),
  Ledger.overseasSites.migration("2026-11-22 create overseas sites"),
  Ledger.overseasLogs.migration("2026-11-22 create overseas logs"),
  Ledger.exports.migration("2026-11-22 create service exports"),
  Ledger.drivenExports.migration("2026-11-22 create driven exports"),
  Ledger.abnormalCases.migration("2026-11-22 create abnormal cases"),
  Ledger.financings.migration("2026-11-22 create financings"),
  Ledger.attendances.migration("2026-11-22 create attendances"),
  Ledger.budgets.migration("2026-11-22 create budgets"),
]

let programmeLedgerTables: [RecordTable] = programmeLedgers.map(\.ledger.table)
