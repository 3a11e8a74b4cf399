import Access
import Kernel
import Markup
import Premises
import PremisesStore
import Web

/// Which clusters the tenants of a day serve, the gaps first.
func coveragePage(
  _ scheme: ClusterScheme, _ report: CoverageReport?, _ asked: AskedDay, _ links: PremisesLinks, for account: Account
) -> Page {
  let replace = linkButton(Phrase(zh: "更新清单", en: "Replace the list"), to: PremisesPath.replaceClusters(scheme))
  return Page(
    Phrase(zh: "产业集群覆盖", en: "Clusters served"), trail: [premisesCrumb],
    """
    <p class="lead">\(Phrase(
      zh: "方案要求紧扣产业集群发展需求调整空间布局：没有机构服务的集群列为缺口，补上即消除。",
      en: "The plan wants the space to follow the needs of the clusters: one that no tenant serves is a gap until somebody does."))</p>
    \(tabs(
      Phrase(zh: "清单", en: "List"), ClusterScheme.allCases.map { ($0.phrase, PremisesPath.coverage($0, on: asked.asked)) },
      current: PremisesPath.coverage(scheme, on: asked.asked)))
    \(asked.bar(
      to: PremisesPath.coverage(), clear: PremisesPath.coverage(scheme), hidden("scheme", scheme.rawValue)))
    \(report.map { contents(scheme, $0, asked, links, mayManage: account.may(.managePremises)) } ?? noList)
    \(if: account.may(.setStageCriteria), "<p class=\"actions\">\(replace)</p>")
    """)
}

private let noList = emptyState(
  Phrase(zh: "这一天没有适用的集群清单", en: "No list of clusters holds on that day"),
  Phrase(zh: "请换一个日期", en: "Please choose another day"))

private func contents(
  _ scheme: ClusterScheme, _ report: CoverageReport, _ asked: AskedDay, _ links: PremisesLinks, mayManage: Bool
) -> HTML {
  let rows = PremisesPath.coverage(scheme, on: asked.asked, at: "clusters")
  let lacking = scheme.size - report.lines.count
  let add = linkButton(Phrase(zh: "登记服务集群", en: "Record a cluster served"), to: PremisesPath.addService(), .main)
  return """
    \(if: report.list.standing == .provisional, notice(
      .warning, Phrase(zh: "清单待确认", en: "The list is provisional"),
      "<p>\(report.list.source)\(if: lacking > 0, "\(missing(lacking, scheme))")</p>"))
    \(tiles([
      Tile(Phrase(zh: "清单中的集群", en: "Clusters on the list"), "\(report.lines.count)", link: rows),
      Tile(Phrase(zh: "缺口", en: "Gaps"), "\(report.gaps.count)", note: Phrase(zh: "没有在驻机构服务", en: "No tenant serves them"), link: rows),
      Tile(Phrase(zh: "在驻机构", en: "Tenants"), "\(Count(report.tenants))", link: PremisesPath.stages(on: asked.asked)),
    ]))
    \(if: mayManage, "<p class=\"actions\">\(add)</p>")
    <div id="clusters">\(clusterTable(report, links, mayManage: mayManage))</div>
    """
}

private func missing(_ count: Int, _ scheme: ClusterScheme) -> Phrase {
  Phrase(
    zh: "。应有 \(scheme.size) 个，尚缺 \(count) 个名称。",
    en: ". It should have \(scheme.size) names; \(count) are still missing.")
}

