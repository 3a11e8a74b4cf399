import API
import Access
import Foundation
import HTTPTypes
import Kernel
import Notices
import NoticesStore

/// The webhooks for programs.
struct WebhookAPI: Sendable {
  let desk: NoticeDesk

  var endpoints: [APIEndpoint] { [list, show, register, renewKey, pause, resume, trial] }

  private var list: APIEndpoint {
    APIEndpoint(
      .get, "webhooks", summary: Phrase(zh: "推送地址，新的在前", en: "Webhooks, newest first"), needs: .manageWebhooks,
      parameters: APIParameter.paging, answer: .page(of: WebhookView.schema, named: "Webhooks"),
      example: "/api/v1/webhooks"
    ) { request in
      let limit = try request.limit()
      let found = try await desk.endpoints(
        after: try request.cursor().map { try $0.lastID() }, limit: limit + 1, by: request.account)
      let shown = found.prefix(limit)
      let next = found.count > limit ? shown.last.map { Cursor([$0.id.description]) } : nil
      return try .page(shown.map { WebhookView($0) }, next: next)
    }
  }

  private var show: APIEndpoint {
    APIEndpoint(
      .get, "webhooks/:id", summary: Phrase(zh: "一个推送地址", en: "A webhook"), needs: .manageWebhooks,
      answer: WebhookView.schema
    ) { request in
      let endpoint = try await desk.endpoint(try request.id(), by: request.account).endpoint
      return try APIAnswer(WebhookView(endpoint), revision: endpoint.revision)
    }
  }

  private var register: APIEndpoint {
    APIEndpoint(
      .post, "webhooks", summary: Phrase(zh: "登记推送地址，密钥只返回一次", en: "Register a webhook; its key is answered once"),
      needs: .manageWebhooks, body: NewWebhook.schema, answer: FreshKey.schema, status: .created
    ) { request in
      let wanted: NewWebhook = try request.decode()
      let (id, key) = try await desk.register(
        wanted.title, at: wanted.address, for: wanted.owner, by: request.account)
      return try APIAnswer(FreshKey(id: id, key: key.text), location: "/api/v1/webhooks/\(id)")
    }
  }

  private var renewKey: APIEndpoint {
    APIEndpoint(
      .post, "webhooks/:id/key", summary: Phrase(zh: "更换签名密钥", en: "Renew a webhook's key"), needs: .manageWebhooks,
      answer: FreshKey.schema
    ) { request in
      let id: ID<WebhookEndpoint> = try request.id()
      return try APIAnswer(FreshKey(id: id, key: try await desk.renewKey(of: id, by: request.account).text))
    }
  }

  private var pause: APIEndpoint {
    step("pause", Phrase(zh: "暂停推送", en: "Pause a webhook")) { [desk] id, request in
      try await desk.pause(id, seen: request.seenRevision, by: request.account)
    }
  }

  private var resume: APIEndpoint {
    step("resume", Phrase(zh: "恢复推送", en: "Resume a webhook")) { [desk] id, request in
      try await desk.resume(id, seen: request.seenRevision, by: request.account)
    }
  }

  private var trial: APIEndpoint {
    step("trial", Phrase(zh: "试推送", en: "Send a trial to a webhook")) { [desk] id, request in
      try await desk.tryOut(id, by: request.account)
    }
  }

  private func step(
    _ name: String, _ summary: Phrase,
    _ take: @escaping @Sendable (ID<WebhookEndpoint>, APIRequest) async throws -> Void
  ) -> APIEndpoint {
    APIEndpoint(
      .post, "webhooks/:id/\(name)", summary: summary, needs: .manageWebhooks, answer: .boolean, status: .noContent
    ) { request in
      try await take(try request.id(), request)
      return .done
    }
  }
}

/// A webhook as programs see it; never its key.
struct WebhookView: APIValue {
  let id: ID<WebhookEndpoint>
  let title: String
  let address: String
  let owner: ID<Account>
  let stage: String
  let createdAt: Date

  init(_ endpoint: WebhookEndpoint) {
    id = endpoint.id
    title = endpoint.title
    address = endpoint.address.description
    owner = endpoint.owner
    stage = endpoint.stage.rawValue
    createdAt = endpoint.createdAt
  }

  static var schema: APISchema {
    .object(
      "Webhook",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("title", .text, Phrase(zh: "名称", en: "Its name")),
        APIField("address", .text, Phrase(zh: "地址", en: "Its address")),
        APIField("owner", .id, Phrase(zh: "账号", en: "Whose notices it gets")),
        APIField("stage", .choice(EndpointStage.allCases.map(\.rawValue)), Phrase(zh: "状态", en: "Stage")),
        APIField("createdAt", .instant, Phrase(zh: "登记时间", en: "When it was registered")),
      ])
  }
}

private struct NewWebhook: Decodable {
  let title: String
  let address: String
  let owner: String

  static var schema: APISchema {
    .object(
      "NewWebhook",
      [
        APIField("title", .text, Phrase(zh: "名称", en: "Its name")),
        APIField("address", .text, Phrase(zh: "以 https:// 开头的地址", en: "An address that begins with https://")),
        APIField("owner", .text, Phrase(zh: "账号的登录名", en: "The sign-in name of the account")),
      ])
  }
}

private struct FreshKey: APIValue {
  let id: ID<WebhookEndpoint>
  let key: String

  static var schema: APISchema {
    .object(
      "WebhookKey",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "The webhook's id")),
        APIField("key", .text, Phrase(zh: "签名密钥", en: "The key of the signatures")),
      ])
  }
}
