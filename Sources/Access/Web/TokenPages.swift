import Access
import AccessStore
import Hummingbird
import Kernel
import Markup
import Web

/// Personal access tokens.
struct TokenPages: Sendable {
  let desk: AccessDesk

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    tokensPage(try await desk.tokens(by: context.account), permissions: context.account.permissions)
  }

  @Sendable func showNew(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    newTokenPage(context.account.permissions, state)
  }

  @Sendable func create(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let days = try check.take("days") { try form.integer("days", in: 1...366) } ?? nil
    if form.optional("label") == nil { check.refuse("label", TokenRefusal.noLabel) }
    if form.all("scope").isEmpty { check.refuse("scope", TokenRefusal.noScope) }
    try check.verify()
    let (token, value) = try await desk.createToken(
      form.text("label"), scopes: Set(form.all("scope")), days: days ?? 90, by: context.account)
    return freshTokenPage(token, value).answer(context)
  }

  @Sendable func revoke(_: Form, _ context: PortalContext) async throws -> Response {
    try await desk.revokeToken(try context.id(), by: context.account)
    return .seeOther(AccessPath.tokens, context, saying: .tokenRevoked)
  }
}

private let title = Phrase(zh: "访问令牌", en: "Access tokens")

private func tokensPage(_ tokens: [AccessToken], permissions: Set<Permission>) -> Page {
  let new = linkButton(Phrase(zh: "新建令牌", en: "New token"), to: AccessPath.newToken, .main)
  guard !tokens.isEmpty else {
    return Page(
      title, trail: AccessTrail.account,
      emptyState(
        Phrase(zh: "还没有令牌", en: "No tokens yet"),
        Phrase(
          zh: "令牌让程序代您使用接口，权限不超过您本人",
          en: "A token lets a program use the API for you, with no more than your own rights"),
        action: new))
  }
  let names = Dictionary(permissions.map { ($0.code, $0.phrase) }) { first, _ in first }
  let rows = tokens.map { token -> [HTML] in
    [
      "\(token.label, in: .zh)", "…\(token.tail)",
      "<ul>\(token.scopes.map { "<li>\(names[$0].map { "\($0)" as HTML } ?? "\($0)")</li>" as HTML })</ul>",
      "\(Instant(token.expiresAt))", token.lastUsedAt.map { "\(Instant($0))" } ?? "\(Phrase(zh: "尚未使用", en: "Never"))",
      postButton(Phrase(zh: "撤销", en: "Revoke"), to: AccessPath.revoke(token.id), .grave),
    ]
  }
  return Page(
    title, trail: AccessTrail.account,
    """
    <p class="actions">\(new)</p>
    \(table(
      title,
      columns: [
        Column(Phrase(zh: "名称", en: "Name"), .name), Column(Phrase(zh: "末四位", en: "Ends in"), .code),
        Column(Phrase(zh: "权限", en: "May")), Column(Phrase(zh: "到期", en: "Expires"), .code),
        Column(Phrase(zh: "最近使用", en: "Last used"), .code), Column(Phrase(zh: "操作", en: "Action")),
      ], rows: rows))
    """)
}

private func newTokenPage(_ permissions: Set<Permission>, _ state: FormState) -> Page {
  let scopes = permissions.sorted { $0.code < $1.code }.map { Choice($0.code, $0.phrase) }
  return Page(
    Phrase(zh: "新建令牌", en: "New token"), trail: AccessTrail.account + [Crumb(title, AccessPath.tokens)],
    state.form(
      to: AccessPath.newToken, submit: Phrase(zh: "新建", en: "Create"),
      """
      \(state.field("label", Phrase(zh: "名称", en: "Name"), need: .required))\
      \(state.field("days", Phrase(zh: "有效天数", en: "Days"), .number(1...366), else: "90", need: .required))\
      \(state.field(
        "scope", Phrase(zh: "权限", en: "May"), .checks(scopes), need: .required,
        help: Phrase(zh: "只选程序用得到的", en: "Only what the program needs")))
      """))
}

private func freshTokenPage(_ token: AccessToken, _ value: Secret) -> Page {
  Page(
    Phrase(zh: "令牌已建立", en: "The token was made"), trail: AccessTrail.account + [Crumb(title, AccessPath.tokens)],
    """
    \(notice(
      .warning, Phrase(zh: "只显示这一次，请立即保存", en: "It is shown this once; please keep it now"),
      "<p>\(copyable(value.text))</p>"))
    <p>\(Phrase(zh: "到期：", en: "Expires: "))\(Instant(token.expiresAt))</p>
    """)
}
