import Access
import Foundation
import Kernel
import Ledgers
import Markup
import Matters
import MattersStore
import Web

/// What somebody has filed, takes part in, or has begun to write.
func ownPage(
  _ page: MatterPage, _ drafts: [MatterDraft], isFirst: Bool, _ desk: MatterDesk, for account: Account
) -> Page {
  let title = Phrase(zh: "我的办件", en: "My matters")
  let older = page.next.map { Link("/matters", query: [("after", "\($0)")]) }
  return Page(
    title,
    """
    <p class="actions">\(linkButton(Phrase(zh: "办一件事", en: "Ask for something"), to: MatterPath.guides, .main))
    \(linkButton(Phrase(zh: "期限日历", en: "Calendar of last days"), to: MatterPath.deadlines))
    \(linkButton(Phrase(zh: "凭查询码查进度", en: "Follow a matter by its code"), to: MatterPath.status))</p>
    \(capacity(account))\(draftTable(drafts, desk, account))\
    \(if: page.matters.isEmpty, emptyState(
      Phrase(zh: "还没有办件", en: "No matters yet"),
      Phrase(zh: "您提交的、您所代表单位的、以及您参与的办件都列在这里", en: "What you file, what your organisation files and what you take part in stands here")))\
    \(if: !page.matters.isEmpty, "\(matterTable(title, page, desk, isQueue: false))\(pager(newer: isFirst ? nil : MatterPath.own, older: older))")
    """)
}

/// For whom the account looks: an organisation's matters show to those who act for it now.
private func capacity(_ account: Account) -> HTML {
  guard account.standing == .person else { return "" }
  let switching = "<a href=\"\(Link("/account/mandates"))\">\(Phrase(zh: "切换", en: "Change"))</a>" as HTML
  guard let mandate = account.mandate else {
    return """
      <p>\(Phrase(zh: "现在以本人名义办事；单位的办件须先选择代表该单位。", en: "You act for yourself; matters of an organisation show once you act for it.")) \(switching)</p>
      """
  }
  return "<p>\(Phrase(zh: "现在代表：", en: "You act for: "))\(marked(mandate.organisationName)) \(switching)</p>"
}

private func draftTable(_ drafts: [MatterDraft], _ desk: MatterDesk, _ account: Account) -> HTML {
  let shown = drafts.compactMap { draft -> [HTML]? in
    guard let procedure = desk.book.procedure(draft.procedure) else { return nil }
    let head = procedure.head
    let name: HTML =
      account.may(head.filers) ? "<a href=\"\(MatterPath.new(head.code))\">\(head.name)</a>" : "\(head.name)"
    return [
      name, draft.savedAt.map { "\(Instant($0))" } ?? .notKnown,
      postButton(Phrase(zh: "删除草稿", en: "Delete"), to: MatterPath.discard(head.code)),
    ]
  }
  guard !shown.isEmpty else { return "" }
  let title = Phrase(zh: "草稿", en: "Drafts")
  return """
    <h2>\(title)</h2>
    \(table(
      title,
      columns: [
        Column(Phrase(zh: "事项", en: "Procedure"), .name), Column(Phrase(zh: "保存时间", en: "Kept")),
        Column(Phrase(zh: "操作", en: "Actions")),
      ], rows: shown))
    """
}

