import Access
import AccessStore
import AccessWeb
import Corpus
import CorpusStore
import CorpusWeb
import Enterprises
import EnterprisesWeb
import Evidence
import EvidenceStore
import EvidenceWeb
import ExchangeStore
import ExchangeWeb
import Figures
import FiguresStore
import FiguresWeb
import Institutions
import InstitutionsWeb
import Jobs
import JobsStore
import JobsWeb
import Journal
import JournalStore
import JournalWeb
import Kernel
import Learning
import LandscapeStore
import LandscapeWeb
import LearningStore
import LearningWeb
import Ledgers
import LedgersStore
import LedgersWeb
import Markup
import Matters
import MattersStore
import MattersWeb
import NoticesStore
import NoticesWeb
import PartiesStore
import PartiesWeb
import Patents
import PatentsStore
import PatentsWeb
import Premises
import PremisesStore
import PremisesWeb
import Programme
import ProgrammeStore
import ProgrammeWeb
import Protection
import RulesStore
import RulesWeb
import Stations
import StationsStore
import StationsWeb
import Storage
public import Web

/// The portal of a zone: every door, the menu, and who asks.
public enum ZonePortal {
  /// Every page, form and endpoint, with the permission that each needs.
  public static func routes(_ zone: Zone) -> Routes {
    var routes = Routes()
    addHome(to: &routes, zone)
    addAccessibilityStatement(to: &routes)
    addPatentDoors(
      to: &routes, desk: zone.patents,
      trail: PatentTrail { try await hitTrail(of: $0.number, in: $1, desk: zone.corpus, links: .patents) },
      sections: patentSections(zone),
      results: PatentResults { try await zone.corpus.select(searchedQuestion($0), by: $0.account).ids })
    addCorpusDoors(to: &routes, desk: zone.corpus)
    addLandscapeDoors(to: &routes, desk: zone.landscape, parties: .readParties)
    addSearchDoors(to: &routes, desk: zone.corpus, saved: zone.savedQueries, links: .patents)
    addPartyDoors(to: &routes, desk: zone.parties, links: partyLinks)
    addPortfolios(to: &routes, zone)
    addNavigation(to: &routes, zone)
    addHighValue(to: &routes, zone)
    routes.addRules(desk: zone.rules, world: zone.world)
    addJournalDoors(to: &routes, desk: zone.journal, kinds: recordKinds)
    addJobDoors(to: &routes, desk: zone.jobs, kinds: jobKinds)
    addAccessDoors(to: &routes, desk: zone.access)
    addEvidenceDoors(to: &routes, desk: zone.evidence, links: evidenceLinks(zone))
    addLedgerDoors(to: &routes, desk: zone.ledgers, evidence: zone.evidence, links: ledgerLinks(zone))
    addLedgerIndex(to: &routes, desk: zone.ledgers, needs: .readInstitutions)
    addFiguresDoors(to: &routes, desk: zone.figures, world: zone.world, links: figureLinks(zone))
    addInstitutionDoors(to: &routes, desk: zone.institutions, world: zone.world)
    addEnterprisesDoors(to: &routes)
    addPremisesDoors(
      to: &routes, desk: zone.premises, matters: zone.matters, links: premisesLinks, world: zone.world)
    addProgrammeDoors(to: &routes, desk: zone.programme, links: programmeLinks(zone))
    addExchangeDoors(to: &routes, desk: zone.exchange)
    addMatterDoors(
      to: &routes, desk: zone.matters, evidence: zone.evidence,
      registrar: .system([.addEvidence, .readEvidence]), fonts: zone.fonts, links: matterLinks(zone))
    addLearningDoors(to: &routes, desk: zone.learning, fonts: zone.fonts)
    addStationDoors(to: &routes, desk: zone.stations)
    addNoticeDoors(to: &routes, desk: zone.notices)
    return routes
  }

