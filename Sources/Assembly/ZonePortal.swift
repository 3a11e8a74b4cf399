import Access
import AccessStore
import AccessWeb
import EnterprisesWeb
import EvidenceWeb
import ExchangeWeb
import FiguresWeb
import InstitutionsWeb
import Jobs
import JobsStore
import JobsWeb
import Journal
import JournalStore
import JournalWeb
import Kernel
import LedgersWeb
import Markup
import PartiesStore
import PartiesWeb
import Patents
import PatentsStore
import PatentsWeb
import PremisesWeb
import ProgrammeStore
import ProgrammeWeb
import RulesStore
import RulesWeb
public import Web

/// The portal of a zone: every door, the menu, and who asks.
public enum ZonePortal {
  /// Every page, form and endpoint, with the permission that each needs.
  public static func routes(_ zone: Zone) -> Routes {
    var routes = Routes()
    addHome(to: &routes, zone)
    addAccessibilityStatement(to: &routes)
    addPatentDoors(to: &routes, desk: zone.patents)
    addPartyDoors(to: &routes, desk: zone.parties, links: partyLinks)
    routes.addRules(desk: zone.rules, world: zone.world)
    addJournalDoors(to: &routes, desk: zone.journal, kinds: recordKinds)
    addJobDoors(to: &routes, desk: zone.jobs, kinds: jobKinds)
    addAccessDoors(to: &routes, desk: zone.access)
    addEvidenceDoors(to: &routes)
    addLedgersDoors(to: &routes)
    addFiguresDoors(to: &routes)
    addInstitutionsDoors(to: &routes)
    addEnterprisesDoors(to: &routes)
    addPremisesDoors(to: &routes)
    addProgrammeDoors(to: &routes, desk: zone.programme, links: programmeLinks)
    addExchangeDoors(to: &routes)
    return routes
  }

  /// What answers requests, with the settings of this deployment.
  public static func responder(_ zone: Zone, settings: Settings) throws -> PortalResponder {
    var site = settings.site(for: zone)
    site.menu = menu
    site.accountItems = accountItems
    site.register = Link("/register")
    site.footer.links = [
      (Phrase(zh: "个人信息保护", en: "Privacy"), Link("/privacy")),
      (Phrase(zh: "无障碍声明", en: "Accessibility"), Link("/accessibility")),
      (Phrase(zh: "数据接口", en: "API"), Link("/api")),
    ]
    let portal = Portal(
      site: site, keeper: SessionKeeper(zone.access), forms: FormKeeper(zone.access), world: zone.world,
      assets: try Assets.load(),
      secret: zone.key)
    return PortalResponder(portal, routes: routes(zone))
  }

  private static let menu: [MenuGroup] = [
    MenuGroup(
      Phrase(zh: "查专利", en: "Patents"),
      [
        MenuItem(Phrase(zh: "专利检索", en: "Search patents"), Link("/patents"), needs: .readPatents),
        MenuItem(Phrase(zh: "申请人与机构", en: "Applicants and agencies"), Link("/parties"), needs: .readParties),
        MenuItem(Phrase(zh: "专利导入", en: "Imports"), Link("/imports"), needs: .readImports),
      ]),
    MenuGroup(
      Phrase(zh: "查规则", en: "Rules"),
      [
        MenuItem(Phrase(zh: "规则库", en: "The rules"), Link("/rules"), needs: .readRules),
        MenuItem(Phrase(zh: "期限计算", en: "Deadlines"), Link("/deadlines"), needs: .readRules),
      ]),
    MenuGroup(
      Phrase(zh: "计划与评价", en: "Plans"),
      [
        MenuItem(Phrase(zh: "年度计划", en: "Yearly plans"), Link("/plan"), needs: .readPlan),
        MenuItem(Phrase(zh: "评价", en: "Evaluations"), Link("/evaluations"), needs: .readEvaluations),
      ]),
    MenuGroup(
      Phrase(zh: "公开与留痕", en: "Openness"),
      [
        MenuItem(Phrase(zh: "每日链首", en: "Daily heads"), Link("/journal/heads"), needs: .readJournalHeads),
        MenuItem(Phrase(zh: "全部留痕", en: "The journal"), Link("/journal"), needs: .readJournal),
        MenuItem(Phrase(zh: "核验留痕", en: "Verify the journal"), Link("/journal/verify"), needs: .verifyJournal),
        MenuItem(Phrase(zh: "数据接口", en: "API"), Link("/api")),
      ]),
    MenuGroup(
      Phrase(zh: "管理", en: "Administration"),
      [
        MenuItem(Phrase(zh: "后台任务", en: "Jobs"), Link("/jobs"), needs: .readJobs),
        MenuItem(Phrase(zh: "账号与角色", en: "Accounts and roles"), Link("/accounts"), needs: .listAccounts),
        MenuItem(Phrase(zh: "单位授权审核", en: "Mandates to approve"), Link("/mandates"), needs: .approveMandates),
      ]),
  ]

