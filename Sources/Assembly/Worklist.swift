import Access
import AccessStore
import Jobs
import JobsStore
import Institutions
import InstitutionsStore
import Kernel
import Ledgers
import LedgersStore
import Markup
import MattersStore
import Patents
import PatentsStore
import Navigation
import NavigationStore
import Portfolios
import PortfoliosStore
import Programme
import ProgrammeStore

/// What waits for somebody who has signed in; computed from the records, kept nowhere.
struct Worklist {
  private let items: [(phrase: Phrase, link: Link)]

  init(of zone: Zone, for account: Account) async throws {
    guard account.standing == .person else {
      items = []
      return
    }
    items =
      try await Self.matters(zone, account) + Self.approvals(zone, account) + Self.returns(zone, account)
      + Self.tasks(zone, account) + Self.leads(zone, account) + Self.mandates(zone, account)
      + Self.portfolios(zone, account) + Self.navigation(zone, account) + Self.resets(zone, account)
      + Self.imports(zone, account) + Self.jobs(zone, account) + Self.own(zone, account)
  }

  var markup: HTML {
    guard !items.isEmpty else { return "" }
    return """
      <section><h2>\(Phrase(zh: "待办", en: "Waiting for you"))</h2>
      <ul class="doors">
      \(items.map { "<li><a href=\"\($0.link)\">\(marked($0.phrase))</a></li>\n" as HTML })</ul></section>

      """
  }

  /// Records that were filed and count once somebody approves them.
  private static func approvals(_ zone: Zone, _ account: Account) async throws -> [(Phrase, Link)] {
    var items: [(Phrase, Link)] = []
    for ledger in zone.ledgers.book.all.map(\.ledger)
    where account.may(ledger.keepers) && account.may(ledger.readers) && (ledger.isApproved || ledger.filers != nil) {
      var filter = LedgerFilter()
      filter.stage = .filed
      let found = try await zone.ledgers.page(of: ledger, filter, limit: 1, by: account).count
      guard found > 0 else { continue }
      items.append(
        (
          Phrase(zh: "\(ledger.name.zh)：\(found) 条待审核", en: "\(ledger.name.en): \(found) awaiting approval"),
          Link(ledger.path, query: [("stage", LedgerStage.filed.rawValue)])
        ))
    }
    return items
  }

  private static func returns(_ zone: Zone, _ account: Account) async throws -> [(Phrase, Link)] {
    guard account.may(.keepInstitutions), account.may(.readInstitutionFiles) else { return [] }
    let (year, period) = ReturnPeriod.lastQuarter(before: zone.world.today())
    let missing = try await zone.institutions.chase(year, period, by: account).missing.count
    guard missing > 0 else { return [] }
    return [
      (
        Phrase(
          zh: "\(year) 年\(period.phrase.zh)报表：\(missing) 家机构未报，待催报",
          en: "Returns to chase, \(period.phrase.en.lowercased()) of \(year): \(missing)"),
        Link("/chase", query: [("year", "\(year)"), ("period", period.rawValue)])
      )
    ]
  }

  private static func tasks(_ zone: Zone, _ account: Account) async throws -> [(Phrase, Link)] {
    guard account.may(.editPlan) || account.may(.approvePlan) else { return [] }
    var items: [(Phrase, Link)] = []
    for plan in try await zone.programme.plans(by: account) {
      let overdue = try await zone.programme.plan(of: plan.year, by: account).overdue.count
      guard overdue > 0 else { continue }
      items.append(
        (
          Phrase(zh: "\(plan.year) 年度计划：\(overdue) 项任务逾期", en: "Plan of \(plan.year): overdue tasks: \(overdue)"),
          Link("/plan/\(plan.year)", query: [("light", "red")])
        ))
    }
    return items
  }

  private static func leads(_ zone: Zone, _ account: Account) async throws -> [(Phrase, Link)] {
    guard account.may(.keepInstitutions), account.may(.readInstitutionFiles) else { return [] }
    let since = zone.world.today().adding(days: -QuietLead.patience)
    let quiet = try await zone.institutions.quietLeads(since: since, by: account).count
    guard quiet > 0 else { return [] }
    return [
      (
        Phrase(
          zh: "\(quiet) 条招引线索超过 \(QuietLead.patience) 天没有进展",
          en: "Leads without a step for more than \(QuietLead.patience) days: \(quiet)"), Link("/recruitment")
      )
    ]
  }

  /// More than this many are not counted.
  private static let many = 50

  private static func count(_ found: Int) -> String { found > many ? "\(many)+" : "\(found)" }

  /// Matters that wait for those who work on them, and one's own that are open.
  private static func matters(_ zone: Zone, _ account: Account) async throws -> [(Phrase, Link)] {
    var found: [(Phrase, Link)] = []
    if account.may(.workOnMatters) {
      func count(_ change: (inout MatterFilter) -> Void) async throws -> Int {
        var filter = MatterFilter()
        filter.isOpen = true
        change(&filter)
        return try await zone.matters.queue(filter, limit: 1, by: account).count
      }
      let late = try await count { $0.dueBefore = zone.world.today() }
      let mine = try await count { $0.handler = account.id }
      let nobodys = try await count { $0.isUnassigned = true }
      let rows: [(Int, Phrase, (String, String))] = [
        (late, Phrase(zh: "\(late) 件办件已超期", en: "Matters past their last day: \(late)"), ("state", "late")),
        (mine, Phrase(zh: "\(mine) 件办件由您承办", en: "Matters in your hands: \(mine)"), ("whose", "mine")),
        (nobodys, Phrase(zh: "\(nobodys) 件办件尚未分派", en: "Matters in nobody’s hands: \(nobodys)"), ("whose", "nobody")),
      ]
      found += rows.filter { $0.0 > 0 }.map { ($0.1, Link("/matters/queue", query: [$0.2])) }
    }
    if account.may(.fileMatters) {
      var filter = MatterFilter()
      filter.isOpen = true
      let own = try await zone.matters.own(filter, limit: 1, by: account).count
      if own > 0 { found.append((Phrase(zh: "您有 \(own) 件办件在办", en: "Your open matters: \(own)"), Link("/matters"))) }
    }
    return found
  }

