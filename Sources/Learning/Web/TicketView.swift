import Access
import Documents
import Foundation
import Kernel
import Learning
import LearningStore
import Markup
import Web

/// A registration as its holder sees it: where it stands, and the one thing to do next.
func ticketPage(_ ticket: Ticket, origin: String?, _ context: PortalContext, now: Date) throws -> Page {
  let (booking, lecture) = (ticket.booking, ticket.lecture)
  let address = (origin ?? "") + LecturePath.ticket(ticket).path(in: context.language)
  let isLive = ticket.isLive(at: now)
  let code = try QRCode(origin == nil ? groupedCode(ticket.code) : address)
  return Page(
    Phrase(zh: "我的报名", en: "My registration"),
    trail: [lecturesCrumb, Crumb(.text(lecture.plan.title, lang: .zh), LecturePath.show(lecture.id))],
    """
    \(standing(ticket, now: now))\
    \(nextStep(ticket, now: now))\
    \(definitions([
      (Phrase(zh: "题目", en: "Title"), "<a href=\"\(LecturePath.show(lecture.id))\">\(marked(lecture.plan.title))</a>"),
      (Phrase(zh: "时间", en: "When"), hours(lecture.plan)), (Phrase(zh: "地点", en: "Where"), marked(lecture.plan.place)),
      (Phrase(zh: "姓名", en: "Name"), marked(booking.learner.name)),
      (Phrase(zh: "报名编号", en: "Number"), copyable("\(booking.number)")),
      (Phrase(zh: "报名码", en: "Code"), copyable(groupedCode(ticket.code))),
    ]))
    \(if: isLive, """
      <h2>\(Phrase(zh: "入场二维码", en: "Ticket"))</h2>
      <p>\(Phrase(zh: "到场后扫现场屏幕上的签到码，或把这个码给工作人员看。请勿转发：持码人可以取消您的报名。", en: "Scan the code on the room’s screen, or show this one to the staff. Do not pass it on: whoever holds it can withdraw your registration."))</p>
      \(code.svg(label: Phrase(zh: "报名码", en: "Code of the ticket")))
      """)\
    \(certificate(ticket))\
    \(if: isLive, "<h2>\(Phrase(zh: "来不了？", en: "Cannot come?"))</h2><p>\(Phrase(zh: "请取消，名额会让给候补的第一位。", en: "Please withdraw; the seat goes to the first who waits."))</p>\(postButton(Phrase(zh: "取消报名", en: "Withdraw"), to: LecturePath.ticket(ticket, "withdraw"), .grave))")
    """)
}

private func standing(_ ticket: Ticket, now: Date) -> HTML {
  let booking = ticket.booking
  if booking.certificate != nil {
    return notice(.success, Phrase(zh: "测试合格，证书已生成", en: "You passed; here is your certificate"))
  }
  if let at = booking.signedAt {
    return notice(.success, Phrase(zh: "已签到", en: "Signed in"), "<p>\(Instant(at))</p>\(tested(ticket))")
  }
  if booking.isJoined {
    return notice(
      .information,
      Phrase(
        zh: "本场已并入另一场，您在那一场原有报名，以那一份为准",
        en: "This lecture was merged into another, where you had registered before; that registration stands"))
  }
  if booking.stage == .withdrawn {
    return notice(.information, Phrase(zh: "此报名已取消", en: "This registration was withdrawn"))
  }
  if ticket.lecture.phase(at: now) == .cancelled {
    return notice(
      .warning, Phrase(zh: "讲座已取消", en: "The lecture was cancelled"),
      ticket.lecture.reason.map { "<p>\(marked($0))</p>" } ?? "")
  }
  if ticket.lecture.phase(at: now) == .over {
    return notice(.information, Phrase(zh: "讲座已结束，没有您的签到", en: "The lecture is over; you did not sign in"))
  }
  if let from = booking.movedFrom, from != ticket.lecture.id {
    return notice(
      .warning, Phrase(zh: "原场次已并入本场，报名已转来", en: "Your lecture was merged into this one; you are registered here"),
      "<p>\(ticket.place.map { Phrase(zh: "席位不足，候补第 \($0) 位", en: "No seat is left: number \($0) on the waiting list") } ?? Phrase(zh: "您有席位", en: "You have a seat"))</p>"
    )
  }
  if let place = ticket.place {
    return notice(
      .warning, Phrase(zh: "候补第 \(place) 位", en: "Number \(place) on the waiting list"),
      "<p>\(Phrase(zh: "有人取消时按顺序转正，并通知您。", en: "When somebody withdraws, the first who waits gets the seat and is told."))</p>"
    )
  }
  return notice(.success, Phrase(zh: "报名成功，已为您留席", en: "A seat is kept for you"))
}

