import Kernel
import Markup
import Rules

/// Every address of the rules.
enum RulePath {
  static let list = Link("/rules")

  static func list(_ filter: RuleFilter) -> Link { Link("/rules", query: filter.query) }

  static func show(_ id: RuleID, on day: Day? = nil) -> Link {
    Link("/rules/\(id)", query: day.map { [("on", $0.description)] } ?? [])
  }

  static func supersede(_ id: RuleID) -> Link { Link("/rules/\(id)/supersede") }

  static let deadlines = Link("/deadlines")

  static func deadline(of id: RuleID, after day: Day? = nil) -> Link {
    Link("/deadlines", query: [("rule", id.description)] + (day.map { [("after", $0.description)] } ?? []))
  }

  static func holidays(_ year: Int) -> Link { Link("/deadlines/holidays/\(year)") }

  static func calendarFile(_ year: Int) -> Link { Link("/deadlines/holidays/\(year)/calendar.csv") }

  static func takeCalendar(_ year: Int?) -> Link {
    Link("/deadlines/calendars/new", query: year.map { [("year", "\($0)")] } ?? [])
  }

  static func withdraw(_ entry: Supersession) -> Link { Link("/rules/\(entry.rule)/entries/\(entry.id)/withdraw") }
}
