import Access
import Hummingbird
import Kernel
import Markup
import Notices
import NoticesStore
import Web

/// One's own notices and how one wants them.
struct InboxPages: Sendable {
  let desk: NoticeDesk

  static let saved = Success("notices.saved", Phrase(zh: "通知偏好已保存", en: "Your preferences were saved"))
  private static let length = 50

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let part = context.query.optional("show").flatMap { InboxPart(rawValue: $0) } ?? .all
    let last = context.query.optional("after").flatMap { ID<Notice>($0) }
    let found = try await desk.inbox(part, after: last, limit: Self.length + 1, by: context.account)
    let shown = Array(found.prefix(Self.length))
    return inboxPage(
      shown, part, older: found.count > Self.length ? shown.last.map { NoticePath.inbox(part, after: $0.id) } : nil,
      newest: last == nil ? nil : NoticePath.inbox(part), book: desk.book, in: context.language)
  }

  @Sendable func read(_: Form, _ context: PortalContext) async throws -> Response {
    try await desk.markRead(try context.id(), by: context.account)
    return .seeOther(NoticePath.inbox, context)
  }

  @Sendable func unread(_: Form, _ context: PortalContext) async throws -> Response {
    try await desk.markUnread(try context.id(), by: context.account)
    return .seeOther(NoticePath.inbox, context)
  }

  @Sendable func readAll(_ form: Form, _ context: PortalContext) async throws -> Response {
    guard let last = ID<Notice>(form.text("up-to")) else { throw WebRefusal.malformedForm }
    try await desk.markAllRead(upTo: last, by: context.account)
    return .seeOther(NoticePath.inbox, context)
  }

  @Sendable func showPreferences(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    preferencesPage(try await desk.preferences(by: context.account), desk.book, mayMail: desk.mailRoute != nil, state)
  }

  @Sendable func setPreferences(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let language = try check.take("language") { try form.choice("language", of: Language.self) }
    let quiet = try check.take("quiet-from") { () throws -> QuietHours? in
      guard form.isChecked("quiet") else { return nil }
      guard let from = Clock.minutes(form.text("quiet-from")), let to = Clock.minutes(form.text("quiet-to")) else {
        throw NoticeRefusal.badQuietHours
      }
      return try QuietHours(from: from, to: to)
    }
    try check.verify()
    guard let language, let quiet else { throw WebRefusal.malformedForm }
    let (mails, calls) = (Set(form.all("email")), Set(form.all("webhook")))
    let choices = desk.book.kinds.map { kind in
      (
        kind.code,
        ChannelChoice(email: kind.isStatutory || mails.contains(kind.code), webhook: calls.contains(kind.code))
      )
    }
    try await desk.set(
      NoticePreferences(language: language, quiet: quiet, choices: Dictionary(uniqueKeysWithValues: choices)),
      seen: form.revision(), by: context.account)
    return .seeOther(NoticePath.preferences, context, saying: Self.saved)
  }
}

/// Times of a day as `22:00`.
enum Clock {
  /// Every half hour.
  static let choices = stride(from: 0, to: 1_440, by: 30).map { Choice(text($0), text: text($0)) }

  static func text(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}
