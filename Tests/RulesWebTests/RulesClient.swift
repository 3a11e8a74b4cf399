import Access
import Fixtures
import JournalStore
import Kernel
import PortalFixtures
import Rules
import RulesStore
import RulesWeb
import SQLiteDriver
import Storage
import Web

/// A browser in a portal that has nothing but the shipped rules, at noon of 2026-11-22.
func rulesClient(_ permissions: Set<Permission>) async throws -> PortalClient {
  let database = try SQLiteDatabase.inMemory()
  try await Migration.run(journalMigrations + ruleMigrations, on: database)
  let book = try RuleLibrary.shipped()
  let use = RuleUse(
    "abnormal.replyDays", in: Phrase(zh: "非正常申请批次", en: "Abnormal batches"), at: "/filings/batches")
  let desk = RuleDesk(
    shelf: RuleShelf(shipped: book), holidays: try HolidayLibrary.book(), uses: [use] + deadlineUses(of: book),
    database: database, world: .fixed())
  var routes = Routes()
  routes.addRules(desk: desk, world: .fixed())
  let keeper = SessionKeeper(visitor: .visitor(permissions), resolve: { _ in nil }, resolveToken: { _ in nil })
  let portal = Portal(
    site: Site(), keeper: keeper, world: .fixed(), assets: Assets([:]), secret: Array(repeating: 7, count: 32))
  return PortalClient(portal, routes: routes)
}
