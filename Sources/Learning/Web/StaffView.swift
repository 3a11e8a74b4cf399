import Access
import Documents
import Foundation
import Kernel
import Learning
import LearningStore
import Markup
import Web

private func trail(_ lecture: Lecture) -> [Crumb] {
  [lecturesCrumb, Crumb(.text(lecture.plan.title, lang: .zh), LecturePath.show(lecture.id))]
}

/// Who is registered, for the staff: names are masked, since nothing on this page needs them whole.
func rollPage(_ roll: LectureRoll, now: Date) -> Page {
  let (lecture, phase) = (roll.lecture, roll.lecture.phase(at: now))
  let standing = roll.bookings.filter { $0.stage != .withdrawn }
  let title = Phrase(zh: "报名名单", en: "Who is registered")
  return Page(
    title, trail: trail(lecture),
    """
    \(if: roll.isThin && phase == .coming, notice(
      .warning, Phrase(zh: "报名 \(roll.load.seated) 人，不足最少开课人数 \(lecture.plan.least)", en: "\(roll.load.seated) registered; at least \(lecture.plan.least) are needed"),
      "<p>\(Phrase(zh: "可以改期或合班，报名人会收到通知；点课的订单继续有效。", en: "Move it to another day or merge it; everybody registered is told, and an order stays open."))</p>"))\
    \(tiles([
      Tile(Phrase(zh: "已报名", en: "Registered"), "\(Count(roll.load.seated))", unit: Phrase(zh: "/ \(lecture.plan.capacity)", en: "of \(lecture.plan.capacity)")),
      Tile(Phrase(zh: "候补", en: "Waiting"), "\(Count(roll.load.waiting))"),
      Tile(Phrase(zh: "已签到", en: "Signed in"), "\(Count(roll.load.signedIn))"),
      Tile(Phrase(zh: "证书", en: "Certificates"), "\(Count(roll.load.certified))"),
      Tile(Phrase(zh: "满意度", en: "Rating"), roll.load.rating.map { "\($0 / 10).\($0 % 10)" } ?? .notKnown),
    ]))
    <p class="actions">\(staffLinks(lecture).dropFirst().map(\.self))\(changeLinks(roll, phase))</p>
    \(unreached(roll, standing))\
    \(lecture.order.map { "<p><a href=\"\(LecturePath.matter($0))\">\(Phrase(zh: "对应的点课订单", en: "The order that it answers"))</a></p>" as HTML })\
    \(standing.isEmpty ? emptyState(Phrase(zh: "还没有人报名", en: "Nobody has registered yet"), Phrase(zh: "报名后列在这里", en: "They stand here as they come")) : rollTable(title, standing, roll, now))\
    \(if: !roll.comments.isEmpty, "<h2>\(Phrase(zh: "意见（不显示姓名）", en: "Comments, without names"))</h2><ul>\(roll.comments.map { "<li>\(marked($0))</li>" as HTML })</ul>")
    """)
}

/// Those whom no notice finds have to be told otherwise, so it says how many they are.
private func unreached(_ roll: LectureRoll, _ standing: [Booking]) -> HTML {
  let count = standing.count { roll.unreached.contains($0.id) }
  guard count > 0 else { return "" }
  return notice(
    .warning, Phrase(zh: "\(count) 人收不到通知", en: "Notices do not reach \(count)"),
    "<p>\(Phrase(zh: "他们未留邮箱，改期、合班、取消和候补转正须另行告知；名单中已标出。", en: "They left no e-mail; tell them otherwise when the lecture is changed or a seat comes free. The list marks them."))</p>"
  )
}

private func changeLinks(_ roll: LectureRoll, _ phase: Lecture.Phase) -> [HTML] {
  let lecture = roll.lecture
  let isMissed = phase == .over && roll.load.signedIn == 0 && lecture.order == nil
  if isMissed { return [linkButton(Phrase(zh: "改期", en: "Move"), to: LecturePath.act("postpone", lecture.id))] }
  guard phase == .coming else { return [] }
  let links = [linkButton(Phrase(zh: "调整名额", en: "Change the seats"), to: LecturePath.act("seats", lecture.id))]
  // What answers an order is changed by a step of the order, so that both always agree.
  guard lecture.order == nil else { return links }
  return links + [
    linkButton(Phrase(zh: "改期", en: "Move"), to: LecturePath.act("postpone", lecture.id)),
    linkButton(Phrase(zh: "合班", en: "Merge"), to: LecturePath.act("merge", lecture.id)),
    linkButton(Phrase(zh: "取消", en: "Cancel"), to: LecturePath.act("cancel", lecture.id), .grave),
  ]
}