  /// What answers requests, with the settings of this deployment.
  public static func responder(_ zone: Zone, settings: Settings) throws -> PortalResponder {
    var site = settings.site(for: zone)
    site.menu = menu
    site.search = Link("/search")
    site.accountItems = accountItems
    site.register = Link("/register")
    let notices = zone.notices
    site.bell = Bell(to: Link("/notices"), needs: .ownNotices) { try await notices.unread(by: $0) }
    site.footer.links = [
      (Phrase(zh: "个人信息保护", en: "Privacy"), Link("/privacy")),
      (Phrase(zh: "无障碍声明", en: "Accessibility"), Link("/accessibility")),
      (Phrase(zh: "开放数据", en: "Open data"), Link("/open")),
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
      Phrase(zh: "办事", en: "Services"),
      [
        MenuItem(Phrase(zh: "办事指南", en: "What you can ask for"), Link("/guide"), needs: .readGuides),
        MenuItem(Phrase(zh: "我的办件", en: "My matters"), Link("/matters"), needs: .fileMatters),
        MenuItem(Phrase(zh: "入驻公示", en: "Made public"), Link("/publicity"), needs: .readPremises),
        MenuItem(Phrase(zh: "讲座与培训", en: "Lectures"), Link("/lectures"), needs: .readLectures),
        MenuItem(Phrase(zh: "凭码查询", en: "Follow by code"), Link("/status"), needs: .readGuides),
        MenuItem(Phrase(zh: "办理队列", en: "Queue"), Link("/matters/queue"), needs: .workOnMatters),
        MenuItem(Phrase(zh: "期限日历", en: "Last days"), Link("/matters/deadlines"), needs: .fileMatters),
        MenuItem(Phrase(zh: "服务站点", en: "Stations"), Link("/stations/network"), needs: .readStations),
        MenuItem(Phrase(zh: "我的站点", en: "My stations"), Link("/stations/mine"), needs: .workAtStation),
        MenuItem(Phrase(zh: "办件统计", en: "Statistics"), Link("/matters/statistics"), needs: .readGuides),
      ]),
    MenuGroup(
      Phrase(zh: "目标与计划", en: "Targets"),
      [
        MenuItem(Phrase(zh: "目标与进展", en: "Targets and progress"), Link("/figures"), needs: .readFigures),
        MenuItem(Phrase(zh: "推进看板", en: "Board"), Link("/figures/board"), needs: .observeFigures),
        MenuItem(Phrase(zh: "年度计划", en: "Yearly plans"), Link("/plan"), needs: .readPlan),
        MenuItem(Phrase(zh: "评价", en: "Evaluations"), Link("/evaluations"), needs: .readEvaluations),
        MenuItem(Phrase(zh: "口径裁定", en: "Rulings"), Link("/figures/rulings"), needs: .readFigures),
        MenuItem(Phrase(zh: "外部数据序列", en: "Outside series"), Link("/series"), needs: .readFigures),
      ]),
    MenuGroup(
      Phrase(zh: "机构与空间", en: "Institutions"),
      [
        MenuItem(Phrase(zh: "服务机构名录", en: "Institutions"), Link("/institutions"), needs: .readInstitutions),
        MenuItem(Phrase(zh: "空间布局", en: "The three sites"), Link("/premises"), needs: .readPremises),
        MenuItem(Phrase(zh: "空置台账", en: "Vacancy ledger"), Link("/premises/vacancy"), needs: .readPremises),
        MenuItem(Phrase(zh: "机构分期", en: "Stages of the tenants"), Link("/premises/stages"), needs: .readPremises),
        MenuItem(Phrase(zh: "产业集群覆盖", en: "Clusters served"), Link("/premises/coverage"), needs: .readPremises),
        MenuItem(Phrase(zh: "服务链图", en: "Chain of services"), Link("/chain"), needs: .readInstitutions),
        MenuItem(Phrase(zh: "招引转化", en: "Recruitment"), Link("/recruitment"), needs: .readInstitutionFiles),
        MenuItem(Phrase(zh: "机构统计报表", en: "Returns"), Link("/returns"), needs: .readInstitutionFiles),
        MenuItem(Phrase(zh: "报表催报", en: "Returns to chase"), Link("/chase"), needs: .readInstitutionFiles),
      ]),
    MenuGroup(
      Phrase(zh: "企业与台账", en: "Records"),
      [
        MenuItem(Phrase(zh: "企业与高校", en: "Enterprises"), Link("/enterprises"), needs: .readEnterprises),
        MenuItem(Phrase(zh: "服务台账", en: "Services rendered"), Link("/services"), needs: .readEnterprises),
        MenuItem(Phrase(zh: "全部台账", en: "All ledgers"), Link("/ledgers"), needs: .readInstitutions),
      ]),
    MenuGroup(
      Phrase(zh: "查专利", en: "Patents"),
      [
        MenuItem(Phrase(zh: "专利检索", en: "Search patents"), Link("/search"), needs: .readPatents),
        MenuItem(Phrase(zh: "专利态势分析", en: "Patent landscape"), Link("/landscape"), needs: .readPatents),
        MenuItem(Phrase(zh: "专利登记库", en: "Register of patents"), Link("/patents"), needs: .readPatents),
        MenuItem(Phrase(zh: "商标登记库", en: "Register of trademarks"), Link("/trademarks"), needs: .readPatents),
        MenuItem(Phrase(zh: "保存的检索式", en: "Kept queries"), Link("/search/saved"), needs: .saveQueries),
        MenuItem(Phrase(zh: "申请人与机构", en: "Applicants and agencies"), Link("/parties"), needs: .readParties),
        MenuItem(Phrase(zh: "专利导入", en: "Imports"), Link("/imports"), needs: .readImports),
      ] + navigationItems + portfolioItems + highValueItems),
    MenuGroup(
      Phrase(zh: "查规则", en: "Rules"),
      [
        MenuItem(Phrase(zh: "规则库", en: "The rules"), Link("/rules"), needs: .readRules),
        MenuItem(Phrase(zh: "期限计算", en: "Deadlines"), Link("/deadlines"), needs: .readRules),
      ]),
    MenuGroup(
      Phrase(zh: "公开与留痕", en: "Openness"),
      [
        MenuItem(Phrase(zh: "开放数据", en: "Open data"), Link("/open"), needs: .readOpenData),
        MenuItem(Phrase(zh: "每日链首", en: "Daily heads"), Link("/journal/heads"), needs: .readJournalHeads),
        MenuItem(Phrase(zh: "全部留痕", en: "The journal"), Link("/journal"), needs: .readJournal),
        MenuItem(Phrase(zh: "核验留痕", en: "Verify the journal"), Link("/journal/verify"), needs: .verifyJournal),
        MenuItem(Phrase(zh: "数据接口", en: "API"), Link("/api")),
      ]),
    MenuGroup(
      Phrase(zh: "管理", en: "Administration"),
      [
        MenuItem(Phrase(zh: "佐证", en: "Evidence"), Link("/evidence"), needs: .readEvidence),
        MenuItem(Phrase(zh: "后台任务", en: "Jobs"), Link("/jobs"), needs: .readJobs),
        MenuItem(Phrase(zh: "账号与角色", en: "Accounts and roles"), Link("/accounts"), needs: .listAccounts),
        MenuItem(Phrase(zh: "单位授权审核", en: "Mandates to approve"), Link("/mandates"), needs: .approveMandates),
        MenuItem(
          Phrase(zh: "通知发送记录", en: "Deliveries of notices"), Link("/notices/deliveries"), needs: .readDeliveries),
        MenuItem(Phrase(zh: "推送地址", en: "Webhooks"), Link("/webhooks"), needs: .manageWebhooks),
      ]),
  ]