private func tested(_ ticket: Ticket) -> HTML {
  guard let score = ticket.booking.score else { return "" }
  let left = ticket.lecture.plan.tries - ticket.booking.tries
  return """
    <p>\(Phrase(zh: "测试最好成绩 \(score) 分，合格线 \(ticket.lecture.plan.passMark) 分，还可测 \(left) 次。", en: "Your best result is \(score)%, \(ticket.lecture.plan.passMark)% is needed; \(left) tries left."))</p>
    """
}

private func nextStep(_ ticket: Ticket, now: Date) -> HTML {
  var buttons: [HTML] = []
  let booking = ticket.booking
  if booking.stage == .seated, booking.signedAt == nil, ticket.lecture.stage == .planned,
    ticket.lecture.signIn.contains(now)
  {
    buttons.append(linkButton(Phrase(zh: "现在签到", en: "Sign in now"), to: LecturePath.ticket(ticket, "sign-in"), .main))
  }
  if ticket.mayTakeTest(at: now) {
    buttons.append(linkButton(Phrase(zh: "参加测试", en: "Take the test"), to: LecturePath.ticket(ticket, "test"), .main))
  }
  if ticket.mayRate(at: now) {
    buttons.append(linkButton(Phrase(zh: "评价讲座", en: "Rate the lecture"), to: LecturePath.ticket(ticket, "rate")))
  }
  return buttons.isEmpty ? "" : "<p class=\"actions\">\(buttons)</p>"
}

private func certificate(_ ticket: Ticket) -> HTML {
  guard let number = ticket.certificateNumber, let code = ticket.certificateCode else { return "" }
  return """
    <h2>\(Phrase(zh: "证书", en: "Certificate"))</h2>
    \(definitions([
      (Phrase(zh: "证书编号", en: "Number"), copyable(number)),
      (Phrase(zh: "验证码", en: "Code"), copyable(groupedCode(code))),
      (Phrase(zh: "成绩", en: "Result"), "\(ticket.booking.score ?? 0)%"),
    ]))
    <p class="actions">\(linkButton(Phrase(zh: "下载证书（PDF）", en: "Download the certificate (PDF)"), to: LecturePath.ticket(ticket, "certificate"), .main))
    \(linkButton(Phrase(zh: "看看别人核验时看到什么", en: "See what others see who verify it"), to: LecturePath.certificate(number, code)))</p>
    """
}

private func ticketTrail(_ ticket: Ticket) -> [Crumb] {
  [lecturesCrumb, Crumb(Phrase(zh: "我的报名", en: "My registration"), LecturePath.ticket(ticket))]
}

func ticketSignInPage(_ ticket: Ticket, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "签到", en: "Sign in"), trail: ticketTrail(ticket),
    """
    <p class="lead">\(Phrase(zh: "现场（或线上会议画面）的屏幕上有二维码和 8 位签到码，五分钟一换。扫码直接签到，或在这里输入。", en: "The screen in the room or meeting shows a QR code and eight characters, new every five minutes. Scan it, or type it here."))</p>
    \(state.form(
      to: LecturePath.ticket(ticket, "sign-in"), submit: Phrase(zh: "签到", en: "Sign in"),
      state.field("code", Phrase(zh: "现场签到码", en: "Code on the screen"), need: .required, help: Phrase(zh: "如 ABCD-2345", en: "Such as ABCD-2345"))))
    """)
}

func testPage(_ ticket: Ticket, _ state: FormState, now: Date) -> Page {
  let title = Phrase(zh: "测试", en: "Test")
  guard ticket.mayTakeTest(at: now) else {
    let refusal: LearningRefusal =
      ticket.lecture.stage != .planned
      ? .notOpen
      : ticket.questions.isEmpty
        ? .noTest
        : ticket.booking.signedAt == nil
          ? .notAttended
          : now < ticket.lecture.plan.startsAt
            ? .testNotOpen : ticket.booking.certificate != nil ? .certifiedAlready : .noTriesLeft
    return Page(title, trail: ticketTrail(ticket), notice(.warning, refusal.phrase))
  }
  let plan = ticket.lecture.plan
  let fields = ticket.questions.enumerated().map { place, question -> HTML in
    """
    <p><strong>\(marked(question.text))</strong></p>\
    \(state.field(
      "answer-\(place + 1)", Phrase(zh: "第 \(place + 1) 题", en: "Question \(place + 1)"),
      .radio(question.answers.enumerated().map { Choice("\($0)", text: $1) }), need: .required))
    """
  }
  return Page(
    title, trail: ticketTrail(ticket),
    """
    <p class="lead">\(Phrase(zh: "共 \(ticket.questions.count) 题，\(plan.passMark)% 正确为合格；这是第 \(ticket.booking.tries + 1) 次，最多 \(plan.tries) 次。", en: "\(ticket.questions.count) questions; \(plan.passMark)% right to pass. This is try \(ticket.booking.tries + 1) of \(plan.tries)."))</p>
    \(state.form(to: LecturePath.ticket(ticket, "test"), submit: Phrase(zh: "交卷", en: "Hand in"), "\(fields)"))
    """)
}

