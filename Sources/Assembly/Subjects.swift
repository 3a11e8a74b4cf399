import Access
import AccessStore
import Journal
import JournalStore
import Kernel
import PartiesStore
import PatentsStore
import ProgrammeStore
import RulesStore
import Storage

/// Whether an account may read a record's history without reading the whole journal: as its subject, or
/// because the record itself is open to it.
@Sendable func isSubject(_ account: Account, _ subject: Subject, _ db: any Reading) throws -> Bool {
  switch subject.table {
  case "rule_supersessions", "rule_supersession_copies": account.may(.readRules)
  case "patents", "parties": account.may(.readImports)
  case "plans", "plan_tasks": account.may(.readPlanDrafts)
  case "scheme_versions", "evaluation_runs": account.may(.readEvaluations)
  case "patent_imports", "patent_files": account.may(.readImports)
  default: try AccessDesk.isSubject(account, of: subject, in: db)
  }
}