  private static func mandates(_ zone: Zone, _ account: Account) async throws -> [(Phrase, Link)] {
    guard account.may(.approveMandates) else { return [] }
    let found = try await zone.access.mandates(limit: many + 1, by: account)
    guard let oldest = found.first else { return [] }
    let day = Day(oldest.filedAt)
    return [
      (
        Phrase(
          zh: "\(count(found.count)) 份单位授权待审核，最早的提交于 \(day)",
          en: "Mandates awaiting approval: \(count(found.count)), the oldest since \(day)"), Link("/mandates")
      )
    ]
  }

  /// Annuities that come due or are late in the portfolios that one keeps.
  private static func portfolios(_ zone: Zone, _ account: Account) async throws -> [(Phrase, Link)] {
    guard account.may(.keepPortfolios) else { return [] }
    let today = zone.world.today()
    return try await zone.portfolios.index(by: account).kept.prefix(3).flatMap { line -> [(Phrase, Link)] in
      let (soon, late) = (line.dueSoon(on: today), line.count(.late))
      let path = "/portfolios/\(line.portfolio.id)"
      return [
        (soon, Phrase(zh: "\(soon) 件专利即将缴年费", en: "Annuities that come due: \(soon)"), "soon"),
        (late, Phrase(zh: "\(late) 件专利在年费滞纳期内", en: "Annuities that are late: \(late)"), "late"),
      ].filter { $0.0 > 0 }.map { ($0.1, Link(path, query: [("state", $0.2)], fragment: "patents")) }
    }
  }

  /// Drafts that one is to write, by their last day, and drafts that wait for an opinion.
  private static func navigation(_ zone: Zone, _ account: Account) async throws -> [(Phrase, Link)] {
    guard account.may(.keepNavigation) || account.may(.reviewNavigation) else { return [] }
    let lines = try await zone.navigation.index(by: account)
    let drafts = lines.filter { $0.rights.mayKeep && $0.project.stage.mayScope && $0.project.author == account.id }
    let reviews = lines.filter { $0.rights.mayReview && $0.project.author != account.id }
    return drafts.prefix(3).map { line in
      let due = line.clock.deadline?.day.description ?? "—"
      let title = line.project.facts.title
      return (
        Phrase(zh: "专利导航“\(title)”初稿期限 \(due)", en: "Draft of “\(title)” due \(due)"),
        Link("/navigations/\(line.project.id)")
      )
    }
      + reviews.prefix(3).map { line in
        (
          Phrase(
            zh: "专利导航报告待评审：\(line.project.facts.title)",
            en: "A navigation report to review: \(line.project.facts.title)"),
          Link("/navigations/\(line.project.id)/review")
        )
      }
  }

  private static func resets(_ zone: Zone, _ account: Account) async throws -> [(Phrase, Link)] {
    guard account.may(.resetPasswords) else { return [] }
    var filter = AccountFilter()
    filter.asksForReset = true
    let found = try await zone.access.accounts(filter, limit: many + 1, by: account)
    guard !found.isEmpty else { return [] }
    return [
      (
        Phrase(zh: "\(count(found.count)) 人申请重置密码", en: "People asking for a password reset: \(count(found.count))"),
        Link("/accounts", query: [("asks", "reset")])
      )
    ]
  }

  private static func imports(_ zone: Zone, _ account: Account) async throws -> [(Phrase, Link)] {
    guard account.may(.importPatents), account.may(.readImports) else { return [] }
    let found = try await zone.patents.imports(limit: many, by: account).filter { $0.run.stage == .stopped }
    guard !found.isEmpty else { return [] }
    return [
      (
        Phrase(zh: "\(found.count) 次专利导入中途停止，可继续或撤回", en: "Imports that stopped halfway: \(found.count)"),
        Link("/imports")
      )
    ]
  }

  private static func jobs(_ zone: Zone, _ account: Account) async throws -> [(Phrase, Link)] {
    guard account.may(.queueJobs), account.may(.readJobs) else { return [] }
    let found = try await zone.jobs.page(limit: many, by: account).filter { $0.stage == .failed }
    guard !found.isEmpty else { return [] }
    return [(Phrase(zh: "\(found.count) 个后台任务失败", en: "Jobs that failed: \(found.count)"), Link("/jobs"))]
  }

  private static func own(_ zone: Zone, _ account: Account) async throws -> [(Phrase, Link)] {
    guard account.may(.fileMandates) else { return [] }
    let today = zone.access.today()
    return try await zone.access.myMandates(by: account).prefix(3).compactMap { file in
      let (mandate, link) = (file.mandate, Link("/account/mandates"))
      let name = mandate.organisationName
      switch mandate.stage {
      case .filed: return (Phrase(zh: "“\(name)”的授权正在审核", en: "Your mandate for “\(name)” awaits approval"), link)
      case .refused:
        return (Phrase(zh: "“\(name)”的授权未通过，请查看原因", en: "Your mandate for “\(name)” was refused; see why"), link)
      case .approved where mandate.holds(on: today) && account.mandate?.id != mandate.id:
        return (Phrase(zh: "您可以代表“\(name)”办事", en: "You may act for “\(name)”"), link)
      case .approved, .revoked: return nil
      }
    }
  }
}