private func rollTable(_ title: Phrase, _ bookings: [Booking], _ roll: LectureRoll, _ now: Date) -> HTML {
  let lecture = roll.lecture
  let mayTick = lecture.stage == .planned && lecture.signIn.contains(now)
  let mayWithdraw = lecture.stage == .planned && now < lecture.plan.endsAt
  return table(
    title,
    columns: [
      Column(Phrase(zh: "报名编号", en: "Number"), .name), Column(Phrase(zh: "姓名（打码）", en: "Name, masked")),
      Column(Phrase(zh: "单位", en: "Employer")), Column(Phrase(zh: "状态", en: "State")),
      Column(Phrase(zh: "签到", en: "Sign-in")), Column(Phrase(zh: "测试", en: "Test"), .number),
      Column(Phrase(zh: "操作", en: "Actions")),
    ],
    rows: bookings.map { booking in
      [
        "\(booking.number)", marked(booking.learner.maskedName),
        booking.learner.employer.map { marked($0) } ?? .notGiven,
        "\(badge(booking.stage.phrase, booking.stage == .seated ? .success : .warning))\(if: roll.unreached.contains(booking.id), " \(badge(Phrase(zh: "收不到通知", en: "No notices"), .warning))")",
        booking.signedAt.map { "\(Instant($0)) \(booking.signedBy?.phrase ?? title)" }
          ?? (mayTick && booking.stage == .seated
            ? postButton(Phrase(zh: "代签", en: "Enter as present"), to: LecturePath.tick(booking.id, at: lecture.id))
            : "—"),
        booking.score.map { "\($0)%" } ?? "—",
        mayWithdraw && booking.signedAt == nil
          ? linkButton(Phrase(zh: "取消该报名", en: "Withdraw it"), to: LecturePath.withdraw(booking.id, at: lecture.id))
          : "—",
      ]
    })
}

/// What the screen in the room shows: a code that is new every five minutes.
func screenPage(_ roll: LectureRoll, origin: String?, _ context: PortalContext) throws -> Page {
  let lecture = roll.lecture
  let link = LecturePath.room(roll.roomCode, lecture.id)
  let grouped = groupedCode(roll.roomCode)
  let code = try QRCode(origin.map { $0 + link.path(in: context.language) } ?? grouped)
  return Page(
    Phrase(zh: "现场签到码", en: "Sign-in code for the room"), trail: trail(lecture),
    """
    <p class="lead">\(Phrase(zh: "投到现场屏幕或线上会议画面。五分钟一换，过期再留五分钟；换码请重新打开本页。", en: "Show this on the screen of the room or meeting. It changes every five minutes and is taken for five more; open this page again for the next one."))</p>
    <div class="room-screen">\(code.svg(label: Phrase(zh: "签到码", en: "Sign-in code")))<div>
    <p class="room-code" translate="no">\(grouped)</p>
    <p>\(marked(lecture.plan.title))<br>\(hours(lecture.plan))</p>
    <p>\(Phrase(zh: "手机扫码，或在“我的报名”里输入上面的 8 位码。", en: "Scan it, or type the eight characters on the page of your registration."))</p>
    <p class="actions">\(linkButton(Phrase(zh: "换一个码", en: "Next code"), to: LecturePath.act("screen", lecture.id), .main))
    \(linkButton(Phrase(zh: "打开扫码后的页面", en: "Open what the code opens"), to: link))</p></div></div>
    """)
}

func doorPage(_ roll: LectureRoll, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "核对报名码", en: "Check tickets"), trail: trail(roll.lecture),
    """
    <p class="lead">\(Phrase(zh: "扫描或输入来人的报名码即为其签到，一码只签一次。", en: "Scan or type the code of a ticket to sign its holder in; each ticket works once."))</p>
    <p>\(Phrase(zh: "已签到 \(roll.load.signedIn) 人，共 \(roll.load.seated) 人", en: "\(roll.load.signedIn) of \(roll.load.seated) have signed in"))</p>
    \(state.form(
      to: LecturePath.act("door", roll.lecture.id), submit: Phrase(zh: "签到", en: "Sign in"),
      state.field("ticket", Phrase(zh: "报名码", en: "Code of the ticket"), need: .required)))
    """)
}

