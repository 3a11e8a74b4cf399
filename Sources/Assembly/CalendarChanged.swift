import Kernel
import MattersStore
import Rules
import RulesStore
import Storage

/// Everybody who keeps clocks hears here of a year's calendar that came or changed, in the transaction that took it in.
///
/// Days that were provisional for want of the year are counted anew by whoever wrote them down.
func calendarChanged(
  in world: World
) -> @Sendable (CalendarChange, HolidayBook, any Writing) throws -> Void {
  { change, book, db in
    try MatterClocks.recountAll(in: book.calendar, world: world, by: change.account, db)
  }
}
