import Access
import AccessStore
import Enterprises
import ExchangeStore
import Figures
import FiguresStore
import Foundation
import Institutions
import Journal
import JournalStore
import Kernel
import Markup
import MattersStore
import PatentsStore
import PremisesStore
import Rules
import RulesStore
import Web

/// The page that everybody meets first: what can be done here, and what the zone holds today.
func addHome(to routes: inout Routes, _ zone: Zone) {
  routes.page("/", needs: nil) { _, context in
    let account = context.account
    let facets = try await zone.patents.facets(by: account)
    let rules = try await zone.rules.list(on: zone.world.today(), by: account)
    let institutions = try await zone.figures.figure("A01", at: zone.world.today(), by: account)
    let head = try await zone.journal.dailyHeads(limit: 1, by: account).first
    let waiting = try await Worklist(of: zone, for: account).markup
    return Page(
      context.site.zoneName,
      """
      \(if: account.standing == .visitor, searchFirst)\(waiting)<p class="lead">\(Phrase(
        zh: "一处办理知识产权服务：每个数字都能点开看到出处，每项规则都注明来源，每次变更都留下可核验的痕迹。",
        en: "One place for intellectual-property services: every figure opens into its records, every rule names its source, every change leaves a trace that anybody can check."))</p>
      <h2>\(Phrase(zh: "今日概况", en: "The zone today"))</h2>
      \(figures(institutions, patents: facets.total, rules: rules, head: head?.1, for: account))
      <h2>\(Phrase(zh: "您想做什么", en: "What would you like to do"))</h2>
      \(tasks(for: account))
      """)
  }
}

/// What most visitors come for.
private let searchFirst: HTML = """
  <form class="filters wide" role="search" method="get" action="\(Link("/search"))" aria-label="\(Phrase(zh: "查专利", en: "Look up patents"))">\
  \(field(
    "q", Phrase(zh: "查专利", en: "Look up patents"), .search,
    help: Phrase(zh: "名称、摘要、权利要求中的字词；也可转查申请人与号码", en: "Words of title, abstract or claims; names and numbers are one step further")))\
  <div class="filter-actions">\(button(Phrase(zh: "查询", en: "Search")))</div></form>

  """

private func figures(
  _ institutions: Figure, patents: Int, rules: [RuleListing], head: JournalHead?, for account: Account
) -> HTML {
  let unknown = rules.filter { $0.finding.status == .unknown }.count
  let none: HTML = "\(institutions.state.absence ?? Phrase(zh: "尚无数据", en: "No data yet"))"
  return tiles([
    Tile(
      Phrase(zh: "服务机构", en: "Service institutions"), institutions.valueText.map { "\($0)" } ?? none,
      unit: institutions.state.value == nil ? nil : Phrase(zh: "家", en: ""),
      note: target(institutions),
      link: Link(account.may(.observeFigures) && institutions.totals.rows > 0 ? "/figures/A01/rows" : "/figures/A01")),
    Tile(
      Phrase(zh: "登记的专利", en: "Patents in the register"), "\(Count(patents))", unit: Phrase(zh: "件", en: ""),
      link: Link("/patents")),
    Tile(
      Phrase(zh: "规则", en: "Rules"), "\(Count(rules.count))", unit: Phrase(zh: "条", en: ""),
      note: Phrase(
        zh: "其中 \(unknown) 条的值尚待有权单位提供", en: "\(unknown) of them wait for their value from the body in charge"),
      link: Link("/rules"), noteLink: unknown > 0 ? Link("/rules", query: [("status", "unknown")]) : nil),
    Tile(
      Phrase(zh: "留痕", en: "Journal entries"), "\(Count(Int(head?.number ?? 0)))", unit: Phrase(zh: "条", en: ""),
      note: Phrase(zh: "首尾相连，逐条可核验", en: "Chained by hash; each can be checked"), link: Link("/journal/heads")),
  ])
}

/// What the plan asks for, from the indicator itself.
private func target(_ figure: Figure) -> Phrase? {
  guard case .absolute(let comparison, let goal) = figure.indicator.target else { return nil }
  let digits = figure.indicator.measure.digits
  return Phrase(
    zh: "目标：\(comparison.phrase.zh) \(goal.text(digits: digits))",
    en: "Target: \(comparison.phrase.en) \(goal.text(digits: digits))")
}

/// What institutions and enterprises come for: to file what is theirs.
private let filingTasks: [(Phrase, Phrase, Link, Permission?)] = [
  (
    Phrase(zh: "填报统计报表", en: "File a return"),
    Phrase(zh: "本机构按季、按年的人员、收入与业务", en: "Staff, income and business of your institution by quarter and year"),
    Link("/returns/new"), .fileForInstitution
  ),
  (
    Phrase(zh: "登记一项服务", en: "Record a service"),
    Phrase(zh: "为哪家企业做了什么，凭什么证明", en: "What you did for which client, on what evidence"), Link("/services/new"),
    .fileServices
  ),
  (
    Phrase(zh: "登记知识产权产品", en: "Record an IP product"),
    Phrase(
      zh: "与有效专利、商标等关联的产品及其年销售额", en: "Products that rest on patents, trade marks and the like, with yearly sales"),
    Link("/ip-products/new"), .fileForEnterprise
  ),
  (
    Phrase(zh: "填报销售年报", en: "File yearly sales"),
    Phrase(zh: "本企业年度销售总额", en: "What your enterprise sold in a year"), Link("/sales-returns/new"), .fileForEnterprise
  ),
]

