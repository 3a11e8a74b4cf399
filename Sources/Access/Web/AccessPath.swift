import Access
import AccessStore
import Kernel
import Markup
import Web

/// Every address of accounts.
enum AccessPath {
  static let signIn = Link("/sign-in")
  static let signInCode = Link("/sign-in/code")
  static let register = Link("/register")
  static let invitation = Link("/invitation")
  static let askForReset = Link("/forgotten")
  static let reset = Link("/reset")

  static let account = Link("/account")
  static let profile = Link("/account/profile")
  static let password = Link("/account/password")
  static let secondFactor = Link("/account/second-factor")
  static let secondFactorCode = Link("/account/second-factor/code")
  static let sessions = Link("/account/sessions")
  static let endOthers = Link("/account/sessions/end-others")
  static let tokens = Link("/account/tokens")
  static let newToken = Link("/account/tokens/new")
  static let mandates = Link("/account/mandates")
  static let newMandate = Link("/account/mandates/new")
  static let actFor = Link("/account/act-for")

  static func end(_ id: ID<OpenSession>) -> Link { Link("/account/sessions/\(id)/end") }
  static func revoke(_ id: ID<AccessToken>) -> Link { Link("/account/tokens/\(id)/revoke") }
  static func giveUp(_ id: ID<Mandate>) -> Link { Link("/account/mandates/\(id)/give-up") }

  static let queue = Link("/mandates")
  static func queue(at stage: MandateStage, after last: ID<Mandate>? = nil) -> Link {
    Link("/mandates", query: [("stage", stage.rawValue)] + (last.map { [("after", "\($0)")] } ?? []))
  }
  static func decide(_ id: ID<Mandate>) -> Link { Link("/mandates/\(id)") }

  static let accounts = Link("/accounts")
  static let invite = Link("/accounts/invite")
  static func accounts(_ filter: AccountFilter, after last: ID<Account>?) -> Link {
    var query: [(String, String)] = []
    if let name = filter.name { query.append(("name", name)) }
    if let role = filter.role { query.append(("role", role.rawValue)) }
    if let stage = filter.stage { query.append(("stage", stage.rawValue)) }
    if filter.asksForReset { query.append(("asks", "reset")) }
    if let last { query.append(("after", "\(last)")) }
    return Link("/accounts", query: query)
  }
  static func show(_ id: ID<Account>) -> Link { Link("/accounts/\(id)") }
  /// `back`: where to go on after the look, if not to the account.
  static func look(_ id: ID<Account>, back: Link? = nil) -> Link {
    Link("/accounts/\(id)/look", query: back.map { [("return-to", $0.target)] } ?? [])
  }
  static func roles(_ id: ID<Account>) -> Link { Link("/accounts/\(id)/roles") }
  static func stage(_ id: ID<Account>) -> Link { Link("/accounts/\(id)/stage") }
  static func reset(_ id: ID<Account>) -> Link { Link("/accounts/\(id)/reset") }
  static func removeFactor(_ id: ID<Account>) -> Link { Link("/accounts/\(id)/second-factor") }
  static func erase(_ id: ID<Account>) -> Link { Link("/accounts/\(id)/erase") }
  static func renew(_ id: ID<Account>) -> Link { Link("/accounts/\(id)/invitation") }
}

/// The pages above those of this mechanism.
enum AccessTrail {
  static let account = [Crumb(Phrase(zh: "我的账号", en: "My account"), AccessPath.account)]
  static let accounts = [Crumb(Phrase(zh: "账号管理", en: "Accounts"), AccessPath.accounts)]
  static let queue = [Crumb(Phrase(zh: "单位授权审核", en: "Mandates"), AccessPath.queue)]
}
