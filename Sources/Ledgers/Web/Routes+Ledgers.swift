import Access
import Kernel
import Ledgers
public import LedgersStore
import Markup
public import Web

/// Adds the doors of every ledger: its list and records, its forms, tables to bring and to take, and its API.
///
/// - Parameter links: what other parts of the zone add to the pages of records.
public func addLedgerDoors(to routes: inout Routes, desk: LedgerDesk, links: LedgerLinks) {
  for kept in desk.book.all {
    let room = LedgerRoom(ledger: kept.ledger, desk: desk, links: links)
    addPages(to: &routes, LedgerPages(room: room))
    addForms(to: &routes, LedgerForms(room: room))
    addTables(to: &routes, room)
    for endpoint in LedgerAPI(room: room).endpoints { routes.endpoint(endpoint) }
  }
  routes.say(Success.ofLedgers)
}

/// One ledger with all that its pages need.
struct LedgerRoom: Sendable {
  let ledger: Ledger
  let desk: LedgerDesk
  let links: LedgerLinks

  var path: LedgerPath { LedgerPath(ledger) }

  /// Whether records of it may await approval.
  var hasApproval: Bool { ledger.isApproved || ledger.filers != nil }

  /// Where the page of an organisation of `home` is; nil for whom it is closed.
  func organisation(_ code: String, of home: String, for account: Account) -> Link? {
    if let page = links.organisation(code) { return page }
    guard let ledger = desk.book[home]?.ledger, ledger.isOpen(to: account) else { return nil }
    return Link(ledger.path, query: [("q", code)])
  }

  /// The list above every other page; who may file but not read stands below its name alone.
  func crumb(for account: Account) -> Crumb { Crumb(ledger.name, ledger.isOpen(to: account) ? path.list : nil) }
}

extension Ledger {
  /// The ledger of the organisations that its records are about; nil where they are about none.
  var organisations: String? {
    guard let owner, case .organisation(let home)? = field(owner)?.sort else { return nil }
    return home
  }

  /// The same, for who may know whom a record is about.
  func organisations(openTo account: Account) -> String? {
    fieldsOpen(to: account).contains { $0.name == owner } ? organisations : nil
  }

  /// Whether an account may open its list: as a reader, or for the organisation that it acts for.
  func isOpen(to account: Account) -> Bool { account.mayEnter(readers, orActing: filers) }
}

private func addPages(to routes: inout Routes, _ pages: LedgerPages) {
  let (ledger, path) = (pages.room.ledger, pages.room.ledger.path)
  routes.page(path, needs: ledger.readers, orActing: ledger.filers, pages.list)
  routes.page(path + "/:id", needs: ledger.readers, orActing: ledger.filers, pages.show)
}

private func addForms(to routes: inout Routes, _ forms: LedgerForms) {
  let (ledger, path) = (forms.room.ledger, forms.room.ledger.path)
  routes.form(path + "/new", needs: ledger.writers, show: forms.showNew, submit: forms.add)
  routes.form(path + "/:id/correct", needs: ledger.writers, show: forms.showCorrect, submit: forms.correct)
  routes.form(path + "/:id/withdraw", needs: ledger.keepers, show: forms.showWithdraw, submit: forms.withdraw)
  if forms.room.hasApproval {
    routes.action(path + "/:id/approve", needs: ledger.keepers, submit: forms.approve)
    routes.form(path + "/:id/return", needs: ledger.keepers, show: forms.showReturn, submit: forms.sendBack)
  }
  if ledger.isApproved {
    routes.form(path + "/:id/reopen", needs: ledger.keepers, show: forms.showReopen, submit: forms.reopen)
  }
  if ledger.fields.contains(where: { $0.isPersonal && !$0.isHashed }) {
    routes.form(
      path + "/:id/look", needs: ledger.keepers, repeated: .harmless, show: forms.showLook, submit: forms.look)
  }
}

private func addTables(to routes: inout Routes, _ room: LedgerRoom) {
  let (ledger, path) = (room.ledger, room.ledger.path)
  let (imports, files) = (LedgerImports(room: room), LedgerFiles(room: room))
  routes.form(path + "/import", needs: ledger.writers, show: imports.showNew, submit: imports.receive)
  routes.form(path + "/import/:sha256", needs: ledger.writers, show: imports.showTrial, submit: imports.take)
  routes.file(path + "/import/:sha256/report.csv", needs: ledger.writers, imports.report)
  routes.file(path + "/template.csv", needs: ledger.writers, files.template)
  routes.file(path + "/template.xlsx", needs: ledger.writers, files.templateWorkbook)
  routes.file(path + "/export.csv", needs: ledger.readers, orActing: ledger.filers, files.export)
  routes.file(path + "/export.xlsx", needs: ledger.readers, orActing: ledger.filers, files.exportWorkbook)
}
