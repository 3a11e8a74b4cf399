import Kernel
import Markup
import Premises
import PremisesStore
import Web

/// Which tenants the list of a day is narrowed to.
enum ShownStage: Hashable {
  case all
  case stage(TenantStage)
  /// Those whose stage cannot be told.
  case unknown

  init(_ text: String?) {
    self = text == "unknown" ? .unknown : text.flatMap { TenantStage(rawValue: $0) }.map { .stage($0) } ?? .all
  }

  var text: String {
    switch self {
    case .all: "all"
    case .stage(let stage): stage.rawValue
    case .unknown: "unknown"
    }
  }

  func shows(_ line: StageLine) -> Bool {
    switch self {
    case .all: true
    case .stage(let stage): line.finding.stage == stage
    case .unknown: line.finding.stage == nil
    }
  }
}

/// The tenants of a day with their stages, and the site that is for each.
///
/// - Parameter mayKnow: whether the reader may see what a tenant employs and earns.
func stageListPage(
  _ list: StageList, _ shown: ShownStage, _ asked: AskedDay, _ links: PremisesLinks, mayKnow: Bool
) -> Page {
  Page(
    Phrase(zh: "机构分期", en: "Stages of the tenants"), trail: [premisesCrumb],
    """
    <p class="lead">\(Phrase(
      zh: "按所查日期施行的分期标准判定；缺少的数据不作推测，写明缺什么。",
      en: "By the criteria in force on the day. Nothing is guessed: where a fact is missing, the page says which."))</p>
    \(asked.bar(to: PremisesPath.stages(), clear: PremisesPath.stages()))
    \(inForce(list.criteria))
    \(counts(list, asked))
    \(list.lines.isEmpty ? nobody : tenantTable(list, shown, asked, links, mayKnow: mayKnow))
    """)
}

private let nobody = emptyState(
  Phrase(zh: "这一天没有机构在驻", en: "There are no tenants on that day"),
  Phrase(zh: "请换一个日期", en: "Please choose another day"))

private func inForce(_ criteria: StageCriteria?) -> HTML {
  guard let criteria else {
    return notice(
      .warning, Phrase(zh: "这一天没有施行中的分期标准", en: "No criteria are in force on that day"),
      "<p><a href=\"\(PremisesPath.criteria)\">\(Phrase(zh: "查看分期标准", en: "See the criteria"))</a></p>")
  }
  return """
    <p>\(Phrase(zh: "依据：", en: "By "))<a href="\(PremisesPath.criteria(criteria.id))">\(marked(criteria.document))</a>\
    \(Phrase(zh: "，自 \(criteria.from) 起施行。", en: ", in force from \(criteria.from)."))</p>
    """
}

private func counts(_ list: StageList, _ asked: AskedDay) -> HTML {
  func tile(_ words: Phrase, _ shown: ShownStage) -> Tile {
    Tile(
      words, "\(Count(list.lines.count(where: shown.shows)))", unit: Phrase(zh: "家", en: ""),
      link: PremisesPath.stages(on: asked.asked, shown))
  }
  return tiles(
    TenantStage.allCases.reversed().map { tile($0.phrase, .stage($0)) } + [
      tile(Phrase(zh: "无法判定", en: "Cannot be told"), .unknown)
    ])
}

private func tenantTable(
  _ list: StageList, _ shown: ShownStage, _ asked: AskedDay, _ links: PremisesLinks, mayKnow: Bool
) -> HTML {
  let facts = [
    Column(Phrase(zh: "从业人员", en: "Staff"), .number), Column(Phrase(zh: "服务收入 元", en: "IP revenue ¥"), .number),
    Column(Phrase(zh: "注册日", en: "Registered"), .code),
  ]
  let all: HTML = """
    <p><a href="\(PremisesPath.stages(on: asked.asked))">\(Phrase(zh: "查看全部在驻机构", en: "See all tenants"))</a></p>
    """
  return "<section id=\"tenants\">\(if: shown != .all, all)"
    + table(
      Phrase(zh: "在驻机构", en: "Tenants"),
      columns: [
        Column(Phrase(zh: "机构", en: "Tenant"), .name), Column(Phrase(zh: "现在片区", en: "Site now")),
      ] + (mayKnow ? facts : []) + [
        Column(Phrase(zh: "分期", en: "Stage")), Column(Phrase(zh: "建议片区", en: "Suggested site")),
      ],
      rows: list.lines.filter(shown.shows).map { line in
        [
          tenantLink(line.name, line.tenant, links),
          "\(line.sites.map { "\($0.shortName) " as HTML })",
        ] + (mayKnow ? cells(line.fact) : []) + [stageBadge(line.finding), suggestion(line, list)]
      }) + "</section>"
}

private func cells(_ fact: TenantFact) -> [HTML] {
  [
    fact.staff.map { "\(Count($0))" } ?? .notKnown, fact.revenue.map { "\($0.yuan)" } ?? .notKnown,
    "\(fact.registered)",
  ]
}

private func suggestion(_ line: StageLine, _ list: StageList) -> HTML {
  guard let site = list.suggestedSite(for: line.finding) else { return .notKnown }
  let agrees = line.sites.contains(site)
  return """
    \(site.shortName) \(agrees ? badge(Phrase(zh: "相符", en: "As it is"), .success) : badge(
      Phrase(zh: "建议调整", en: "Should move"), .warning))
    """
}
