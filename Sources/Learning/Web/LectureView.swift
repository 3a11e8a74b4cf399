import Access
import Foundation
import JournalStore
import Kernel
import Learning
import LearningStore
import Markup
import Web

let lecturesTitle = Phrase(zh: "讲座与培训", en: "Lectures and trainings")
let lecturesCrumb = Crumb(lecturesTitle, LecturePath.list)

func lecturesPage(_ all: LectureOverview, for account: Account) -> Page {
  Page(
    lecturesTitle,
    """
    <p class="lead">\(Phrase(
      zh: "免费听讲，不登录也能报名。想听的内容没有？点一场，或给选题投票：每季度得票最多的选题安排开课，不能安排的公开说明理由。",
      en: "Free of charge; no account is needed to register. If your subject is missing, order a lecture or vote for a topic: the first of each quarter is scheduled, or declined with a public reason."))</p>
    <p class="actions">\(linkButton(Phrase(zh: "点一场讲座", en: "Order a lecture"), to: LecturePath.order, .main))
    \(linkButton(Phrase(zh: "选题投票", en: "Vote for topics"), to: LecturePath.topics))
    \(if: account.may(.followLectures), linkButton(Phrase(zh: "我的报名和证书", en: "My registrations"), to: LecturePath.own))
    \(linkButton(Phrase(zh: "凭报名码打开报名", en: "Open a registration by its code"), to: LecturePath.tickets))
    \(linkButton(Phrase(zh: "核验证书", en: "Verify a certificate"), to: LecturePath.verify))
    \(if: account.may(.erasePersonal), linkButton(Phrase(zh: "删除报名人信息", en: "Erase a learner’s data"), to: LecturePath.erasure))
    \(if: account.may(.handleLectures), linkButton(Phrase(zh: "安排一场培训", en: "Announce a training"), to: LecturePath.new))</p>
    <h2>\(Phrase(zh: "可以报名", en: "Open for registration"))</h2>
    \(comingCards(all.coming, now: all.now))
    <h2>\(Phrase(zh: "讲座日历", en: "Calendar"))</h2>
    \(calendar(all))
    <h2>\(Phrase(zh: "\(all.year) 年参加情况", en: "Who has come in \(all.year)"))</h2>
    \(countTiles(all))
    """)
}

private func comingCards(_ lines: [LectureLine], now: Date) -> HTML {
  guard !lines.isEmpty else {
    return emptyState(
      Phrase(zh: "近期没有可报名的讲座", en: "No lecture is open for registration"),
      Phrase(zh: "可以点一场，或为想听的选题投票", en: "Order one, or vote for a topic"),
      action: linkButton(Phrase(zh: "点一场讲座", en: "Order a lecture"), to: LecturePath.order, .main))
  }
  let cards = lines.map { line -> HTML in
    let (lecture, plan) = (line.lecture, line.lecture.plan)
    return """
      <li><h3><a href="\(LecturePath.show(lecture.id))">\(marked(plan.title))</a></h3>\
      <p>\(badge(plan.series.phrase)) \(badge(plan.medium.phrase)) \
      \(if: lecture.phase(at: now) == .running, "\(badge(Lecture.Phase.running.phrase, .success)) ")\(seatBadge(line))</p>\
      <p>\(hours(plan))<br>\(marked(plan.place))<br>\(marked(plan.lecturer))</p></li>
      """
  }
  return "<ul class=\"cards\">\(cards)</ul>"
}

/// The day with its weekday, and from when to when.
func hours(_ plan: LecturePlan) -> HTML {
  let (from, to) = (Instant(plan.startsAt).text, Instant(plan.endsAt).text)
  let day = Day(plan.startsAt)
  return "\(day) \(Weekday(day)) \(String(from.suffix(5)))–\(String(to.suffix(5)))"
}

func seatBadge(_ line: LectureLine) -> HTML {
  let left = line.seatsLeft
  if left > 0, line.load.waiting == 0 {
    return badge(Phrase(zh: "余 \(left) 席", en: left == 1 ? "1 seat left" : "\(left) seats left"), .success)
  }
  return badge(Phrase(zh: "满员，可候补（\(line.load.waiting) 人）", en: "Full; \(line.load.waiting) waiting"), .warning)
}

