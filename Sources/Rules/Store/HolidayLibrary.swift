public import Foundation
public import Kernel
public import Rules
import Yams

/// The State Council's holiday notices that ship with the program, one file a year.
public enum HolidayLibrary {
  /// - Throws: ``RuleLibraryError``, naming the file.
  public static func shipped() throws -> WorkingCalendar { try book().calendar }

  /// The shipped notices with the names of their days.
  ///
  /// - Throws: ``RuleLibraryError``, naming the file.
  public static func book() throws -> HolidayBook { try book(in: RuleLibrary.folder.appending(path: "holidays")) }

  /// The notices in `folder`.
  public static func book(in folder: URL) throws -> HolidayBook {
    HolidayBook(
      try RuleLibrary.files(in: folder).map { file in
        try notice(in: RuleLibrary.text(of: file, in: folder), file: file)
      })
  }

  private static func notice(in text: String, file: String) throws(RuleLibraryError) -> HolidayNotice {
    let fields = try RuleLibraryFields(
      RuleLibrary.compose(text, file: file), keys: ["year", "notice", "status", "off", "working"], file: file)
    guard let year = Int(exactly: try fields.number("year")), file == "\(year).yaml" else {
      throw fields.error("its year is not that of its name")
    }
    let notice = try fields.fields("notice", keys: ["title", "url"])
    guard try fields.text("status") == "sourced" else { throw fields.error("a holiday notice is sourced") }
    let found = HolidayNotice(
      year: year, title: try notice.text("title"), address: try notice.text("url"), off: try days("off", fields),
      working: try days("working", fields))
    if let both = Set(found.off.map(\.day)).intersection(found.working.map(\.day)).min() {
      throw fields.error("\(both) is both off and worked")
    }
    return found
  }

  private static func days(
    _ key: String, _ fields: RuleLibraryFields
  ) throws(RuleLibraryError) -> [HolidayNotice.NamedDay] {
    try fields.list(key).map { (node) throws(RuleLibraryError) -> HolidayNotice.NamedDay in
      let entry = try RuleLibraryFields(node, keys: ["day", "name"], file: fields.file)
      let name = try entry.text("name")
      guard let holidays = Holiday.named(name) else { throw entry.error("“\(name)” is not the name of a holiday") }
      return HolidayNotice.NamedDay(try entry.day("day"), holidays)
    }
  }
}
