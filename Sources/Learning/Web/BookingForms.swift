import Access
import Foundation
import Hummingbird
import Kernel
import Learning
import LearningStore
import Markup
import Web

/// Registering, and signing in by the code on the room's screen.
struct BookingForms: Sendable {
  let desk: LearningDesk

  @Sendable func show(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let id: ID<Lecture> = try context.id()
    let line = try await desk.find(id, by: context.account)
    let own = try await desk.ownBooking(at: id, by: context.account)
    let whom = context.query.optional("whom") == "other" || own != nil ? "other" : nil
    return registerPage(line, state, whom: whom, now: desk.now, for: context.account)
  }

  @Sendable func register(_ form: Form, _ context: PortalContext) async throws -> Response {
    let draft = LearnerDraft(
      name: form.text("name"), identity: form.text("identity"), email: form.text("email"),
      organisation: form.text("organisation"), employer: form.text("employer"), district: form.text("district"),
      isForOther: form.text("whom") == "other")
    let (booking, code) = try await desk.register(draft, for: try context.id(), by: context.account)
    return .seeOther(LecturePath.ticket(booking.id, code), context, saying: .registered)
  }

  @Sendable func showSignIn(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let id: ID<Lecture> = try context.id()
    let line = try await desk.find(id, by: context.account)
    let own = try await desk.ownBooking(at: id, by: context.account)
    return roomPage(line, own, state, room: try context.segment("room"))
  }

  @Sendable func signIn(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (id, room): (ID<Lecture>, String) = (try context.id(), try context.segment("room"))
    let code = plainCode(form.text("ticket"))
    do {
      let booking = try await desk.booking(withTicket: code, at: id, by: context.account)
      try await desk.signIn(booking, code, room: room, by: context.account)
      return .seeOther(LecturePath.ticket(booking, code), context, saying: .signedIn)
    } catch LearningRefusal.wrongTicket {
      throw FormRefusal([FieldRefusal(LearningRefusal.wrongTicket, in: "ticket")])
    }
  }
}

/// - Parameter whom: what to propose an account: `other` for somebody else.
private func registerPage(
  _ line: LectureLine, _ state: FormState, whom: String?, now: Date, for account: Account
) -> Page {
  let (lecture, plan) = (line.lecture, line.lecture.plan)
  let title = Phrase(zh: "报名", en: "Register")
  let trail = [lecturesCrumb, Crumb(.text(plan.title, lang: .zh), LecturePath.show(lecture.id))]
  let phase = lecture.phase(at: now)
  let facts = definitions([
    (Phrase(zh: "题目", en: "Title"), marked(plan.title)), (Phrase(zh: "时间", en: "When"), hours(plan)),
    (Phrase(zh: "地点", en: "Where"), marked(plan.place)),
  ])
  guard phase == .coming || phase == .running else {
    let refusal: LearningRefusal = phase == .over ? .lectureOver : .notOpen
    return Page(title, trail: trail, "\(state.summary)\(facts)\(notice(.warning, refusal.phrase))")
  }
  // Whoever works at the door registers others.
  let proposed = whom ?? (account.may(.handleLectures) ? "other" : "self")
  let isFull = line.seatsLeft == 0 || line.load.waiting > 0
  return Page(
    title, trail: trail,
    """
    \(facts)
    \(if: isFull, notice(.warning, Phrase(zh: "已满员：现在报名进入候补第 \(line.load.waiting + 1) 位", en: "Full: you would be number \(line.load.waiting + 1) on the waiting list"), "<p>\(Phrase(zh: "有人取消时按顺序转正，并通知您。", en: "When somebody withdraws, the first who waits gets the seat and is told."))</p>"))\
    \(state.form(
      to: LecturePath.act("register", lecture.id), submit: isFull ? Phrase(zh: "报名候补", en: "Join the waiting list") : Phrase(zh: "提交报名", en: "Register"),
      """
      \(if: account.standing == .person, state.field("whom", Phrase(zh: "为谁报名", en: "For whom"), .radio([
        Choice("self", Phrase(zh: "为本人", en: "For myself")), Choice("other", Phrase(zh: "为他人", en: "For somebody else")),
      ]), else: proposed, need: .required, help: Phrase(zh: "为他人报名的，凭报名编号和报名码打开，通知发到下面的邮箱", en: "For somebody else the registration opens by its number and code, and notices go to the e-mail below")))\
      \(state.field("name", Phrase(zh: "姓名", en: "Name"), else: account.standing == .person && proposed == "self" ? account.displayName : "", need: .required,
        help: Phrase(zh: "证书按此姓名打印", en: "As it is to stand on the certificate"), hint: "name"))\
      \(state.field("identity", Phrase(zh: "证件号码", en: "Identity number"), need: .required,
        help: Phrase(zh: "身份证 18 位，或护照号。只用于同一人不重复计数，平台不保存号码本身", en: "Identity card or passport. It tells persons apart when people are counted; the number itself is not kept")))\
      \(state.field("employer", Phrase(zh: "单位或学校", en: "Employer or school"), hint: "organization"))\
      \(state.field("organisation", Phrase(zh: "单位统一社会信用代码", en: "Credit code of the employer"),
        help: Phrase(zh: "选填；填了才计入“百企”的企业数", en: "Optional; only with it the firm counts among the hundred")))\
      \(state.field("district", Phrase(zh: "所在区（县）", en: "District"), help: Phrase(zh: "选填", en: "Optional")))\
      \(state.field("email", Phrase(zh: "电子邮箱", en: "E-mail"), .email, help: account.standing == .person
        ? Phrase(zh: "选填；为他人报名时，改期、合班或候补转正通知此邮箱（讲座结束 14 天后清除）", en: "Optional, for somebody else: told when the lecture is moved or a seat comes free; forgotten 14 days after it")
        : Phrase(zh: "选填；改期、合班或候补转正时通知您（讲座结束 14 天后清除）", en: "Optional; you are told when the lecture is moved or a seat comes free; forgotten 14 days after it"), hint: "email"))
      """))
    """)
}

/// What opens from the code on the room's screen.
private func roomPage(_ line: LectureLine, _ own: Ticket?, _ state: FormState, room: String) -> Page {
  let lecture = line.lecture
  return Page(
    Phrase(zh: "签到", en: "Sign in"),
    trail: [lecturesCrumb, Crumb(.text(lecture.plan.title, lang: .zh), LecturePath.show(lecture.id))],
    """
    \(definitions([
      (Phrase(zh: "题目", en: "Title"), marked(lecture.plan.title)), (Phrase(zh: "时间", en: "When"), hours(lecture.plan)),
    ]))
    \(state.form(
      to: LecturePath.room(room, lecture.id), submit: Phrase(zh: "签到", en: "Sign in"),
      state.field("ticket", Phrase(zh: "报名码", en: "Code of your ticket"), else: own.map { groupedCode($0.code) } ?? "", need: .required,
        help: Phrase(zh: "报名回执上的 16 位；登录后报名的已自动填好", en: "The 16 characters of your ticket; filled in if you registered while signed in"))))
    <p>\(Phrase(zh: "还没有报名？", en: "Not registered yet?")) <a href="\(LecturePath.act("register", lecture.id))">\(Phrase(zh: "先报名", en: "Register first"))</a></p>
    """)
}