  private static let accountItems = [
    MenuItem(Phrase(zh: "我的账号", en: "My account"), Link("/account"), needs: .ownAccount),
    MenuItem(Phrase(zh: "通知偏好", en: "Preferences of notices"), Link("/notices/preferences"), needs: .ownNotices),
    MenuItem(Phrase(zh: "代表单位办事", en: "Acting for an organisation"), Link("/account/mandates"), needs: .fileMandates),
  ]

  private static let partyLinks = PartyLinks(
    patents: { Link("/patents", query: [("applicant", "\($0)")]) },
    history: { account, id in account.may(.readImports) ? Link("/journal/records/parties/\(id)") : nil })

  private static func evidenceLinks(_ zone: Zone) -> EvidenceLinks {
    EvidenceLinks(
      citations: { account, item in try await citations(of: item, for: account, zone) },
      history: { account, id in account.may(.readEvidence) ? Link("/journal/records/evidence/\(id)") : nil })
  }

  /// Records that name the evidence by its id or by its document number.
  private static func citations(
    of item: EvidenceItem, for account: Account, _ zone: Zone
  ) async throws -> [EvidenceCitation] {
    let texts = [item.id.description, item.facts.number].compactMap(\.self)
    return try await zone.database.read { db in
      try LedgerCitations.records(naming: texts, in: zone.ledgers.book, for: account, in: db).map { ledger, record in
        EvidenceCitation(
          sort: ledger.one, title: record.values.text(ledger.title) ?? record.id.description,
          link: Link("\(ledger.path)/\(record.id)"))
      }
    }
  }

