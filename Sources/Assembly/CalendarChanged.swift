import Kernel
import Rules
import RulesStore
import Storage

/// Everybody who keeps clocks hears here of a year's calendar that came or changed, in the transaction that took it in.
///
/// Days that were provisional for want of the year are counted anew by whoever wrote them down.
@Sendable func calendarChanged(_: CalendarChange, _: HolidayBook, _: any Writing) throws {}