private func calendar(_ all: LectureOverview) -> HTML {
  let byDay = Dictionary(grouping: all.inMonth) { $0.lecture.day }
  func name(_ month: Day) -> String { String(month.description.prefix(7)) }
  let sheet = monthCalendar(all.month) { day in
    guard let held = byDay[day]?.filter({ $0.lecture.stage == .planned }), !held.isEmpty else { return nil }
    let words = held.count == 1 ? Phrase(zh: "1 场", en: "1") : Phrase(zh: "\(held.count) 场", en: "\(held.count)")
    return DayMark([words], day < Day(all.now) ? .off : .end)
  }
  let title = Phrase(zh: "\(name(all.month)) 的讲座", en: "Lectures of \(name(all.month))")
  let rows = all.inMonth.map { line -> [HTML] in
    let phase = line.lecture.phase(at: all.now)
    return [
      "<a href=\"\(LecturePath.show(line.lecture.id))\">\(marked(line.lecture.plan.title))</a>",
      hours(line.lecture.plan), "\(line.lecture.plan.medium.phrase)", badge(phase.phrase, tone(of: phase)),
      "\(Count(line.load.seated)) / \(Count(line.lecture.plan.capacity))",
    ]
  }
  let list =
    rows.isEmpty
    ? "<p>\(Phrase(zh: "这个月没有讲座。", en: "There is no lecture in this month."))</p>"
    : table(
      title,
      columns: [
        Column(Phrase(zh: "题目", en: "Title"), .name), Column(Phrase(zh: "时间", en: "When")),
        Column(Phrase(zh: "形式", en: "How")), Column(Phrase(zh: "状态", en: "State")),
        Column(Phrase(zh: "报名 / 名额", en: "Registered / seats"), .number),
      ], rows: rows)
  let (before, after) = (all.month.adding(months: -1), all.month.adding(months: 1))
  let today = Day(all.now)
  return """
    <nav class="actions" aria-label="\(Phrase(zh: "换月", en: "Months"))">\
    \(if: before > today.adding(months: -24), linkButton(Phrase(zh: "← 上个月", en: "← Month before"), to: LecturePath.list(month: name(before))))
    \(if: after < today.adding(months: 12), linkButton(Phrase(zh: "下个月 →", en: "Next month →"), to: LecturePath.list(month: name(after))))
    \(linkButton(Phrase(zh: "订阅到手机日历", en: "Subscribe (iCalendar)"), to: LecturePath.feed))</nav>
    <div class="lecture-month">\(sheet)<div>\(list)</div></div>
    """
}

func tone(of phase: Lecture.Phase) -> Tone {
  switch phase {
  case .coming: .information
  case .running: .success
  case .over, .merged: .neutral
  case .cancelled: .warning
  }
}

/// People and attendances stand side by side: one person at three lectures is one person and three attendances.
private func countTiles(_ all: LectureOverview) -> HTML {
  let counts = all.counts
  return """
    \(tiles([
      Tile(Phrase(zh: "人数（去重）", en: "People"), "\(Count(counts.people))", unit: Phrase(zh: "人", en: "persons"),
        note: Phrase(zh: "同一人只计一次", en: "Everybody counts once")),
      Tile(Phrase(zh: "人次", en: "Attendances"), "\(Count(counts.attendances))", unit: Phrase(zh: "人次", en: "sign-ins"),
        note: Phrase(zh: "每次签到计一次", en: "Every sign-in counts")),
      Tile(Phrase(zh: "单位", en: "Organisations"), "\(Count(counts.firms))", unit: Phrase(zh: "家", en: "firms")),
      Tile(Phrase(zh: "场次", en: "Lectures held"), "\(Count(counts.lectures))", unit: Phrase(zh: "场", en: "lectures")),
      Tile(Phrase(zh: "证书", en: "Certificates"), "\(Count(counts.certificates))", unit: Phrase(zh: "张", en: "issued")),
    ]))
    <p class="help">\(Phrase(
      zh: "按平台签到计。计入“百企千人”目标的人数另见指标 B06，它还要求签到有本人凭据。",
      en: "By the sign-ins of this platform. Figure B06 counts those that people signed themselves."))</p>
    """
}

