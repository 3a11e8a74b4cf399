public import Access
import AccessStore
import CorpusStore
import EvidenceStore
import ExchangeStore
import Enterprises
import Institutions
import FiguresStore
import HighValue
import JobsStore
import JournalStore
import Learning
import MattersStore
import Navigation
import NoticesStore
import PartiesStore
import PatentsStore
import Portfolios
import Programme
import Premises
import PremisesStore
import ProgrammeStore
import Protection
import RulesStore
import Stations

extension PermissionMatrix {
  /// Who may do what in the zone: the one place where roles meet permissions.
  ///
  /// System, security and audit administration are three duties: the first keeps the program running, the
  /// second decides who may do what, the third looks at what both did. None holds another's rights.
  public static let zone = PermissionMatrix(
    visitor: visitor,
    byRole: [
      .centreStaff: person.union(register).union(files).union(applicant).union([
        .keepInstitutions, .keepEnterprises, .keepAchievements, .fileForInstitution, .fileForEnterprise, .fileServices,
        .importPatents, .withdrawImports, .mergePatents, .setSourceTerms, .reorderSources,
        .mergeParties, .queueJobs, .exportPatents, .listAccounts, .lookAtAccount, .inviteClients, .approveMandates,
        .freezeFigures, .importSeries, .addEvidence, .withdrawEvidence, .managePremises, .setStageCriteria, .editPlan,
        .runEvaluations, .editSchemes, .workOnMatters, .assignMatters, .handleTickets, .handleAid, .handleMediation,
        .superviseMediation, .handleVolunteers, .raiseProblems, .handleProblems, .handleMoveIns, .decideMoveIns,
        .handleMoveOuts, .keepStations, .workAtStation, .handleLectures, .surveyPortfolios, .keepNavigation,
        .overseeNavigation, .reviewNavigation, .tellNavigationUse, .keepHighValue,
      ]),
      .baseManager: person.union(register).union(files).union([
        .addEvidence, .workOnMatters, .handleTickets, .raiseProblems, .handleProblems, .handleMoveIns, .visitApplicants,
        .handleMoveOuts, .workAtStation,
      ]),
      .regulator: person.union(register).union(files).union([
        .exportPatents, .keepAchievements, .freezeFigures, .importSeries, .addEvidence, .approvePlan,
        .workOnMatters, .assignMatters, .handleComplaints, .superviseComplaints, .sitOnPanel, .surveyPortfolios,
      ]),
      .inspector: person.union(register).union(files).union([.workOnMatters, .handleComplaints, .sitOnPanel]),
      .government: person.union(register).union(files).union([
        .exportPatents, .freezeFigures, .publishFigures, .setRulings, .importSeries, .editPlan, .approvePlan,
        .runEvaluations, .sitOnPanel, .surveyPortfolios, .overseeNavigation,
      ]),
      .institution: person.union(applicant).union([
        .fileForInstitution, .fileServices, .workAtStation, .keepPortfolios, .keepNavigation, .tellNavigationUse,
      ]),
      .enterprise: person.union(applicant).union([.fileForEnterprise, .keepPortfolios, .tellNavigationUse]),
      .expert: person.union(applicant).union([.mediate, .giveAid, .sitOnPanel, .giveLectures, .reviewNavigation]),
      .member: person.union(applicant),
      .overseas: person.union(applicant),
      .administrator: person.union(register).union([
        .importPatents, .withdrawImports, .queueJobs, .exportPatents, .supersedeRules, .listAccounts,
        .deactivateAccounts, .resetPasswords, .readDeliveries, .replayDeliveries, .manageWebhooks, .rebuildIndex,
        .setSourceTerms, .reorderSources,
      ]),
      .securityAdministrator: person.union([
        .listAccounts, .lookAtAccount, .inviteClients, .grantRoles, .deactivateAccounts, .resetPasswords,
        .resetSecondFactors, .eraseAccounts, .erasePersonal,
      ]),
      // Changes nothing but the own account.
      .auditor: person.subtracting([.fileMatters, .followLectures, .saveQueries]).union([
        .readJournal, .verifyJournal, .readImports, .readJobs, .readEvidence, .listAccounts, .observeFigures,
        .readDeliveries,
      ]),
    ])

  /// Open to everybody: what the register, the rules and the chain's heads say, and to open an account.
  private static let visitor: Set<Permission> = [
    .readPatents, .readParties, .readRules, .readJournalHeads, .register, .readInstitutions, .readAchievements,
    .readFigures, .readPremises, .readOpenData, .readPlan, .readGuides, .askWindow, .fileComplaints, .readStations,
    .readLectures, .registerForLectures, .readNavigation, .readHighValue,
  ]

  /// The files behind the public register.
  private static let files: Set<Permission> = [
    .readInstitutionFiles, .readEnterprises, .readCaseLedgers, .readPledges,
  ]

  /// What everybody with an account may do.
  private static let person: Set<Permission> = [
    .ownAccount, .fileMandates, .ownNotices, .fileMatters, .followLectures, .saveQueries,
  ]

  /// What those ask for whom the zone is there for; the centre takes it in at the counter, too.
  private static let applicant: Set<Permission> = [
    .askForAid, .fileMediation, .fileVolunteer, .applyForRooms, .fileMoveOut, .orderLectures, .nominateTopics,
  ]

  /// What people who keep or watch the register see beside it.
  private static let register: Set<Permission> = [
    .readImports, .readJobs, .readEvidence, .observeFigures, .readPlanDrafts, .readEvaluations,
  ]
}
