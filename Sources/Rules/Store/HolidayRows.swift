import Foundation
import JournalStore
import Kernel
import Rules
import Storage

/// The only SQL that knows `holiday_calendars`.
enum HolidayRows {
  private static let columns = RecordTable.holidayCalendars.columnList

  /// In the order in which they were taken in.
  static func all(in db: any Reading) throws -> [HolidayEdition] {
    try db.rows("SELECT \(columns) FROM holiday_calendars ORDER BY entry, id").map(HolidayEdition.init(row:))
  }

  /// Changes with every change of the table, also one that was rolled back and made otherwise.
  static func fingerprint(in db: any Reading) throws -> [SQLValue] {
    try db.row("SELECT entry, digest FROM holiday_calendars ORDER BY entry DESC LIMIT 1")?.values ?? []
  }

  static func values(_ edition: HolidayEdition) -> [SQLValue] {
    let notice = edition.notice
    return [
      edition.id.sqlValue, notice.year.sqlValue, .text(notice.title), notice.number.sqlValue, notice.issuedOn.sqlValue,
      .text(notice.address), .text(notice.lines.map(\.written).joined(separator: "\n")), edition.reason.sqlValue,
      edition.enteredBy.sqlValue, edition.enteredAt.sqlValue,
    ]
  }
}

extension HolidayEdition {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    let id: ID<HolidayEdition> = try columns.id()
    let draft = HolidayDraft(
      year: try columns.int(), title: try columns.text(), number: try columns.text(), issuedOn: try columns.day(),
      address: try columns.text(), days: try HolidayDraft.Line.read(try columns.text()))
    self.init(
      id: id, notice: try draft.notice(), reason: try columns.optional { try $0.text() },
      enteredBy: try columns.id(), enteredAt: try columns.date())
    try columns.end()
  }
}