/// Matters in a list: of a queue with who works on them.
private func matterTable(_ title: Phrase, _ page: MatterPage, _ desk: MatterDesk, isQueue: Bool) -> HTML {
  var columns = [
    Column(Phrase(zh: "编号", en: "Number"), .name), Column(Phrase(zh: "事项", en: "Procedure")),
    Column(Phrase(zh: "摘要", en: "About")), Column(Phrase(zh: "阶段", en: "Stage")),
  ]
  if isQueue { columns.append(Column(Phrase(zh: "承办人", en: "Who works on it"))) }
  columns.append(Column(Phrase(zh: "届满日", en: "Last day")))
  let today = desk.today
  let rows = page.matters.map { matter -> [HTML] in
    let procedure = desk.book.procedure(matter.procedure)
    let stage = procedure?.stage(matter.stage)
    var cells: [HTML] = [
      "<a href=\"\(MatterPath.show(matter.id))\">\(matter.number)</a>",
      procedure.map { "\($0.head.name)" } ?? .notKnown, titleWords(matter, procedure) ?? "",
      badge((isQueue ? stage?.phrase : stage?.status) ?? Phrase(zh: matter.stage, en: matter.stage), tone(of: matter)),
    ]
    if isQueue {
      let name = matter.handler.flatMap { page.names[$0] }
      cells.append(name.map { marked($0) } ?? "\(Phrase(zh: "未分派", en: "Nobody"))")
    }
    cells.append(matter.due.map { dueMark($0, isLate: $0.day < today) } ?? "")
    return cells
  }
  return table(title, columns: columns, rows: rows)
}

/// What names a matter: the words of a choice, or what was written.
func titleWords(_ matter: Matter, _ procedure: Procedure?) -> HTML? {
  guard let title = matter.title else { return nil }
  let field = procedure?.fields.first { $0.name == procedure?.head.title }
  if case .choice(let choices)? = field?.sort, let chosen = choices.first(where: { $0.code == title }) {
    return "\(chosen.words)"
  }
  return marked(title)
}

private func tone(of matter: Matter) -> Tone {
  switch matter.end {
  case nil: .information
  case .granted: .success
  case .refused, .referred, .ended, .withdrawn: .neutral
  }
}

/// What waits for those who work on matters, the nearest last day first.
func queuePage(
  _ page: MatterPage, _ load: [MatterWorkload], _ question: QueueQuestion, isFirst: Bool, _ desk: MatterDesk,
  for account: Account
) -> Page {
  let title = Phrase(zh: "办理队列", en: "Queue")
  let older = page.next.map { MatterPath.queue(question.query + [("after", "\($0)")]) }
  return Page(
    title,
    """
    \(queueFilters(question, load, desk, account))
    <p>\(Phrase(zh: "共 \(page.count) 件", en: "Matters: \(page.count)"))</p>
    \(if: page.matters.isEmpty, emptyState(
      Phrase(zh: "没有符合条件的办件", en: "No matters of this kind"), Phrase(zh: "可放宽上面的条件", en: "Try fewer conditions above")))\
    \(if: !page.matters.isEmpty, "\(matterTable(title, page, desk, isQueue: true))\(pager(newer: isFirst ? nil : MatterPath.queue(question.query), older: older))")\
    \(workloadTable(load, account))
    """)
}

private func queueFilters(
  _ question: QueueQuestion, _ load: [MatterWorkload], _ desk: MatterDesk, _ account: Account
) -> HTML {
  let all = Phrase(zh: "全部", en: "All")
  let procedures = desk.book.handled(by: account).map { Choice($0.head.code, $0.head.name) }
  let others = load.compactMap { one -> Choice? in
    guard let handler = one.handler, handler != account.id, let name = one.name else { return nil }
    return Choice("\(handler)", text: name, in: .zh)
  }
  return filterBar(
    to: MatterPath.queue, clear: question.isNarrow ? MatterPath.queue : nil,
    """
    \(field(
      "procedure", Phrase(zh: "事项", en: "Procedure"), .list(procedures), values: [question.procedure ?? ""]))\
    \(field(
      "whose", Phrase(zh: "谁的", en: "Whose"),
      .list([
        Choice("mine", Phrase(zh: "我承办的", en: "Mine")), Choice("nobody", Phrase(zh: "尚未分派", en: "Nobody’s yet")),
      ] + others), values: [question.whose]))\
    \(field(
      "state", Phrase(zh: "状态", en: "State"),
      .list([
        Choice("open", Phrase(zh: "办理中", en: "Open")), Choice("late", Phrase(zh: "已超期", en: "Late")),
        Choice("closed", Phrase(zh: "已办结", en: "Closed")), Choice("all", all),
      ]), values: [question.state]))\
    \(field("number", Phrase(zh: "办件编号", en: "Number"), .search, values: [question.number]))
    """)
}