func lecturePage(
  _ line: LectureLine, _ own: Ticket?, mergedInto target: Lecture?, now: Date, for account: Account
) -> Page {
  let (lecture, plan) = (line.lecture, line.lecture.plan)
  let phase = lecture.phase(at: now)
  let isOpen = phase == .coming || phase == .running
  return Page(
    .text(plan.title, lang: .zh), trail: [lecturesCrumb],
    """
    <p>\(badge(plan.series.phrase)) \(badge(plan.medium.phrase)) \(badge(phase.phrase, tone(of: phase)))\
    \(if: isOpen, " \(seatBadge(line))")</p>
    \(lecture.reason.map { changeNotice(lecture, $0, target) })\
    \(own.map(ownNotice))\
    \(if: isOpen, "<p class=\"actions\">\(own == nil ? linkButton(registerWords(line), to: LecturePath.act("register", lecture.id), .main) : linkButton(Phrase(zh: "再报一人", en: "Register another person"), to: LecturePath.registerOther(lecture.id)))</p>")
    \(definitions([
      (Phrase(zh: "时间", en: "When"), hours(plan)),
      (plan.medium == .onsite ? Phrase(zh: "地点", en: "Where") : Phrase(zh: "线上入口", en: "Where to join"), marked(plan.place)),
      (Phrase(zh: "讲师", en: "Lecturer"), marked(plan.lecturer)),
      (Phrase(zh: "名额", en: "Seats"), seats(line)),
      (Phrase(zh: "测试与证书", en: "Test and certificate"), line.questions == 0 ? "\(Phrase(zh: "没有测试", en: "No test"))" : "\(testWords(line))"),
      (Phrase(zh: "场次编号", en: "Number"), copyable("\(lecture.number)")),
    ]))
    \(plan.about.map { "<h2>\(Phrase(zh: "讲什么", en: "What it is about"))</h2>\(paragraphs($0))" as HTML })\
    \(if: phase == .over, result(line))\
    \(if: account.may(.handleLectures), "<h2>\(Phrase(zh: "工作人员", en: "For the staff"))</h2><p class=\"actions\">\(staffLinks(lecture))</p>")
    """)
}

private func registerWords(_ line: LectureLine) -> Phrase {
  line.seatsLeft > 0 && line.load.waiting == 0
    ? Phrase(zh: "我要报名", en: "Register") : Phrase(zh: "报名候补", en: "Join the waiting list")
}

private func seats(_ line: LectureLine) -> HTML {
  let plan = line.lecture.plan
  return
    "\(Phrase(zh: "共 \(plan.capacity) 席，已报 \(line.load.seated) 人，候补 \(line.load.waiting) 人", en: "\(plan.capacity) seats, \(line.load.seated) taken, \(line.load.waiting) waiting"))"
}

private func testWords(_ line: LectureLine) -> Phrase {
  let plan = line.lecture.plan
  return Phrase(
    zh: "签到后可测试，共 \(line.questions) 题，\(plan.passMark)% 正确为合格，最多 \(plan.tries) 次；合格者领取可公开核验的证书",
    en:
      "A test of \(line.questions) questions after sign-in; \(plan.passMark)% right to pass, up to \(plan.tries) tries. Who passes gets a certificate that anybody can verify"
  )
}

private func changeNotice(_ lecture: Lecture, _ reason: String, _ target: Lecture?) -> HTML {
  let title: Phrase =
    switch lecture.stage {
    case .planned: Phrase(zh: "时间有变更，已报名的继续有效", en: "The time was changed; registrations stand")
    case .merged: Phrase(zh: "已并入其他场次，报名已转过去", en: "Merged into another lecture, registrations with it")
    case .cancelled: Phrase(zh: "已取消", en: "Cancelled")
    }
  let link = target.map {
    "<p><a href=\"\(LecturePath.show($0.id))\">\(marked($0.plan.title))</a> \(hours($0.plan))</p>" as HTML
  }
  return notice(.warning, title, "<p>\(marked(reason))</p>\(link)")
}

