import Access
import Hummingbird
import Kernel
import Learning
import LearningStore
import Markup
import Web

/// Topics: nominating, voting, and the centre's public answer.
struct TopicForms: Sendable {
  let desk: LearningDesk

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let quarter = context.query.optional("quarter").flatMap { Quarter($0) } ?? desk.quarter
    let (topics, quarters) = try await desk.topics(of: quarter, by: context.account)
    return topicsPage(
      topics, of: quarter, among: Set(quarters + [desk.quarter]).sorted(by: >), current: desk.quarter,
      for: context.account)
  }

  @Sendable func showNominate(_ state: FormState, _: Request, _: PortalContext) async throws -> Page {
    Page(
      Phrase(zh: "提名选题", en: "Nominate a topic"), trail: [lecturesCrumb, topicsCrumb],
      """
      <p class="lead">\(Phrase(zh: "写下想听的内容，大家来投票。得票最多的由运营中心安排开课；不能安排的，公开说明理由。结果会通知您。", en: "Say what you would like to hear about, and others vote. The first is scheduled, or declined with a public reason. You will be told."))</p>
      \(state.form(
        to: LecturePath.nominate, submit: Phrase(zh: "提名", en: "Nominate"),
        """
        \(state.field("title", Phrase(zh: "选题", en: "Topic"), need: .required, help: Phrase(zh: "如：出口产品怎样做商标布局", en: "Such as: trade marks for exported goods")))\
        \(state.field("wish", Phrase(zh: "想解决什么问题", en: "What you want to solve"), .area(rows: 3), help: Phrase(zh: "选填；公开显示，请勿写个人信息和商业秘密", en: "Optional; shown in public: no personal data and no secrets, please")))
        """))
      """)
  }

  @Sendable func nominate(_ form: Form, _ context: PortalContext) async throws -> Response {
    try await desk.nominate(form.text("title"), wish: form.text("wish"), by: context.account)
    return .seeOther(LecturePath.topics, context, saying: .nominated)
  }

  @Sendable func vote(_: Form, _ context: PortalContext) async throws -> Response {
    try await desk.vote(for: try context.id(), by: context.account)
    return .seeOther(LecturePath.topics, context, saying: .voted)
  }

  @Sendable func showAnswer(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let topic = try await desk.topic(try context.id(), by: context.account)
    return Page(
      Phrase(zh: "答复选题", en: "Answer a topic"), trail: [lecturesCrumb, topicsCrumb],
      """
      <p class="lead">\(marked(topic.title))</p>
      \(topic.wish.map(paragraphs))
      \(state.form(
        to: LecturePath.answer(topic.id), revision: topic.revision, submit: Phrase(zh: "公开答复", en: "Answer in public"),
        """
        \(state.field("into", Phrase(zh: "排课的场次编号", en: "Number of the lecture that it becomes"), help: Phrase(zh: "先“安排一场培训”，再填这里，如 PX-2026-00003", en: "Announce the lecture first, such as PX-2026-00003")))\
        \(state.field("reason", Phrase(zh: "或：不排课的理由", en: "Or: why it is not scheduled"), .area(rows: 3), help: Phrase(zh: "公开显示", en: "Shown in public")))
        """))
      """)
  }

  @Sendable func answer(_ form: Form, _ context: PortalContext) async throws -> Response {
    let answer: TopicAnswer =
      form.optional("into").map { .scheduled($0) } ?? .declined(form.text("reason"))
    try await desk.answer(try context.id(), answer, seen: form.revision(), by: context.account)
    return .seeOther(LecturePath.topics, context, saying: .answered)
  }
}

private let topicsCrumb = Crumb(Phrase(zh: "选题投票", en: "Topics"), LecturePath.topics)