/// Each number opens the queue at its matters.
private func workloadTable(_ load: [MatterWorkload], _ account: Account) -> HTML {
  guard !load.isEmpty else { return "" }
  let title = Phrase(zh: "工作量", en: "Workload")
  func number(_ count: Int, _ state: String, of handler: ID<Account>?) -> HTML {
    guard count > 0 else { return "\(Count(count))" }
    let whose = handler.map { $0 == account.id ? "mine" : "\($0)" } ?? "nobody"
    return "<a href=\"\(MatterPath.queue([("whose", whose), ("state", state)]))\">\(Count(count))</a>"
  }
  return """
    <h2>\(title)</h2>
    \(table(
      title,
      columns: [
        Column(Phrase(zh: "承办人", en: "Who works on it"), .name), Column(Phrase(zh: "办理中", en: "Open"), .number),
        Column(Phrase(zh: "其中超期", en: "Of these late"), .number),
      ],
      rows: load.map { one in
        [
          one.name.map { marked($0) } ?? "\(Phrase(zh: "未分派", en: "Nobody"))",
          number(one.open, "open", of: one.handler), "\(number(one.late, "late", of: one.handler))\(if: one.late > 0, " \(badge(Phrase(zh: "超期", en: "Late"), .error))")",
        ]
      }))
    """
}

/// How many matters the page of last days looks at; whoever has more has a queue.
let deadlinesShown = 100

/// The last days that wait for somebody: this month as a sheet, and all of them as a list.
func deadlinesPage(_ found: [MatterDeadline], today: Day, for account: Account) -> Page {
  let title = Phrase(zh: "期限日历", en: "Calendar of last days")
  let byDay = Dictionary(grouping: found, by: \.due.day)
  let sheet = monthCalendar(today) { day in
    guard let count = byDay[day]?.count else {
      return day == today ? DayMark([Phrase(zh: "今天", en: "today")], .plain) : nil
    }
    return DayMark([Phrase(zh: "\(count) 件", en: "\(count)")], .end)
  }
  return Page(
    title, trail: [Crumb(Phrase(zh: "我的办件", en: "My matters"), MatterPath.own)],
    """
    <p class="actions">\(linkButton(Phrase(zh: "订阅到我的日历", en: "Subscribe in my calendar"), to: MatterPath.calendar))</p>
    \(sheet)\
    \(if: Set(found.map(\.matter)).count >= deadlinesShown, notice(.information, Phrase(
      zh: "只列出届满日最近的 \(deadlinesShown) 件", en: "Only the \(deadlinesShown) matters with the nearest last days are shown"),
      account.may(.workOnMatters)
        ? "<p><a href=\"\(MatterPath.queue([("whose", "mine")]))\">\(Phrase(zh: "查看我承办的全部办件", en: "See all that are mine to work on"))</a></p>" : ""))\
    \(if: found.isEmpty, emptyState(
      Phrase(zh: "没有正在计算的时限", en: "No time limit is running"),
      Phrase(zh: "您的办件和您承办的办件的届满日会列在这里", en: "The last days of your matters and of those you work on stand here")))\
    \(if: !found.isEmpty, table(
      title,
      columns: [
        Column(Phrase(zh: "届满日", en: "Last day")), Column(Phrase(zh: "办件", en: "Matter"), .name),
        Column(Phrase(zh: "事项", en: "Procedure")), Column(Phrase(zh: "时限", en: "For")),
      ],
      rows: found.map { one in
        [
          dueMark(one.due, isLate: one.due.day < today), "<a href=\"\(MatterPath.show(one.matter))\">\(one.number)</a>",
          "\(one.procedure)", "\(one.words)",
        ]
      }))
    """)
}
