import Access
import Documents
import Foundation
import Hummingbird
import Kernel
import Learning
import LearningStore
import Markup
import NIOCore
import Web

/// What the holder of a ticket does: sign in, take the test, rate, withdraw, print the certificate.
///
/// The address holds the code, so that it can be kept as a bookmark or a QR code; the log notes doors, not addresses,
/// and no other site is told where somebody came from.
struct TicketForms: Sendable {
  let desk: LearningDesk
  let fonts: LetterFonts

  private func ticket(_ context: PortalContext) async throws -> Ticket {
    try await desk.ticket(try context.id(), try context.segment("code"), by: context.account)
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    try ticketPage(try await ticket(context), origin: context.site.origin, context, now: desk.now)
  }

  @Sendable func showFind(_ state: FormState, _: Request, _: PortalContext) async throws -> Page {
    findTicketPage(state)
  }

  @Sendable func find(_ form: Form, _ context: PortalContext) async throws -> Response {
    do {
      let found = try await desk.ticket(numbered: form.text("number"), form.text("code"), by: context.account)
      return .seeOther(LecturePath.ticket(found), context)
    } catch let refusal as LearningRefusal {
      throw FormRefusal([FieldRefusal(refusal, in: "number")])
    }
  }

  @Sendable func withdraw(_: Form, _ context: PortalContext) async throws -> Response {
    let ticket = try await ticket(context)
    try await desk.withdraw(ticket.booking.id, ticket.code, by: context.account)
    return .seeOther(LecturePath.ticket(ticket), context, saying: .withdrawn)
  }

  @Sendable func showSignIn(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    ticketSignInPage(try await ticket(context), state)
  }

  @Sendable func signIn(_ form: Form, _ context: PortalContext) async throws -> Response {
    let ticket = try await ticket(context)
    try await desk.signIn(ticket.booking.id, ticket.code, room: form.text("code"), by: context.account)
    return .seeOther(LecturePath.ticket(ticket), context, saying: .signedIn)
  }

  @Sendable func showTest(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    testPage(try await ticket(context), state, now: desk.now)
  }

  @Sendable func takeTest(_ form: Form, _ context: PortalContext) async throws -> Response {
    let ticket = try await ticket(context)
    let answers = ticket.questions.indices.map { form.optional("answer-\($0 + 1)").flatMap { Int($0) } }
    if let place = answers.firstIndex(of: nil) {
      throw FormRefusal([FieldRefusal(LearningRefusal.answersMissing, in: "answer-\(place + 1)")])
    }
    try await desk.takeTest(answers, ticket.booking.id, ticket.code, by: context.account)
    return .seeOther(LecturePath.ticket(ticket), context, saying: .testTaken)
  }

  @Sendable func showRate(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    ratePage(try await ticket(context), state)
  }

  @Sendable func rate(_ form: Form, _ context: PortalContext) async throws -> Response {
    let ticket = try await ticket(context)
    try await desk.rate(
      Int(form.text("rating")) ?? 0, form.text("comment"), ticket.booking.id, ticket.code, by: context.account)
    return .seeOther(LecturePath.ticket(ticket), context, saying: .rated)
  }

  @Sendable func certificate(_: Request, _ context: PortalContext) async throws -> Response {
    let ticket = try await ticket(context)
    guard let letter = certificateLetter(ticket, context.site) else { throw NoSuchPage() }
    let bytes = try letter.pdf(fonts: fonts)
    return .download(
      ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)), name: "\(ticket.certificateNumber ?? "").pdf",
      mediaType: "application/pdf")
  }

  @Sendable func showVerify(_ state: FormState, _: Request, _: PortalContext) async throws -> Page {
    verifyPage(state)
  }

  @Sendable func verify(_ form: Form, _ context: PortalContext) async throws -> Response {
    do {
      return verifiedPage(try await desk.verify(form.text("number"), form.text("code"), by: context.account))
        .answer(context)
    } catch let refusal as LearningRefusal {
      throw FormRefusal([FieldRefusal(refusal, in: "number")])
    }
  }

  @Sendable func verified(_: Request, _ context: PortalContext) async throws -> Page {
    let (number, code) = (try context.segment("number"), try context.segment("code"))
    return verifiedPage(try await desk.verify(number, code, by: context.account))
  }
}

/// The certificate as it is issued: in Chinese, with what anybody needs to verify it.
func certificateLetter(_ ticket: Ticket, _ site: Site) -> OfficialLetter? {
  guard let number = ticket.certificateNumber, let code = ticket.certificateCode, let at = ticket.booking.certifiedAt
  else { return nil }
  let (plan, origin) = (ticket.lecture.plan, site.origin ?? "")
  let minutes = Int(plan.endsAt.timeIntervalSince(plan.startsAt)) / 60
  return OfficialLetter(
    in: .zh, number: "编号：\(number)", title: "培训合格证书", addressee: ticket.booking.learner.name,
    paragraphs: [
      OfficialLetter.Paragraph(
        "参加\(LongDay(ticket.lecture.day).phrase.zh)举办的\(plan.series.phrase.zh)“\(plan.title)”（\(ticket.lecture.number)，"
          + "\(minutes) 分钟，讲师：\(plan.lecturer)），经本人签到，测试成绩 \(ticket.booking.score ?? 0) 分，合格（合格线 "
          + "\(plan.passMark) 分）。"),
      OfficialLetter.Paragraph("特发此证。"),
      OfficialLetter.Paragraph(
        "核验：在本平台“核验证书”页（\(origin)\(LecturePath.verify.target)）输入编号 \(number) 和验证码 \(groupedCode(code))，无须登录。"),
    ], signature: site.zoneName.zh, date: Day(at), isSealed: false)
}
