import Access
import AccessStore
import AccessWeb
import Fixtures
import Foundation
import JournalStore
import Kernel
import Markup
import PortalFixtures
import SQLiteDriver
import Storage
import Testing
import Web

/// A portal with the doors of accounts and nothing else.
struct WebZone {
  let desk: AccessDesk
  let routes: Routes
  private let portal: Portal

  init(demonstration isDemonstration: Bool = false) async throws {
    let database = try SQLiteDatabase.inMemory()
    try await Migration.run(journalMigrations + accessMigrations, on: database)
    var policy = AccessPolicy()
    policy.isDemonstration = isDemonstration
    desk = AccessDesk(
      database: database, world: .fixed(), matrix: .web, policy: policy, zoneKey: Array(repeating: 7, count: 32),
      cost: PasswordCost(passes: 1, kibibytes: 16))
    if isDemonstration { try await desk.createDemonstrationLogins(by: .console([.createLogins])) }
    var routes = Routes()
    addAccessDoors(to: &routes, desk: desk)
    self.routes = routes
    var site = Site()
    site.register = Link("/register")
    portal = Portal(
      site: site, keeper: SessionKeeper(desk), world: .fixed(), assets: Assets([:]),
      secret: Array(repeating: 3, count: 32))
  }

  func browser(token: String? = nil) -> PortalClient { PortalClient(portal, routes: routes, token: token) }

  func registration(_ name: String, role: String = "member") -> [(String, String)] {
    [
      ("name", name), ("display-name", "王芳"), ("email", "wang@example.cn"), ("phone", ""), ("role", role),
      ("password", "correct horse battery"), ("consent", "yes"),
    ]
  }

  /// A browser in which the demonstration's login of `role` is signed in.
  func staff(_ role: Role) async throws -> PortalClient {
    let logins = try await desk.createDemonstrationLogins(by: .console([.createLogins]))
    let login = try #require(logins.first { $0.role == role })
    let outcome = try await desk.signIn(
      name: login.name, password: login.password.text, code: try desk.demonstrationCode(for: role), from: Origin())
    guard case .signedIn(let token) = outcome else { throw NoSuchPage() }
    let browser = browser()
    browser.setCookie(sessionCookie, token.text)
    return browser
  }
}

extension PermissionMatrix {
  static let web = PermissionMatrix(
    visitor: [.register],
    byRole: [
      .member: [.ownAccount, .fileMandates], .enterprise: [.ownAccount, .fileMandates], .expert: [.ownAccount],
      .centreStaff: [.ownAccount, .listAccounts, .inviteClients, .approveMandates],
      .securityAdministrator: [
        .ownAccount, .listAccounts, .lookAtAccount, .inviteClients, .grantRoles, .deactivateAccounts, .resetPasswords,
        .resetSecondFactors,
      ],
    ])
}
