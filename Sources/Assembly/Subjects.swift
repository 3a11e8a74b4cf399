import Access
import AccessStore
import EvidenceStore
import FiguresStore
import Journal
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import MattersStore
import PartiesStore
import PatentsStore
import PremisesStore
import ProgrammeStore
import RulesStore
import Storage

/// Whether an account may read a record's history without reading the whole journal: as its subject, or
/// because the record itself is open to it.
@Sendable func isSubject(_ account: Account, _ subject: Subject, _ db: any Reading) throws -> Bool {
  if subject.table == "matters" { return try ProcedureBook.zone.isStaff(account, of: ID(subject.number), in: db) }
  return try opensHistory(of: subject.table, to: account) || AccessDesk.isSubject(account, of: subject, in: db)
}

/// Whether the histories of all records of a table are open to an account.
func opensHistory(of table: String, to account: Account) -> Bool {
  switch table {
  case "rule_supersessions", "rule_supersession_copies", "holiday_calendars": account.may(.readRules)
  case "figure_rulings", "series_values": account.may(.readFigures)
  case "figures_frozen", "figure_rows", "figure_publications": account.may(.observeFigures)
  case "patents", "parties": account.may(.readImports)
  case "sites", "buildings", "floors", "rooms", "occupancies", "stage_criteria", "stage_thresholds", "stage_moves",
    "cluster_lists", "clusters", "cluster_services":
    account.may(.managePremises)
  case "plans", "plan_tasks": account.may(.readPlanDrafts)
  case "scheme_versions", "evaluation_runs": account.may(.readEvaluations)
  case "patent_imports", "patent_files", "table_mappings", "source_orders": account.may(.readImports)
  case "evidence", "evidence_files": account.may(.readEvidence)
  case let table where LedgerBook.zone[table] != nil:
    LedgerBook.zone[table].map { account.may($0.ledger.keepers) } ?? false
  default: false
  }
}