private func ownNotice(_ ticket: Ticket) -> HTML {
  notice(
    .success,
    ticket.place.map { Phrase(zh: "您在候补第 \($0) 位", en: "You are number \($0) on the waiting list") }
      ?? Phrase(zh: "您已报名", en: "You are registered"),
    "<p><a href=\"\(LecturePath.ticket(ticket))\">\(Phrase(zh: "打开我的报名", en: "Open my registration"))</a></p>")
}

private func result(_ line: LectureLine) -> HTML {
  """
  <h2>\(Phrase(zh: "结果", en: "Outcome"))</h2>\(definitions([
    (Phrase(zh: "签到", en: "Signed in"), "\(Count(line.load.signedIn))"),
    (Phrase(zh: "获得证书", en: "Certificates"), "\(Count(line.load.certified))"),
    (Phrase(zh: "满意度", en: "Rating"), line.load.rating.map { "\($0 / 10).\($0 % 10) / 5 (\(line.load.ratings))" } ?? .notKnown),
  ]))
  """
}

func staffLinks(_ lecture: Lecture) -> [HTML] {
  [
    linkButton(Phrase(zh: "报名名单", en: "Who is registered"), to: LecturePath.act("roll", lecture.id)),
    linkButton(Phrase(zh: "现场签到码", en: "Sign-in code for the room"), to: LecturePath.act("screen", lecture.id)),
    linkButton(Phrase(zh: "核对报名码", en: "Check tickets"), to: LecturePath.act("door", lecture.id)),
    linkButton(Phrase(zh: "测试题", en: "Test"), to: LecturePath.act("test", lecture.id)),
  ]
}

/// Text of several lines as paragraphs.
func paragraphs(_ text: String) -> HTML {
  "\(text.split(separator: "\n").map { "<p>\(marked(String($0)))</p>" as HTML })"
}

func ownPage(_ tickets: [Ticket], now: Date) -> Page {
  let title = Phrase(zh: "我的报名和证书", en: "My registrations")
  let rows = tickets.map { ticket -> [HTML] in
    [
      "<a href=\"\(LecturePath.ticket(ticket))\">\(marked(ticket.lecture.plan.title))</a>", hours(ticket.lecture.plan),
      ticketBadge(ticket, now: now),
      ticket.certificateNumber.map { "<code>\($0)</code>" } ?? "—",
    ]
  }
  return Page(
    title, trail: [lecturesCrumb],
    rows.isEmpty
      ? emptyState(
        Phrase(zh: "还没有报名", en: "Nothing yet"),
        Phrase(
          zh: "登录后报名的场次会列在这里；没有登录时报名的，请用报名码打开",
          en:
            "What you register for while signed in stands here; what you registered for without signing in opens by the code of its ticket"
        ),
        action:
          "\(linkButton(Phrase(zh: "看看有哪些讲座", en: "Look at the lectures"), to: LecturePath.list, .main)) \(linkButton(Phrase(zh: "凭报名码打开报名", en: "Open a registration by its code"), to: LecturePath.tickets))"
      )
      : table(
        title,
        columns: [
          Column(Phrase(zh: "题目", en: "Title"), .name), Column(Phrase(zh: "时间", en: "When")),
          Column(Phrase(zh: "我的状态", en: "Where I stand")), Column(Phrase(zh: "证书", en: "Certificate"), .code),
        ], rows: rows))
}

/// Where one registration stands.
func ticketBadge(_ ticket: Ticket, now: Date) -> HTML {
  let booking = ticket.booking
  if booking.certificate != nil { return badge(Phrase(zh: "已获证书", en: "Certificate issued"), .success) }
  if booking.signedAt != nil { return badge(Phrase(zh: "已签到", en: "Signed in"), .success) }
  if booking.stage == .withdrawn { return badge(booking.stage.phrase) }
  switch ticket.lecture.phase(at: now) {
  case .cancelled: return badge(Phrase(zh: "讲座已取消", en: "Lecture cancelled"), .warning)
  case .over: return badge(Phrase(zh: "未签到", en: "Did not sign in"))
  case .coming, .running, .merged: return badge(booking.stage.phrase, booking.stage == .seated ? .success : .warning)
  }
}