  private static let accountItems = [
    MenuItem(Phrase(zh: "我的账号", en: "My account"), Link("/account"), needs: .ownAccount),
    MenuItem(Phrase(zh: "代表单位办事", en: "Acting for an organisation"), Link("/account/mandates"), needs: .fileMandates),
  ]

  private static let partyLinks = PartyLinks(
    patents: { Link("/patents", query: [("applicant", "\($0)")]) },
    history: { account, id in account.may(.readImports) ? Link("/journal/records/parties/\(id)") : nil })

  private static let programmeLinks = ProgrammeLinks(
    history: { account, subject in
      account.may(.readPlanDrafts)
        ? Link("/journal/records/\(subject.table)/\(ID<Subject>(subject.number))") : nil
    })

  private static let jobKinds = [
    PatentDesk.importJob: JobKind(Phrase(zh: "专利导入", en: "Import of patents")) { job in
      job.outcome.flatMap { ID<PatentImport>($0) }.map { Link("/imports/\($0)") }
    }
  ]

  private static let recordKinds = [
    "patents": RecordKind(Phrase(zh: "专利", en: "Patent"), page: "/patents/"),
    "patent_sources": RecordKind(Phrase(zh: "专利来源", en: "Source of a patent")),
    "patent_files": RecordKind(Phrase(zh: "导入文件", en: "Imported file")),
    "patent_imports": RecordKind(Phrase(zh: "导入", en: "Import"), page: "/imports/"),
    "import_notes": RecordKind(Phrase(zh: "导入说明", en: "Note on an import")),
    "parties": RecordKind(Phrase(zh: "主体", en: "Party"), page: "/parties/"),
    "party_names": RecordKind(Phrase(zh: "主体名称", en: "Name of a party")),
    "plans": RecordKind(Phrase(zh: "年度计划", en: "Plan")),
    "plan_tasks": RecordKind(Phrase(zh: "计划任务", en: "Task of a plan"), page: "/tasks/"),
    "plan_baselines": RecordKind(Phrase(zh: "任务基线", en: "Baseline of a task")),
    "plan_redatings": RecordKind(Phrase(zh: "任务时间调整", en: "Change of a task’s dates")),
    "plan_progress": RecordKind(Phrase(zh: "任务进展", en: "Progress of a task")),
    "scheme_versions": RecordKind(Phrase(zh: "评价指标版本", en: "Version of a scheme")),
    "evaluation_runs": RecordKind(Phrase(zh: "评价", en: "Evaluation"), page: "/evaluations/runs/"),
    "evaluation_scores": RecordKind(Phrase(zh: "评价得分", en: "Score of an evaluation")),
    "evaluation_evidence": RecordKind(Phrase(zh: "评价证据", en: "Evidence of an evaluation")),
    "jobs": RecordKind(Phrase(zh: "后台任务", en: "Job"), page: "/jobs/"),
    "rule_supersessions": RecordKind(Phrase(zh: "规则改值", en: "Superseded rule")),
    "rule_supersession_copies": RecordKind(Phrase(zh: "规则改值所读副本", en: "Copy behind a superseded rule")),
    "accounts": RecordKind(Phrase(zh: "账号", en: "Account"), page: "/accounts/"),
    "account_roles": RecordKind(Phrase(zh: "账号角色", en: "Role of an account")),
    "mandates": RecordKind(Phrase(zh: "单位授权", en: "Mandate")),
  ]
}