  private static func ledgerLinks(_ zone: Zone) -> LedgerLinks {
    LedgerLinks(
      history: { account, ledger, id in
        account.may(ledger.keepers) || account.may(.readJournal)
          ? Link("/journal/records/\(ledger.code)/\(id)") : nil
      },
      doors: { ledger, account in
        guard ledger.code == Ledger.returns.code,
          account.may(.readInstitutionFiles) || account.mandate != nil && account.may(.fileForInstitution)
        else { return [] }
        return [(Phrase(zh: "全国统计调查表", en: "The national questionnaire"), Link("/returns/questionnaire"))]
      },
      extra: { ledger, file, account in try await recordSections(ledger, file, account, zone) },
      namings: [LedgerNaming(of: Ledger.enterprises.code, in: Ledger.services.code, by: "client")],
      mandates: Link("/account/mandates/new"))
  }

  private static let premisesLinks = PremisesLinks(
    tenant: { Link("/institutions", query: [("q", "\($0)")]) },
    history: { account, subject in
      guard account.may(.managePremises) || account.may(.readJournal) else { return nil }
      return Link("/journal/records/\(subject.table)/\(ID<Subject>(subject.number))")
    })

  private static func figureLinks(_ zone: Zone) -> FigureLinks {
    FigureLinks(
      record: { account, table, record in
        let id = ID<FigureLinks>(record).description
        guard recordKinds[table]?.page == nil else { return recordKinds[table]?.page(of: id, for: account) }
        return account.may(.readJournal) || opensHistory(of: table, to: account)
          ? Link("/journal/records/\(table)/\(id)") : nil
      },
      kind: { recordKinds[$0]?.phrase }, words: { keyWords[$0] },
      extra: { figure, account in
        guard figure.code == "C11" else { return "" }
        return try await transferSection(
          in: figure.period.days(until: figure.cutoff), desk: zone.programme, by: account)
      },
      evidence: { account, records in
        guard account.may(.readEvidence) else { return [:] }
        return try await zone.database.read { try LedgerCitations.evidence(of: records, in: .zone, $0) }
      },
      closed: { account, records in
        let matters = Set((records["matters"] ?? []).map { ID<Matter>($0) })
        guard !matters.isEmpty else { return [:] }
        let open = account.may(.fileMatters) ? try await zone.matters.opened(matters, by: account) : []
        return ["matters": Set(matters.subtracting(open).map(\.number))]
      })
  }