private func topicsPage(
  _ topics: [TopicStanding], of quarter: Quarter, among quarters: [Quarter], current: Quarter, for account: Account
) -> Page {
  let title = Phrase(zh: "选题投票", en: "Topics to vote for")
  let isCurrent = quarter == current
  return Page(
    title, trail: [lecturesCrumb],
    """
    <p class="lead">\(Phrase(zh: "每个账号对每个选题一票。季度结束后，得票最多的选题安排开课，或公开说明不安排的理由。", en: "One vote an account for each topic. After the quarter the first is scheduled, or declined with a public reason."))</p>
    \(tabs(Phrase(zh: "季度", en: "Quarters"), quarters.map { ($0.phrase, LecturePath.topics($0)) }, current: LecturePath.topics(quarter)))
    <p class="actions">\(if: account.may(.nominateTopics), linkButton(Phrase(zh: "提名选题", en: "Nominate a topic"), to: LecturePath.nominate, .main))\
    \(if: account.standing == .visitor, "\(Phrase(zh: "登录后可以提名和投票。", en: "Sign in to nominate and vote."))")</p>
    \(if: !isCurrent, overdue(topics))\
    \(topics.isEmpty ? emptyState(Phrase(zh: "还没有选题", en: "No topics yet"), Phrase(zh: "您可以第一个提名", en: "Be the first to nominate one")) : topicTable(title, topics, isCurrent: isCurrent, account))
    """)
}

/// A quarter that is over and whose first topic nobody has answered says so.
private func overdue(_ topics: [TopicStanding]) -> HTML {
  guard let first = topics.first, first.isOpen else { return "" }
  return notice(
    .warning, Phrase(zh: "本季度得票最多的选题尚未答复", en: "The first topic of this quarter has not been answered yet"),
    "<p>\(marked(first.topic.title))</p>")
}

private func topicTable(_ title: Phrase, _ topics: [TopicStanding], isCurrent: Bool, _ account: Account) -> HTML {
  table(
    title,
    columns: [
      Column(Phrase(zh: "选题", en: "Topic"), .name), Column(Phrase(zh: "票数", en: "Votes"), .number),
      Column(Phrase(zh: "答复", en: "Answer")), Column(Phrase(zh: "操作", en: "Actions")),
    ],
    rows: topics.map { one in
      let topic = one.topic
      let mayVote = isCurrent && topic.stage == .open && account.may(.nominateTopics)
      var actions: [HTML] = []
      if mayVote {
        actions.append(
          one.isVoted
            ? badge(Phrase(zh: "已投", en: "Voted"), .success)
            : postButton(Phrase(zh: "投一票", en: "Vote"), to: LecturePath.vote(topic.id)))
      }
      if one.isOpen, account.may(.handleLectures) {
        actions.append(linkButton(Phrase(zh: "答复", en: "Answer"), to: LecturePath.answer(topic.id)))
      }
      return [
        "\(marked(topic.title))\(topic.wish.map { "<div class=\"help\">\(marked($0))</div>" as HTML })",
        "\(Count(one.votes))", answer(one, isCurrent: isCurrent),
        actions.isEmpty ? "—" : "<div class=\"row-actions\">\(actions)</div>",
      ]
    })
}

private func answer(_ one: TopicStanding, isCurrent: Bool) -> HTML {
  let topic = one.topic
  let awaited = Phrase(zh: "待答复", en: "To be answered")
  switch topic.stage {
  case .open: return isCurrent ? badge(topic.stage.phrase) : badge(awaited, .warning)
  case .scheduled where one.isOpen:
    return """
      \(badge(awaited, .warning)) \(Phrase(zh: "原定场次已取消", en: "Its lecture was cancelled"))
      """
  case .scheduled:
    return """
      \(badge(topic.stage.phrase, .success)) \(topic.lecture.map { "<a href=\"\(LecturePath.show($0))\">\(Phrase(zh: "看这场讲座", en: "Open the lecture"))</a>" as HTML })
      """
  case .declined: return "\(badge(topic.stage.phrase, .warning))<div>\(topic.reason.map { marked($0) })</div>"
  }
}
