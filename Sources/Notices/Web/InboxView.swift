import Access
import Kernel
import Markup
import Notices
import NoticesStore
import Web

func inboxPage(
  _ notices: [KeptNotice], _ part: InboxPart, older: Link?, newest: Link?, book: NoticeBook, in language: Language
) -> Page {
  let unread = notices.contains { $0.readAt == nil }
  let readAll = notices.first.map {
    postButton(
      Phrase(zh: "全部标为已读", en: "Mark all as read"), to: NoticePath.readAll, fields: [("up-to", $0.id.description)])
  }
  return Page(
    NoticeTrail.inbox,
    """
    \(tabs(
      Phrase(zh: "显示", en: "Show"),
      [
        (Phrase(zh: "全部", en: "All"), NoticePath.inbox(.all)),
        (Phrase(zh: "未读", en: "Unread"), NoticePath.inbox(.unread)),
      ], current: NoticePath.inbox(part)))
    <div class="actions">\(if: unread, readAll ?? "")\
    \(linkButton(Phrase(zh: "通知偏好", en: "Preferences"), to: NoticePath.preferences))</div>
    \(notices.isEmpty ? nothing(part) : "<ul class=\"notice-list\">\(notices.map { item($0, book, language) })</ul>")
    \(newest.map { "<p><a href=\"\($0)\">\(Phrase(zh: "回到第一页", en: "Back to the first page"))</a></p>" as HTML })
    \(pager(newer: nil, older: older))
    """)
}

private func nothing(_ part: InboxPart) -> HTML {
  switch part {
  case .all:
    emptyState(
      Phrase(zh: "还没有通知", en: "No notices yet"),
      Phrase(zh: "办理结果、退回补正等通知会显示在这里", en: "Decisions, requests for correction and the like appear here"))
  case .unread:
    emptyState(
      Phrase(zh: "没有未读通知", en: "Nothing unread"), Phrase(zh: "已读的通知在“全部”中", en: "What you have read is under “All”"))
  }
}

private func item(_ notice: KeptNotice, _ book: NoticeBook, _ language: Language) -> HTML {
  let lines = notice.body.text(in: language).split(separator: "\n", omittingEmptySubsequences: false)
  let body = lines.enumerated().map { place, line -> HTML in "\(if: place > 0, "<br>")\(marked(String(line)))" }
  let isUnread = notice.readAt == nil
  let mark =
    isUnread
    ? postButton(Phrase(zh: "标为已读", en: "Mark as read"), to: NoticePath.read(notice.id))
    : postButton(Phrase(zh: "标为未读", en: "Mark as unread"), to: NoticePath.unread(notice.id))
  return """
    <li class="notice-item\(if: isUnread, " unread")"><h2>\(if: isUnread, "\(badge(Phrase(zh: "未读", en: "Unread"), .information)) ")\
    \(marked(notice.subject.text(in: language)))</h2>
    <p class="notice-meta">\(Instant(notice.postedAt))\(book[notice.kind].map { " · \($0.phrase)" as HTML })</p>
    <p>\(body)</p>
    <div class="actions">\(notice.link.map { linkButton(Phrase(zh: "查看", en: "Open"), to: Link($0), .main) })\(mark)</div></li>

    """
}

func preferencesPage(_ own: OwnPreferences, _ book: NoticeBook, mayMail: Bool, _ state: FormState) -> Page {
  let preferences = own.preferences
  let quiet = preferences.quiet ?? .usual
  let languages = [
    Choice(Language.zh.rawValue, Phrase(zh: "中文在前", en: "Chinese first")),
    Choice(Language.en.rawValue, Phrase(zh: "英文在前", en: "English first")),
  ]
  let free = book.kinds.filter { !$0.isStatutory }
  return Page(
    Phrase(zh: "通知偏好", en: "Preferences of notices"), trail: [Crumb(NoticeTrail.inbox, NoticePath.inbox)],
    """
    <p class="lead">\(Phrase(
      zh: "所有通知都保留在平台内。这里选择哪些还要发到电子邮箱或推送到登记的系统。",
      en: "All notices stay in the portal. Choose here which also go out by e-mail or to a registered program."))</p>
    \(reach(own, mayMail: mayMail))
    \(state.form(
      to: NoticePath.preferences, revision: own.revision, submit: Phrase(zh: "保存", en: "Save"),
      """
      \(state.field(
        "language", Phrase(zh: "邮件语言", en: "Language of e-mails"), .radio(languages),
        else: preferences.language.rawValue, need: .required,
        help: Phrase(zh: "邮件都有中英文两种文本", en: "Each e-mail has both languages")))\
      \(state.field(
        "quiet", Phrase(zh: "夜间不发邮件（法定通知除外）", en: "No e-mail at night, except what the law demands"), .check,
        else: preferences.quiet == nil ? "" : "yes"))\
      \(state.field(
        "quiet-from", Phrase(zh: "免打扰开始（北京时间）", en: "Quiet from (Beijing time)"), .list(Clock.choices),
        else: Clock.text(quiet.from), need: .required))\
      \(state.field(
        "quiet-to", Phrase(zh: "免打扰结束", en: "Quiet until"), .list(Clock.choices), else: Clock.text(quiet.to),
        need: .required))\
      \(kinds("email", Phrase(zh: "发到电子邮箱", en: "By e-mail"), free, free.filter { preferences.wants(.email, for: $0) }, state,
        help: Phrase(zh: "法定通知和一次性代码总会发送，不在此列", en: "What the law demands and one-time codes are always sent")))\
      \(kinds("webhook", Phrase(zh: "推送到登记的系统", en: "To registered programs"), book.kinds,
        book.kinds.filter { preferences.wants(.webhook, for: $0) }, state, help: nil))
      """))
    """)
}

private func kinds(
  _ name: String, _ label: Phrase, _ all: [NoticeKind], _ chosen: [NoticeKind], _ state: FormState, help: Phrase?
) -> HTML {
  let values = state.values(name, else: chosen.map(\.code))
  return field(
    name, label, .checks(all.map { Choice($0.code, $0.phrase) }), values: values, help: help, error: state.error(name))
}

private func reach(_ own: OwnPreferences, mayMail: Bool) -> HTML {
  let none = Phrase(zh: "没有登记电子邮箱", en: "No e-mail address is on record")
  let email: HTML = own.email.map { "\($0.description)" } ?? "\(none)"
  let programs: HTML =
    own.endpoints.isEmpty
    ? "\(Phrase(zh: "没有", en: "None"))" : "<ul>\(own.endpoints.map { "<li>\(marked($0))</li>" as HTML })</ul>"
  return """
    \(if: !mayMail, notice(
      .information, Phrase(zh: "本平台尚未配置邮件发送", en: "E-mail is not set up here"),
      "<p>\(Phrase(zh: "通知只在平台内显示。", en: "Notices appear in the portal alone."))</p>"))
    \(definitions([
      (Phrase(zh: "电子邮箱", en: "E-mail"), "\(email) <a href=\"\(Link("/account/profile"))\">\(Phrase(zh: "修改", en: "Change"))</a>"),
      (Phrase(zh: "登记的系统", en: "Registered programs"), programs),
    ]))
    """
}