  private static func programmeLinks(_ zone: Zone) -> ProgrammeLinks {
    let values = ZoneFigureValues(figures: zone.figures, reader: zone.console)
    return ProgrammeLinks(
      figureNote: { code, account in
        guard account.may(.readFigures) else { return nil }
        return try? await values.value(of: code, at: zone.world.today()).words
      },
      figure: { Link("/figures/\($0)") },
      history: { account, subject in
        account.may(.readPlanDrafts)
          ? Link("/journal/records/\(subject.table)/\(ID<Subject>(subject.number))") : nil
      })
  }

  private static let recordKinds =
    [ownKinds, portfolioKinds, navigationKinds, patentKinds, highValueKinds].reduce(ledgerKinds) {
      $0.merging($1) { _, own in own }
    }

  private static let ledgerKinds = Dictionary(
    uniqueKeysWithValues: LedgerBook.zone.all.map { kept in
      let ledger = kept.ledger
      return (
        ledger.code,
        RecordKind(ledger.one, page: ledger.path + "/", needs: ledger.readers, orActing: ledger.filers)
      )
    })

  private static func matterLinks(_ zone: Zone) -> MatterLinks {
    MatterLinks(
      rule: { Link("/rules/\($0)") },
      history: { account, id in account.may(.workOnMatters) ? Link("/journal/records/matters/\(id)") : nil },
      extra: { account, matter, _ in
        switch matter.procedure {
        case Admission.head.code:
          try await roomSection(
            of: Subject(table: "occupancies", number: matter.id.number), desk: zone.premises, by: account)
        case LectureOrder.head.code: try await lectureSection(of: matter, desk: zone.learning, for: account)
        default: ""
        }
      })
  }

