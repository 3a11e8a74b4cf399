import Kernel
import Learning
import LearningStore
import Markup
import Matters

/// Every address of lectures, topics and certificates.
enum LecturePath {
  static let list = Link("/lectures")
  static let own = Link("/lectures/mine")
  static let topics = Link("/lectures/topics")
  static let nominate = Link("/lectures/topics/new")
  static let new = Link("/lectures/sessions/new")
  static let feed = Link("/lectures/calendar.ics")
  static let verify = Link("/certificates")
  static let tickets = Link("/lectures/tickets")
  static let erasure = Link("/lectures/erasure")
  static let order = Link("/guide/\(LectureOrder.head.code)")

  static func list(month: String) -> Link { Link("/lectures", query: [("month", month)]) }
  static func topics(_ quarter: Quarter) -> Link { Link("/lectures/topics", query: [("quarter", "\(quarter)")]) }
  static func show(_ id: ID<Lecture>) -> Link { Link("/lectures/sessions/\(id)") }
  static func act(_ act: String, _ id: ID<Lecture>) -> Link { Link("/lectures/sessions/\(id)/\(act)") }
  static func tick(_ booking: ID<Booking>, at id: ID<Lecture>) -> Link {
    Link("/lectures/sessions/\(id)/tick/\(booking)")
  }
  static func withdraw(_ booking: ID<Booking>, at id: ID<Lecture>) -> Link {
    Link("/lectures/sessions/\(id)/bookings/\(booking)/withdraw")
  }
  static func registerOther(_ id: ID<Lecture>) -> Link {
    Link("/lectures/sessions/\(id)/register", query: [("whom", "other")])
  }
  static func room(_ code: String, _ id: ID<Lecture>) -> Link { Link("/lectures/sign-in/\(id)/\(code)") }
  static func ticket(_ ticket: Ticket) -> Link { self.ticket(ticket.booking.id, ticket.code) }
  static func ticket(_ id: ID<Booking>, _ code: String) -> Link { Link("/lectures/tickets/\(id)/\(code)") }
  static func ticket(_ ticket: Ticket, _ act: String) -> Link {
    Link("/lectures/tickets/\(ticket.booking.id)/\(ticket.code)/\(act)")
  }
  static func vote(_ id: ID<Topic>) -> Link { Link("/lectures/topics/\(id)/vote") }
  static func answer(_ id: ID<Topic>) -> Link { Link("/lectures/topics/\(id)/answer") }
  static func certificate(_ number: String, _ code: String) -> Link { Link("/certificates/\(number)/\(code)") }
  static func matter(_ id: ID<Matter>) -> Link { Link("/matters/\(id)") }
}