private func tasks(for account: Account) -> HTML {
  let all: [(Phrase, Phrase, Link, Permission?)] = [
    (
      Phrase(zh: "办一件事", en: "Ask for something"),
      Phrase(zh: "窗口服务、维权援助、调解、投诉举报、志愿登记", en: "The window, aid, mediation, complaints, volunteering"), Link("/guide"),
      .readGuides
    ),
    (
      Phrase(zh: "查办件进度", en: "Follow a matter"),
      Phrase(zh: "凭回执上的查询码，无需账号", en: "By the code on the receipt, without an account"), Link("/status"), .readGuides
    ),
    (
      Phrase(zh: "办理办件", en: "Work on matters"),
      Phrase(zh: "按届满日排列的办理队列", en: "What waits, the nearest last day first"), Link("/matters/queue"),
      .workOnMatters
    ),
    (
      Phrase(zh: "看目标与进展", en: "See targets and progress"),
      Phrase(zh: "建设方案的全部指标，每个数字都能点开", en: "All indicators of the plan; every number opens"), Link("/figures"),
      .readFigures
    ),
    (
      Phrase(zh: "找服务机构", en: "Find an institution"),
      Phrase(zh: "按名称、类别查服务机构名录", en: "The register of service institutions, by name and category"),
      Link("/institutions"), .readInstitutions
    ),
    (
      Phrase(zh: "看空间布局", en: "See the three sites"),
      Phrase(zh: "一中心两基地的楼层与空置", en: "Floors and vacancies of the centre and the two bases"), Link("/premises"),
      .readPremises
    ),
    (
      Phrase(zh: "登记一项服务", en: "Record a service"),
      Phrase(zh: "服务了哪家企业、什么事项、凭什么", en: "Which client, which matter, on what evidence"), Link("/services/new"),
      .keepEnterprises
    ),
    (
      Phrase(zh: "催报统计报表", en: "Chase returns"),
      Phrase(zh: "本期还有哪些机构没有填报", en: "Who has not filed for the period"), Link("/chase"), .keepInstitutions
    ),
    (
      Phrase(zh: "查专利", en: "Look up patents"),
      Phrase(zh: "全文检索，按年份、类型、IPC、申请人、地区逐步缩小", en: "Full text, narrowed by year, kind, IPC, applicant and place"),
      Link("/search"), .readPatents
    ),
    (
      Phrase(zh: "查规则", en: "Look up a rule"),
      Phrase(zh: "期限、分值、比例与阈值，连同来源与效力", en: "Time limits, points, ratios and thresholds, with source and standing"),
      Link("/rules"), .readRules
    ),
    (
      Phrase(zh: "算期限", en: "Count a deadline"),
      Phrase(zh: "从某日起算的届满日，计入节假日和调休", en: "The last day of a time limit, with holidays and make-up days"),
      Link("/deadlines"), .readRules
    ),
    (
      Phrase(zh: "导入专利文件", en: "Import patents"),
      Phrase(zh: "上传各家导出的文件，先预览后写入", en: "Send an export of any vendor; preview before anything is written"),
      Link("/imports/new"), .importPatents
    ),
    (
      Phrase(zh: "核验留痕", en: "Verify the journal"),
      Phrase(zh: "重算整条哈希链与每条记录", en: "Recompute the chain and every record"), Link("/journal/verify"), .verifyJournal
    ),
    (
      Phrase(zh: "审核单位授权", en: "Approve mandates"),
      Phrase(zh: "谁可以代表哪家单位办事", en: "Who may act for which organisation"), Link("/mandates"), .approveMandates
    ),
    (
      Phrase(zh: "管理账号与角色", en: "Manage accounts"),
      Phrase(zh: "邀请、授予角色、停用", en: "Invite, grant roles, deactivate"), Link("/accounts"), .listAccounts
    ),
    (
      Phrase(zh: "代表单位办事", en: "Act for an organisation"),
      Phrase(zh: "提交证明，由运营中心审核", en: "Hand in a proof; the operation centre decides"), Link("/account/mandates"),
      .fileMandates
    ),
    (
      Phrase(zh: "下载开放数据", en: "Download open data"),
      Phrase(zh: "名录与已发布指标，CSV、JSON 与订阅", en: "The directory and published figures as CSV, JSON and a feed"),
      Link("/open"), .readOpenData
    ),
    (
      Phrase(zh: "使用数据接口", en: "Use the API"),
      Phrase(zh: "同样的数据，供程序读取", en: "The same data, for programs"), Link("/api"), nil
    ),
  ]
  let filing = account.may(.keepInstitutions) || account.may(.keepEnterprises) ? [] : filingTasks
  let cards = (filing + all).filter { $0.3.map(account.may) ?? true }.map { title, words, link, _ -> HTML in
    "<li class=\"card\"><a href=\"\(link)\">\(title)</a><p>\(words)</p></li>"
  }
  return "<ul class=\"cards\">\(cards)</ul>"
}
