public import Documents
import JournalStore
import Kernel
import Learning
public import LearningStore
public import Web

/// Adds the doors of lectures: calendar, registration, tickets, sign-in, tests, certificates and topics.
///
/// - Parameter fonts: that certificates are printed in.
public func addLearningDoors(to routes: inout Routes, desk: LearningDesk, fonts: LetterFonts) {
  let lectures = LecturePages(desk: desk)
  routes.page("/lectures", needs: .readLectures, lectures.list)
  routes.file("/lectures/calendar.ics", needs: .readLectures, lectures.feed)
  routes.page("/lectures/mine", needs: .followLectures, lectures.own)
  routes.page("/lectures/sessions/:id", needs: .readLectures, lectures.show)
  addStaffDoors(to: &routes, StaffForms(desk: desk))
  addTicketDoors(to: &routes, BookingForms(desk: desk), TicketForms(desk: desk, fonts: fonts))
  addTopicDoors(to: &routes, TopicForms(desk: desk))
  for endpoint in LearningAPI(desk: desk).endpoints { routes.endpoint(endpoint) }
  routes.say(Success.ofLectures)
}

private func addStaffDoors(to routes: inout Routes, _ forms: StaffForms) {
  routes.form("/lectures/sessions/new", needs: .handleLectures, show: forms.showPlan, submit: forms.plan)
  routes.page("/lectures/sessions/:id/roll", needs: .handleLectures, forms.roll)
  routes.page("/lectures/sessions/:id/screen", needs: .handleLectures, forms.screen)
  routes.form("/lectures/sessions/:id/door", needs: .handleLectures, show: forms.showDoor, submit: forms.door)
  routes.action("/lectures/sessions/:id/tick/:booking", needs: .handleLectures, submit: forms.tick)
  routes.form(
    "/lectures/sessions/:id/bookings/:booking/withdraw", needs: .handleLectures, show: forms.showWithdraw,
    submit: forms.withdraw)
  routes.form("/lectures/erasure", needs: .erasePersonal, show: forms.showErasure, submit: forms.erase)
  routes.form(
    "/lectures/sessions/:id/postpone", needs: .handleLectures, show: forms.showPostpone, submit: forms.postpone)
  routes.form("/lectures/sessions/:id/merge", needs: .handleLectures, show: forms.showMerge, submit: forms.merge)
  routes.form("/lectures/sessions/:id/cancel", needs: .handleLectures, show: forms.showCancel, submit: forms.cancel)
  routes.form("/lectures/sessions/:id/seats", needs: .handleLectures, show: forms.showSeats, submit: forms.seats)
  routes.form("/lectures/sessions/:id/test", needs: .handleLectures, show: forms.showTest, submit: forms.test)
}

private func addTicketDoors(to routes: inout Routes, _ booking: BookingForms, _ ticket: TicketForms) {
  routes.form(
    "/lectures/sessions/:id/register", needs: .registerForLectures, show: booking.show, submit: booking.register)
  routes.form(
    "/lectures/sign-in/:id/:room", needs: .registerForLectures, show: booking.showSignIn, submit: booking.signIn)
  routes.form(
    "/lectures/tickets", needs: .readLectures, repeated: .harmless, show: ticket.showFind, submit: ticket.find)
  let path = "/lectures/tickets/:id/:code"
  routes.page(path, needs: .readLectures, ticket.show)
  routes.action("\(path)/withdraw", needs: .registerForLectures, submit: ticket.withdraw)
  routes.form("\(path)/sign-in", needs: .registerForLectures, show: ticket.showSignIn, submit: ticket.signIn)
  routes.form("\(path)/test", needs: .registerForLectures, show: ticket.showTest, submit: ticket.takeTest)
  routes.form("\(path)/rate", needs: .registerForLectures, show: ticket.showRate, submit: ticket.rate)
  routes.file("\(path)/certificate", needs: .readLectures, ticket.certificate)
  routes.form(
    "/certificates", needs: .readLectures, repeated: .harmless, show: ticket.showVerify, submit: ticket.verify)
  routes.page("/certificates/:number/:code", needs: .readLectures, ticket.verified)
}

private func addTopicDoors(to routes: inout Routes, _ forms: TopicForms) {
  routes.page("/lectures/topics", needs: .readLectures, forms.list)
  routes.form("/lectures/topics/new", needs: .nominateTopics, show: forms.showNominate, submit: forms.nominate)
  routes.action("/lectures/topics/:id/vote", needs: .nominateTopics, submit: forms.vote)
  routes.form("/lectures/topics/:id/answer", needs: .handleLectures, show: forms.showAnswer, submit: forms.answer)
}