func planPage(_ state: FormState) -> Page {
  let series = [Lecture.Series.training, .topic].map { Choice($0.rawValue, $0.phrase) }
  return Page(
    Phrase(zh: "安排一场培训", en: "Announce a training"), trail: [lecturesCrumb],
    """
    <p class="lead">\(Phrase(zh: "公布后即可报名。企业点的讲座请在点课订单里“定时间地点，开放报名”。", en: "It is open for registration at once. A lecture that was ordered is announced by a step of the order."))</p>
    \(state.form(
      to: LecturePath.new, submit: Phrase(zh: "公布", en: "Announce"),
      """
      \(state.field("title", Phrase(zh: "题目", en: "Title"), need: .required))\
      \(state.field("series", Phrase(zh: "类别", en: "Part of"), .radio(series), else: "training", need: .required))\
      \(state.field("about", Phrase(zh: "讲什么", en: "What it is about"), .area(rows: 4)))\
      \(state.field("lecturer", Phrase(zh: "讲师", en: "Lecturer"), need: .required))\
      \(state.field("medium", Phrase(zh: "形式", en: "How"), .radio(Lecture.Medium.allCases.map { Choice($0.rawValue, $0.phrase) }), else: "onsite", need: .required))\
      \(state.field("place", Phrase(zh: "地点或线上入口", en: "Room, or where to join online"), need: .required))\
      \(timeFields(state))\
      \(state.field("minutes", Phrase(zh: "时长（分钟）", en: "Minutes"), .number(20...480), else: "90", need: .required))\
      \(state.field("capacity", Phrase(zh: "名额", en: "Seats"), .number(1...2_000), else: "30", need: .required))\
      \(state.field("least", Phrase(zh: "最少开课人数", en: "Fewest to hold it for"), .number(1...2_000), help: Phrase(zh: "不足时提示改期或合班", en: "Below it you are asked to move or merge it")))
      """))
    """)
}

private func timeFields(_ state: FormState) -> HTML {
  """
  \(state.field("held_on", Phrase(zh: "日期", en: "Day"), .day, need: .required))\
  \(state.field("begins", Phrase(zh: "开始时间", en: "Begins at"), need: .required, help: Phrase(zh: "24 小时制，如 14:00", en: "Such as 14:00")))
  """
}

private func reason(_ state: FormState) -> HTML {
  state.field(
    "reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 3), need: .required,
    help: Phrase(zh: "报名人和公众将看到", en: "Read by who registered and by the public"))
}

/// What a change would change, or that it is too late for one.
private func changePage(_ title: Phrase, _ lecture: Lecture, _ form: HTML) -> Page {
  guard lecture.order == nil else {
    return Page(
      title, trail: trail(lecture),
      notice(
        .information,
        Phrase(zh: "这场讲座是点课订单的结果，请在订单里办理", en: "This lecture answers an order; please take the step there"),
        lecture.order.map {
          "<p><a href=\"\(LecturePath.matter($0))\">\(Phrase(zh: "打开订单", en: "Open the order"))</a></p>"
        } ?? ""))
  }
  return Page(
    title, trail: trail(lecture),
    """
    \(definitions([(Phrase(zh: "题目", en: "Title"), marked(lecture.plan.title)), (Phrase(zh: "时间", en: "When"), hours(lecture.plan))]))\(form)
    """)
}

func postponePage(_ lecture: Lecture, _ state: FormState) -> Page {
  let title = Phrase(zh: "改期", en: "Move to another day")
  return changePage(
    title, lecture,
    state.form(
      to: LecturePath.act("postpone", lecture.id), revision: lecture.revision, submit: title,
      "\(timeFields(state))\(reason(state))"))
}

func mergePage(_ lecture: Lecture, _ state: FormState) -> Page {
  let title = Phrase(zh: "合班", en: "Merge into another lecture")
  return changePage(
    title, lecture,
    state.form(
      to: LecturePath.act("merge", lecture.id), revision: lecture.revision, submit: title,
      """
      \(state.field("into", Phrase(zh: "并入的场次编号", en: "Number of the other lecture"), need: .required, help: Phrase(zh: "如 PX-2026-00003，须尚未开始", en: "Such as PX-2026-00003; it must not have begun")))\
      \(reason(state))
      """))
}

func cancelPage(_ lecture: Lecture, _ state: FormState) -> Page {
  let title = Phrase(zh: "取消讲座", en: "Cancel the lecture")
  return changePage(
    title, lecture,
    state.form(
      to: LecturePath.act("cancel", lecture.id), revision: lecture.revision, submit: title, reason(state)))
}