func ratePage(_ ticket: Ticket, _ state: FormState) -> Page {
  let scale = [
    Phrase(zh: "1 很不满意", en: "1 very poor"), Phrase(zh: "2 不满意", en: "2 poor"), Phrase(zh: "3 一般", en: "3 fair"),
    Phrase(zh: "4 满意", en: "4 good"), Phrase(zh: "5 很满意", en: "5 very good"),
  ]
  return Page(
    Phrase(zh: "评价讲座", en: "Rate the lecture"), trail: ticketTrail(ticket),
    """
    <p>\(marked(ticket.lecture.plan.title))</p>
    \(state.form(
      to: LecturePath.ticket(ticket, "rate"), submit: Phrase(zh: "提交评价", en: "Rate"),
      """
      \(state.field("rating", Phrase(zh: "满意度", en: "How was it?"), .radio(scale.enumerated().map { Choice("\($0 + 1)", $1) }), need: .required))\
      \(state.field("comment", Phrase(zh: "意见和建议", en: "What could be better"), .area(rows: 3), help: Phrase(zh: "选填；工作人员可见，不显示姓名", en: "Optional; staff reads it without your name")))
      """))
    """)
}

/// Opens a registration by what its holder was told to keep.
func findTicketPage(_ state: FormState) -> Page {
  Page(
    Phrase(zh: "打开我的报名", en: "Open my registration"), trail: [lecturesCrumb],
    """
    <p class="lead">\(Phrase(zh: "输入报名回执上的报名编号和报名码，即可取消报名、签到、测试和领证书，无须登录。", en: "Type number and code of your ticket to withdraw, sign in, take the test or get the certificate. No account is needed."))</p>
    \(state.form(
      to: LecturePath.tickets, submit: Phrase(zh: "打开", en: "Open"),
      """
      \(state.field("number", Phrase(zh: "报名编号", en: "Number"), need: .required, help: Phrase(zh: "如 BM-2026-00012", en: "Such as BM-2026-00012")))\
      \(state.field("code", Phrase(zh: "报名码", en: "Code"), need: .required, help: Phrase(zh: "16 位，不分大小写，可不输连字符", en: "Sixteen characters; case and hyphens do not matter")))
      """))
    <p>\(Phrase(zh: "编号或报名码丢失的，请联系工作人员取消原报名，再重新报名。", en: "If you lost either, ask the staff to withdraw the registration, and register again."))</p>
    """)
}

func verifyPage(_ state: FormState) -> Page {
  Page(
    Phrase(zh: "核验证书", en: "Verify a certificate"), trail: [lecturesCrumb],
    """
    <p class="lead">\(Phrase(zh: "输入证书上的编号和验证码，即可知道证书是否由本区签发。无须登录；只显示打码的姓名。", en: "Type the number and the code on the certificate to learn whether the zone issued it. No account is needed; the name is shown masked."))</p>
    \(state.form(
      to: LecturePath.verify, submit: Phrase(zh: "核验", en: "Verify"),
      """
      \(state.field("number", Phrase(zh: "证书编号", en: "Number"), need: .required, help: Phrase(zh: "如 PX-2026-00003-012", en: "Such as PX-2026-00003-012")))\
      \(state.field("code", Phrase(zh: "验证码", en: "Code"), need: .required, help: Phrase(zh: "16 位，不分大小写，可不输连字符", en: "Sixteen characters; case and hyphens do not matter")))
      """))
    """)
}

func verifiedPage(_ found: VerifiedCertificate) -> Page {
  Page(
    Phrase(zh: "证书真实有效", en: "The certificate is genuine"),
    trail: [lecturesCrumb, Crumb(Phrase(zh: "核验证书", en: "Verify a certificate"), LecturePath.verify)],
    """
    \(notice(.success, Phrase(zh: "本区签发过这张证书", en: "The zone issued this certificate")))
    \(definitions([
      (Phrase(zh: "证书编号", en: "Number"), "<code>\(found.number)</code>"),
      (Phrase(zh: "姓名（打码）", en: "Name, masked"), marked(found.maskedName)),
      (Phrase(zh: "培训", en: "Lecture"), "<a href=\"\(LecturePath.show(found.lecture.id))\">\(marked(found.lecture.plan.title))</a>"),
      (Phrase(zh: "举办日期", en: "Held on"), "\(found.lecture.day)"),
      (Phrase(zh: "签发日期", en: "Issued on"), "\(found.issuedOn)"),
    ]))
    """)
}
