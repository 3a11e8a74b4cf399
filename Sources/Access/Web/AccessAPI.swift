import API
import Access
import AccessStore
import Foundation
import HTTPTypes
import Kernel

/// One's own account for programs.
struct AccessAPI: Sendable {
  let desk: AccessDesk

  var endpoints: [APIEndpoint] {
    [
      APIEndpoint(
        .get, "me", summary: Phrase(zh: "当前账号及其权限", en: "The account and what it may do"), needs: .ownAccount,
        answer: Me.schema, example: "/api/v1/me", handler: me),
      APIEndpoint(
        .get, "tokens", summary: Phrase(zh: "本人的访问令牌", en: "One's own tokens"), needs: .ownAccount,
        answer: [TokenView].schema, example: "/api/v1/tokens", handler: list),
      APIEndpoint(
        .post, "tokens", summary: Phrase(zh: "新建令牌，值只返回一次", en: "Make a token; its value is answered once"),
        needs: .ownAccount, body: NewToken.schema, answer: FreshToken.schema, status: .created, handler: create),
      APIEndpoint(
        .delete, "tokens/:id", summary: Phrase(zh: "撤销令牌", en: "Revoke a token"), needs: .ownAccount,
        parameters: [.path("id", .id, Phrase(zh: "令牌编号", en: "The token's id"))], answer: .boolean, status: .noContent,
        handler: revoke),
    ]
  }

  @Sendable private func me(_ request: APIRequest) async throws -> APIAnswer {
    let profile = try await desk.profile(by: request.account)
    return try APIAnswer(Me(request.account, profile))
  }

  @Sendable private func list(_ request: APIRequest) async throws -> APIAnswer {
    try APIAnswer(try await desk.tokens(by: request.account).map(TokenView.init))
  }

  @Sendable private func create(_ request: APIRequest) async throws -> APIAnswer {
    let wanted: NewToken = try request.decode()
    let (token, value) = try await desk.createToken(
      wanted.label, scopes: Set(wanted.scopes), days: wanted.days, by: request.account)
    return try APIAnswer(FreshToken(token: TokenView(token), value: value.text))
  }

  @Sendable private func revoke(_ request: APIRequest) async throws -> APIAnswer {
    try await desk.revokeToken(try request.id(), by: request.account)
    return .done
  }
}

private struct Me: APIValue {
  let id: ID<Account>
  let name: String
  let displayName: String
  let roles: [String]
  let permissions: [String]
  let organisation: String?
  let secondFactor: Bool

  init(_ account: Account, _ profile: Profile) {
    id = account.id
    name = account.name
    displayName = account.displayName
    roles = account.roles.map(\.rawValue).sorted()
    permissions = account.permissions.map(\.code).sorted()
    organisation = account.mandate?.organisation.description
    secondFactor = profile.hasSecondFactor
  }

  static var schema: APISchema {
    .object(
      "Me",
      [
        APIField("id", .id, Phrase(zh: "账号编号", en: "The account's id")),
        APIField("name", .text, Phrase(zh: "登录名", en: "Sign-in name")),
        APIField("displayName", .text, Phrase(zh: "姓名或称呼", en: "Name")),
        APIField("roles", .array(.choice(Role.allCases.map(\.rawValue))), Phrase(zh: "角色", en: "Roles")),
        APIField("permissions", .array(.text), Phrase(zh: "此刻的权限", en: "What it may do now")),
        APIField(
          "organisation", .text, Phrase(zh: "所代表单位的统一社会信用代码", en: "Credit code of the organisation acted for"),
          .sometimes),
        APIField("secondFactor", .boolean, Phrase(zh: "是否启用动态验证码", en: "Whether it has a second factor")),
      ])
  }
}

private struct TokenView: APIValue {
  let id: ID<AccessToken>
  let label: String
  let tail: String
  let scopes: [String]
  let createdAt: Date
  let expiresAt: Date
  let lastUsedAt: Date?

  init(_ token: AccessToken) {
    id = token.id
    label = token.label
    tail = token.tail
    scopes = token.scopes
    createdAt = token.createdAt
    expiresAt = token.expiresAt
    lastUsedAt = token.lastUsedAt
  }

  static var schema: APISchema {
    .object(
      "Token",
      [
        APIField("id", .id, Phrase(zh: "令牌编号", en: "The token's id")),
        APIField("label", .text, Phrase(zh: "名称", en: "Name")),
        APIField("tail", .text, Phrase(zh: "末四位", en: "Its last four symbols")),
        APIField("scopes", .array(.text), Phrase(zh: "权限代码", en: "Codes of permissions")),
        APIField("createdAt", .instant, Phrase(zh: "建立时间", en: "Made at")),
        APIField("expiresAt", .instant, Phrase(zh: "到期时间", en: "Ends at")),
        APIField("lastUsedAt", .instant, Phrase(zh: "最近使用", en: "Last used"), .sometimes),
      ])
  }
}

private struct NewToken: Decodable {
  let label: String
  let scopes: [String]
  let days: Int

  static var schema: APISchema {
    .object(
      "NewToken",
      [
        APIField("label", .text, Phrase(zh: "名称", en: "Name")),
        APIField("scopes", .array(.text), Phrase(zh: "权限代码", en: "Codes of permissions")),
        APIField("days", .integer(1...366), Phrase(zh: "有效天数", en: "How many days it lasts")),
      ])
  }
}

private struct FreshToken: APIValue {
  let token: TokenView
  let value: String

  static var schema: APISchema {
    .object(
      "FreshToken",
      [
        APIField("token", TokenView.schema, Phrase(zh: "令牌", en: "The token")),
        APIField("value", .text, Phrase(zh: "令牌的值，只出现这一次", en: "Its value, this once")),
      ])
  }
}
