public import Access
import AccessStore
import JobsStore
import JournalStore
import PartiesStore
import PatentsStore
import RulesStore

extension PermissionMatrix {
  /// Who may do what in the zone: the one place where roles meet permissions.
  public static let zone = PermissionMatrix(
    visitor: visitor,
    byRole: [
      .centreStaff: register.union([
        .importPatents, .withdrawImports, .mergePatents, .mergeParties, .queueJobs, .exportPatents,
      ]),
      .baseManager: register,
      .regulator: register.union([.exportPatents]),
      .inspector: register,
      .government: register.union([.exportPatents]),
      .institution: [],
      .enterprise: [],
      .expert: [],
      .member: [],
      .overseas: [],
      .administrator: register.union([
        .importPatents, .withdrawImports, .queueJobs, .exportPatents, .supersedeRules, .verifyJournal,
      ]),
      .auditor: [.readJournal, .verifyJournal, .readImports, .readJobs],
      .securityAdministrator: [.erasePersonal],
    ])

  /// Open to everybody: what the register, the rules and the chain's heads say.
  private static let visitor: Set<Permission> = [.readPatents, .readParties, .readRules, .readJournalHeads]

  /// What people who keep the register see beside it.
  private static let register: Set<Permission> = [.readImports, .readJobs]
}
