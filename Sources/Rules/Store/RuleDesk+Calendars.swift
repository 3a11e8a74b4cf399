public import Access
public import Journal
import JournalStore
public import Kernel
public import Rules
public import Storage
import Tables

/// What keeps clocks hears of a calendar that came or changed.
///
/// It runs in the transaction that took the calendar in, after its journal entry: what it throws stops the import, and
/// what it writes becomes true with the calendar or not at all.
public typealias CalendarChanged = @Sendable (CalendarChange, HolidayBook, any Writing) throws -> Void

extension RuleDesk {
  /// The calendars that deadlines are counted by.
  public func holidays(by account: Account) async throws -> HolidayBook {
    try account.require(.readRules)
    let calendars = calendars
    return try await database.read { try calendars.book(in: $0) }
  }

  /// Everything that was taken in of one year, oldest first.
  public func calendarEditions(of year: Int, by account: Account) async throws -> [HolidayEdition] {
    try account.require(.readRules)
    return try await database.read { db in try HolidayRows.all(in: db).filter { $0.notice.year == year } }
  }

  /// Takes a year's calendar in, in the place of what was known of that year.
  ///
  /// - Parameter reason: needed where the year is known already.
  /// - Throws: ``HolidayRefusal``.
  @discardableResult
  public func takeCalendar(
    _ draft: HolidayDraft, because reason: String?, by account: Account
  ) async throws -> HolidayEdition {
    try account.require(.supersedeRules)
    let notice = try draft.notice()
    let (calendars, world, changed) = (calendars, world, calendarChanged)
    return try await database.write { db in
      let book = try calendars.book(in: db)
      if let known = book.notice(of: notice.year) {
        guard known != notice else { throw HolidayRefusal.knownAlready(notice.year) }
        guard reason?.contains(where: { !$0.isWhitespace }) == true else {
          throw HolidayRefusal.needsReason(notice.year)
        }
      }
      let given = try reason.flatMap { text in
        text.allSatisfy(\.isWhitespace) ? nil : try Reason(text, orElse: HolidayRefusal.needsReason(notice.year)).text
      }
      let edition = HolidayEdition(
        id: world.newID(), notice: notice, reason: given, enteredBy: account.id, enteredAt: world.now())
      let deed = Deed(
        .takeCalendar, by: account, on: edition.id.subject, because: given ?? notice.number,
        facts: ["year": String(notice.year), "off": String(notice.off.count), "working": String(notice.working.count)])
      try Recording.write(deed, world: world, in: db) { recording in
        try recording.insert(HolidayRows.values(edition), into: .holidayCalendars)
      }
      try changed(CalendarChange(year: notice.year, edition: edition.id, account: account), book.taking(notice), db)
      return edition
    }
  }
}

extension HolidayDraft.Line {
  /// The days that a CSV or text file names, as ``HolidayDraft/Line/read(_:)`` reads them.
  ///
  /// - Throws: ``HolidayRefusal/badLine(_:)``, ``TableRefusal``.
  public static func read(fileAt path: String) throws -> [HolidayDraft.Line] {
    let rows = try CSVReader(try ByteSource(path: path))
    var lines: [String] = []
    while try rows.advance() {
      guard lines.count < 1_000 else { throw HolidayRefusal.badLine(lines.count) }
      lines.append(rows.fault == nil ? try rows.texts().prefix(3).joined(separator: ",") : "?")
    }
    return try HolidayDraft.Line.read(lines.joined(separator: "\n"))
  }
}

extension ID<HolidayEdition> {
  /// The calendar as the journal names it.
  public var subject: Subject { Subject(table: "holiday_calendars", number: number) }
}