private func clusterTable(_ report: CoverageReport, _ links: PremisesLinks, mayManage: Bool) -> HTML {
  let ordered = report.lines.filter(\.isGap) + report.lines.filter { !$0.isGap }
  return table(
    Phrase(zh: "集群与服务机构", en: "Clusters and who serves them"),
    columns: [
      Column(Phrase(zh: "集群", en: "Cluster"), .name), Column(Phrase(zh: "归类", en: "Group")),
      Column(Phrase(zh: "状态", en: "State")), Column(Phrase(zh: "机构数", en: "Tenants"), .number),
      Column(Phrase(zh: "服务机构", en: "Who serves it")),
    ],
    rows: ordered.map { line in
      [
        "\(line.cluster.name)", "\(line.cluster.group)",
        line.isGap
          ? badge(Phrase(zh: "缺口", en: "Gap"), .error) : badge(Phrase(zh: "已覆盖", en: "Served"), .success),
        "\(line.tenants.count)", serving(line, links, mayManage: mayManage),
      ]
    })
}

private func serving(_ line: ClusterCoverage, _ links: PremisesLinks, mayManage: Bool) -> HTML {
  guard !line.isGap else {
    guard mayManage else { return .notKnown }
    return """
      <a href="\(PremisesPath.addService(line.cluster.code))">\(Phrase(zh: "登记服务机构", en: "Record who serves it"))</a>
      """
  }
  let items = line.tenants.map { tenant -> HTML in
    let undo = tenant.service.map { id -> HTML in
      " <a href=\"\(PremisesPath.withdraw(id))\">\(Phrase(zh: "撤回", en: "Withdraw"))</a>"
    }
    let own = " \(badge(Phrase(zh: "机构自报", en: "As it says itself")))" as HTML
    return
      "<li>\(tenantLink(tenant.name, tenant.code, links))\(if: tenant.service == nil, own)\(if: mayManage, undo ?? "")</li>"
  }
  return "<ul>\(items)</ul>"
}

/// The form that records that a tenant serves a cluster.
func servicePage(
  _ reports: [CoverageReport], tenants: [PremisesTenant], asked: String?, today: Day, _ state: FormState
) -> Page {
  var seen: Set<String> = []
  let clusters = reports.flatMap { report in
    report.lines.map(\.cluster).filter { seen.insert($0.code).inserted }.map {
      Choice($0.code, $0.name, under: report.list.scheme.phrase)
    }
  }
  let choices = tenants.map { Choice($0.code.description, text: "\($0.name) \($0.code)", in: .zh) }
  return Page(
    Phrase(zh: "登记服务集群", en: "Record a cluster served"),
    trail: [premisesCrumb, Crumb(Phrase(zh: "产业集群覆盖", en: "Clusters served"), PremisesPath.coverage())],
    state.form(
      to: PremisesPath.addService(asked), submit: Phrase(zh: "登记", en: "Record"),
      """
      \(state.field("cluster", Phrase(zh: "产业集群", en: "Cluster"), .list(clusters), else: asked ?? "", need: .required))\
      \(state.field("tenant", Phrase(zh: "在驻机构", en: "Tenant"), .list(choices), need: .required))\
      \(state.field("first", Phrase(zh: "自", en: "From"), .day, else: today.description, need: .required))\
      \(state.field(
        "ground", Phrase(zh: "依据", en: "What shows it"), .area(rows: 3), need: .required,
        help: Phrase(zh: "如服务该集群企业的合同", en: "Such as contracts with firms of the cluster")))
      """))
}

func withdrawServicePage(_ service: ClusterService, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "撤回服务集群", en: "Withdraw a cluster served"),
    trail: [premisesCrumb, Crumb(Phrase(zh: "产业集群覆盖", en: "Clusters served"), PremisesPath.coverage())],
    """
    \(definitions([
      (Phrase(zh: "机构", en: "Tenant"), "<code>\(service.tenant)</code>"),
      (Phrase(zh: "集群代码", en: "Code of the cluster"), "<code>\(service.cluster)</code>"),
      (Phrase(zh: "依据", en: "What shows it"), marked(service.ground)),
    ]))
    \(state.form(
      to: PremisesPath.withdraw(service.id), revision: service.revision, submit: Phrase(zh: "撤回", en: "Withdraw"),
      reasonField(state)))
    """)
}
