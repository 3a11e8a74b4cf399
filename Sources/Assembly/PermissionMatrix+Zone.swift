public import Access
import AccessStore
import JobsStore
import JournalStore
import PartiesStore
import PatentsStore
import ProgrammeStore
import RulesStore

extension PermissionMatrix {
  /// Who may do what in the zone: the one place where roles meet permissions.
  ///
  /// System, security and audit administration are three duties: the first keeps the program running, the
  /// second decides who may do what, the third looks at what both did. None holds another's rights.
  public static let zone = PermissionMatrix(
    visitor: visitor,
    byRole: [
      .centreStaff: person.union(register).union([
        .importPatents, .withdrawImports, .mergePatents, .mergeParties, .queueJobs, .exportPatents, .listAccounts,
        .lookAtAccount, .inviteClients, .approveMandates, .editPlan, .runEvaluations, .editSchemes,
      ]),
      .baseManager: person.union(register),
      .regulator: person.union(register).union([.exportPatents, .approvePlan]),
      .inspector: person.union(register),
      .government: person.union(register).union([.exportPatents, .editPlan, .approvePlan, .runEvaluations]),
      .institution: person,
      .enterprise: person,
      .expert: person,
      .member: person,
      .overseas: person,
      .administrator: person.union(register).union([
        .importPatents, .withdrawImports, .queueJobs, .exportPatents, .supersedeRules, .listAccounts,
        .deactivateAccounts, .resetPasswords,
      ]),
      .securityAdministrator: person.union([
        .listAccounts, .lookAtAccount, .inviteClients, .grantRoles, .deactivateAccounts, .resetPasswords,
        .resetSecondFactors, .eraseAccounts, .erasePersonal,
      ]),
      .auditor: person.union([.readJournal, .verifyJournal, .readImports, .readJobs, .listAccounts]),
    ])

  /// Open to everybody: what the register, the rules and the chain's heads say, and to open an account.
  private static let visitor: Set<Permission> = [
    .readPatents, .readParties, .readRules, .readJournalHeads, .register, .readPlan,
  ]

  /// What everybody with an account may do.
  private static let person: Set<Permission> = [.ownAccount, .fileMandates]

  /// What people who keep or watch the register see beside it.
  private static let register: Set<Permission> = [
    .readImports, .readJobs, .readPlanDrafts, .readEvaluations,
  ]
}
