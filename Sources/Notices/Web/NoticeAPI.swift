import API
import Access
import Foundation
import HTTPTypes
import Kernel
import Notices
import NoticesStore

/// One's own notices for programs.
struct NoticeAPI: Sendable {
  let desk: NoticeDesk

  var endpoints: [APIEndpoint] { [list, read, unread, preferences, set] }

  private var list: APIEndpoint {
    APIEndpoint(
      .get, "notices", summary: Phrase(zh: "本人的通知，新的在前", en: "One's own notices, newest first"), needs: .ownNotices,
      parameters: APIParameter.paging + [
        .query("show", .choice(InboxPart.allCases.map(\.rawValue)), Phrase(zh: "全部或未读，默认 all", en: "All or unread"))
      ], answer: .page(of: NoticeView.schema, named: "Notices"), example: "/api/v1/notices"
    ) { request in
      let limit = try request.limit()
      let part = request.text("show").map { InboxPart(rawValue: $0) }
      if case .some(.none) = part { throw APIRefusal.wrongParameter("show") }
      let found = try await desk.inbox(
        (part ?? .all) ?? .all, after: try request.cursor().map { try $0.lastID() }, limit: limit + 1,
        by: request.account)
      let shown = found.prefix(limit)
      let next = found.count > limit ? shown.last.map { Cursor([$0.id.description]) } : nil
      return try .page(shown.map { NoticeView($0) }, next: next)
    }
  }

  private var read: APIEndpoint {
    APIEndpoint(
      .post, "notices/:id/read", summary: Phrase(zh: "标为已读", en: "Mark a notice as read"), needs: .ownNotices,
      answer: .boolean, status: .noContent
    ) { request in
      try await desk.markRead(try request.id(), by: request.account)
      return .done
    }
  }

  private var unread: APIEndpoint {
    APIEndpoint(
      .post, "notices/:id/unread", summary: Phrase(zh: "标为未读", en: "Mark a notice as unread"), needs: .ownNotices,
      answer: .boolean, status: .noContent
    ) { request in
      try await desk.markUnread(try request.id(), by: request.account)
      return .done
    }
  }

  private var preferences: APIEndpoint {
    APIEndpoint(
      .get, "notices/preferences", summary: Phrase(zh: "本人的通知偏好", en: "One's own preferences"), needs: .ownNotices,
      answer: PreferencesView.schema, example: "/api/v1/notices/preferences"
    ) { request in
      let own = try await desk.preferences(by: request.account)
      return try APIAnswer(PreferencesView(own.preferences, desk.book), revision: own.revision)
    }
  }

  private var set: APIEndpoint {
    APIEndpoint(
      .put, "notices/preferences", summary: Phrase(zh: "修改本人的通知偏好", en: "Change one's own preferences"),
      needs: .ownNotices, body: PreferencesView.schema, answer: PreferencesView.schema
    ) { request in
      let wanted: PreferencesView = try request.decode()
      try await desk.set(try wanted.preferences(), seen: request.seenRevision, by: request.account)
      return try APIAnswer(PreferencesView(await desk.preferences(by: request.account).preferences, desk.book))
    }
  }
}

extension Cursor {
  /// The id that the page before ended with.
  func lastID<Entity>(of _: Entity.Type = Entity.self) throws(APIRefusal) -> ID<Entity> {
    guard keys.count == 1, let id = ID<Entity>(keys[0]) else { throw .wrongParameter("cursor") }
    return id
  }
}

/// A notice as programs see it.
struct NoticeView: APIValue {
  let id: ID<Notice>
  let kind: String
  let subject: Phrase
  let body: Phrase
  let link: String?
  let postedAt: Date
  let readAt: Date?

  init(_ notice: KeptNotice) {
    id = notice.id
    kind = notice.kind
    subject = notice.subject
    body = notice.body
    link = notice.link
    postedAt = notice.postedAt
    readAt = notice.readAt
  }

  static var schema: APISchema {
    .object(
      "Notice",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("kind", .text, Phrase(zh: "种类", en: "Its kind")),
        APIField("subject", .phrase, Phrase(zh: "标题", en: "Its subject")),
        APIField("body", .phrase, Phrase(zh: "正文", en: "Its text")),
        APIField("link", .text, Phrase(zh: "平台内的路径", en: "A path of the portal"), .sometimes),
        APIField("postedAt", .instant, Phrase(zh: "时间", en: "When it was posted")),
        APIField("readAt", .instant, Phrase(zh: "阅读时间", en: "When it was read"), .sometimes),
      ])
  }
}

/// Preferences as programs read and write them.
struct PreferencesView: APIValue, Decodable {
  let language: String
  let quietFrom: String?
  let quietTo: String?
  let choices: [ChoiceView]

  struct ChoiceView: APIValue, Decodable {
    let kind: String
    let email: Bool
    let webhook: Bool

    static var schema: APISchema {
      .object(
        "NoticeChoice",
        [
          APIField("kind", .text, Phrase(zh: "种类", en: "The kind of notice")),
          APIField("email", .boolean, Phrase(zh: "是否发邮件", en: "Whether by e-mail")),
          APIField("webhook", .boolean, Phrase(zh: "是否推送", en: "Whether to programs")),
        ])
    }
  }

  init(_ preferences: NoticePreferences, _ book: NoticeBook) {
    language = preferences.language.rawValue
    quietFrom = preferences.quiet.map { Clock.text($0.from) }
    quietTo = preferences.quiet.map { Clock.text($0.to) }
    choices = book.kinds.map { kind in
      ChoiceView(
        kind: kind.code, email: preferences.wants(.email, for: kind), webhook: preferences.wants(.webhook, for: kind))
    }
  }

  func preferences() throws -> NoticePreferences {
    guard let language = Language(rawValue: language) else { throw APIRefusal.malformedBody("language") }
    var quiet: QuietHours?
    if let quietFrom, let quietTo {
      guard let from = Clock.minutes(quietFrom), let to = Clock.minutes(quietTo) else {
        throw NoticeRefusal.badQuietHours
      }
      quiet = try QuietHours(from: from, to: to)
    }
    let chosen = choices.map { ($0.kind, ChannelChoice(email: $0.email, webhook: $0.webhook)) }
    return NoticePreferences(
      language: language, quiet: quiet, choices: Dictionary(chosen) { _, later in later })
  }

  static var schema: APISchema {
    .object(
      "NoticePreferences",
      [
        APIField(
          "language", .choice(Language.allCases.map(\.rawValue)), Phrase(zh: "邮件中在前的语言", en: "First in e-mails")),
        APIField("quietFrom", .text, Phrase(zh: "免打扰开始，如 22:00", en: "Quiet from, such as 22:00"), .sometimes),
        APIField("quietTo", .text, Phrase(zh: "免打扰结束", en: "Quiet until"), .sometimes),
        APIField("choices", .array(ChoiceView.schema), Phrase(zh: "各种通知的渠道", en: "The channels of each kind")),
      ])
  }
}