func withdrawPage(_ lecture: Lecture, _ booking: Booking, _ state: FormState) -> Page {
  let title = Phrase(zh: "取消该报名", en: "Withdraw a registration")
  return Page(
    title, trail: trail(lecture),
    """
    <p class="lead">\(Phrase(zh: "用于报名码丢失或应本人要求。取消后名额让给候补的第一位，本人会收到通知，可以重新报名。", en: "For a ticket that was lost, or at the person's wish. The seat goes to the first who waits; the person is told and can register again."))</p>
    \(definitions([
      (Phrase(zh: "题目", en: "Title"), marked(lecture.plan.title)), (Phrase(zh: "报名编号", en: "Number"), "\(booking.number)"),
      (Phrase(zh: "姓名（打码）", en: "Name, masked"), marked(booking.learner.maskedName)),
    ]))
    \(state.form(
      to: LecturePath.withdraw(booking.id, at: lecture.id), submit: title,
      state.field("reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 3), need: .required, help: Phrase(zh: "本人将看到", en: "The person will read it"))))
    """)
}

func erasureFormPage(_ state: FormState) -> Page {
  let title = Phrase(zh: "删除报名人信息", en: "Erase a learner’s data")
  return Page(
    title, trail: [lecturesCrumb],
    """
    <p class="lead">\(Phrase(zh: "应未注册账号的报名人本人要求办理，请先核实身份。姓名、邮箱、单位、地区、意见和人员标识一并清空，不能恢复；签到和证书编号仍计数。有账号的人请在账号管理中删除。", en: "At the request of somebody who registered without an account; check first who asks. Name, e-mail, employer, district, comment and the key of the person are blanked for good; the sign-in stays counted. Who has an account is erased with it."))</p>
    \(state.form(
      to: LecturePath.erasure, submit: title,
      """
      \(state.field("number", Phrase(zh: "报名编号", en: "Number of the registration"), need: .required, help: Phrase(zh: "如 BM-2026-00012", en: "Such as BM-2026-00012")))\
      \(state.field("reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 3), need: .required, help: Phrase(zh: "本人的要求或法律依据，记入留痕", en: "The person's request or the legal ground, for the journal")))
      """))
    """)
}

func seatsPage(_ line: LectureLine, _ state: FormState) -> Page {
  let title = Phrase(zh: "调整名额", en: "Change the seats")
  return Page(
    title, trail: trail(line.lecture),
    """
    <p>\(Phrase(zh: "现有 \(line.lecture.plan.capacity) 席，已报 \(line.load.seated) 人，候补 \(line.load.waiting) 人。增加的名额依次给候补；不能少于已报名人数。", en: "\(line.lecture.plan.capacity) seats, \(line.load.seated) taken, \(line.load.waiting) waiting. Seats that are added go to the waiting list; nobody loses one."))</p>
    \(state.form(
      to: LecturePath.act("seats", line.lecture.id), revision: line.lecture.revision, submit: title,
      state.field("capacity", Phrase(zh: "名额", en: "Seats"), .number(1...2_000), else: "\(line.lecture.plan.capacity)", need: .required)))
    """)
}

func setTestPage(_ roll: LectureRoll, _ state: FormState) -> Page {
  let title = Phrase(zh: "测试题", en: "Test")
  let lecture = roll.lecture
  return Page(
    title, trail: trail(lecture),
    """
    <p class="lead">\(Phrase(zh: "签到的人可以测试，合格者获得可公开核验的证书。有人测试后不能再改题。", en: "Who has signed in can take it; who passes gets a certificate that anybody can verify. It cannot be changed once somebody took it."))</p>
    \(state.form(
      to: LecturePath.act("test", lecture.id), revision: lecture.revision, submit: Phrase(zh: "保存测试题", en: "Keep the test"),
      """
      \(state.field("questions", Phrase(zh: "题目", en: "Questions"), .lines(rows: 14), else: TestQuestion.written(roll.questions),
        help: Phrase(zh: "先写问题，再写 2–5 个选项：每行以“-”开头，正确的一项以“*”开头；题与题之间空一行。留空表示没有测试。", en: "A question, then 2 to 5 answers each behind “-”, the right one behind “*”; an empty line before the next question. Empty: no test.")))\
      \(state.field("pass_mark", Phrase(zh: "合格线（%）", en: "To pass (%)"), .number(1...100), else: "\(lecture.plan.passMark)", need: .required))\
      \(state.field("tries", Phrase(zh: "最多次数", en: "Tries"), .number(1...10), else: "\(lecture.plan.tries)", need: .required))
      """))
    """)
}