  private static let ownKinds = [
    "matters": RecordKind(Phrase(zh: "办件", en: "Matter"), page: "/matters/", needs: .fileMatters),
    "matter_events": RecordKind(Phrase(zh: "办理过程", en: "Event of a matter")),
    "matter_answers": RecordKind(Phrase(zh: "办件内容", en: "Answer of a matter")),
    "matter_clocks": RecordKind(Phrase(zh: "办件时限", en: "Time limit of a matter")),
    "matter_parties": RecordKind(Phrase(zh: "办件各方", en: "Party of a matter")),
    "matter_files": RecordKind(Phrase(zh: "办件材料", en: "Document of a matter")),
    "lectures": RecordKind(Phrase(zh: "讲座", en: "Lecture"), page: "/lectures/sessions/", needs: .readLectures),
    "lecture_questions": RecordKind(Phrase(zh: "讲座测试题", en: "Question of a test")),
    "lecture_bookings": RecordKind(Phrase(zh: "讲座报名", en: "Registration for a lecture")),
    "lecture_claims": RecordKind(Phrase(zh: "讲座认领", en: "Claim of an ordered lecture")),
    "lecture_topics": RecordKind(Phrase(zh: "讲座选题", en: "Topic of a lecture")),
    "lecture_votes": RecordKind(Phrase(zh: "选题投票", en: "Vote for a topic")),
    "matter_recusals": RecordKind(Phrase(zh: "办件回避", en: "Recusal from a matter")),
    "station_staff": RecordKind(Phrase(zh: "站点人员", en: "Staff of a station")),
    "station_visits": RecordKind(Phrase(zh: "站点来访", en: "Visit at a station")),
    "calendar_feeds": RecordKind(Phrase(zh: "日历订阅", en: "Calendar subscription")),
    "saved_queries": RecordKind(Phrase(zh: "检索式", en: "Kept query")),
    "query_alerts": RecordKind(Phrase(zh: "检索式提醒", en: "Alert of a query")),
    "parties": RecordKind(Phrase(zh: "主体", en: "Party"), page: "/parties/", needs: .readParties),
    "party_names": RecordKind(Phrase(zh: "主体名称", en: "Name of a party")),
    "evidence": RecordKind(Phrase(zh: "佐证", en: "Evidence"), page: "/evidence/", needs: .readEvidence),
    "evidence_files": RecordKind(Phrase(zh: "佐证文件", en: "File of evidence")),
    "plans": RecordKind(Phrase(zh: "年度计划", en: "Plan")),
    "plan_tasks": RecordKind(Phrase(zh: "计划任务", en: "Task of a plan"), page: "/tasks/", needs: .readPlan),
    "plan_baselines": RecordKind(Phrase(zh: "任务基线", en: "Baseline of a task")),
    "plan_redatings": RecordKind(Phrase(zh: "任务时间调整", en: "Change of a task’s dates")),
    "plan_progress": RecordKind(Phrase(zh: "任务进展", en: "Progress of a task")),
    "scheme_versions": RecordKind(Phrase(zh: "评价指标版本", en: "Version of a scheme")),
    "evaluation_runs": RecordKind(
      Phrase(zh: "评价", en: "Evaluation"), page: "/evaluations/runs/", needs: .readEvaluations),
    "evaluation_scores": RecordKind(Phrase(zh: "评价得分", en: "Score of an evaluation")),
    "evaluation_evidence": RecordKind(Phrase(zh: "评价证据", en: "Evidence of an evaluation")),
    "jobs": RecordKind(Phrase(zh: "后台任务", en: "Job"), page: "/jobs/", needs: .readJobs),
    "rule_supersessions": RecordKind(Phrase(zh: "规则改值", en: "Superseded rule")),
    "rule_supersession_copies": RecordKind(Phrase(zh: "规则改值所读副本", en: "Copy behind a superseded rule")),
    "holiday_calendars": RecordKind(Phrase(zh: "节假日安排", en: "Calendar of a year")),
    "sites": RecordKind(Phrase(zh: "片区", en: "Site"), page: "/premises/sites/", needs: .readPremises),
    "buildings": RecordKind(Phrase(zh: "楼栋", en: "Building")),
    "floors": RecordKind(Phrase(zh: "楼层", en: "Floor"), page: "/premises/floors/", needs: .readPremises),
    "rooms": RecordKind(Phrase(zh: "房间", en: "Room"), page: "/premises/rooms/", needs: .readPremises),
    "occupancies": RecordKind(Phrase(zh: "入驻记录", en: "Occupancy")),
    "stage_criteria": RecordKind(
      Phrase(zh: "分期标准", en: "Criteria of stages"), page: "/premises/criteria/", needs: .readPremises),
    "stage_thresholds": RecordKind(Phrase(zh: "分期门槛", en: "Threshold of a stage")),
    "stage_moves": RecordKind(Phrase(zh: "分期变动", en: "Move between stages")),
    "cluster_lists": RecordKind(Phrase(zh: "产业集群清单", en: "List of clusters")),
    "clusters": RecordKind(Phrase(zh: "产业集群", en: "Cluster")),
    "cluster_services": RecordKind(Phrase(zh: "服务集群记录", en: "Cluster served")),
    "notices": RecordKind(Phrase(zh: "通知", en: "Notice")),
    "webhook_endpoints": RecordKind(Phrase(zh: "推送地址", en: "Webhook"), page: "/webhooks/", needs: .manageWebhooks),
    "notice_preferences": RecordKind(Phrase(zh: "通知偏好", en: "Preferences of notices")),
    "notice_choices": RecordKind(Phrase(zh: "通知渠道选择", en: "Choice of channels")),
    "accounts": RecordKind(Phrase(zh: "账号", en: "Account"), page: "/accounts/", needs: .listAccounts),
    "account_roles": RecordKind(Phrase(zh: "账号角色", en: "Role of an account")),
    "mandates": RecordKind(Phrase(zh: "单位授权", en: "Mandate")),
    "figure_rulings": RecordKind(Phrase(zh: "指标口径裁定", en: "Ruling on figures")),
    "figures_frozen": RecordKind(Phrase(zh: "指标定稿", en: "Frozen figure")),
    "figure_rows": RecordKind(Phrase(zh: "指标定稿清单", en: "Row of a frozen figure")),
    "figure_publications": RecordKind(Phrase(zh: "指标公布", en: "Publication of a figure")),
    "series_values": RecordKind(Phrase(zh: "外部序列数值", en: "Value of an outside series")),
  ]
}
