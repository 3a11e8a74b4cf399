public import Foundation
public import Kernel
import Yams

/// The State Council's holiday notices that ship with the program, one file a year.
public enum HolidayLibrary {
  /// - Throws: ``RuleLibraryError``, naming the file.
  public static func shipped() throws -> WorkingCalendar {
    try calendar(in: RuleLibrary.folder.appending(path: "holidays"))
  }

  /// The calendar of the notices in `folder`.
  public static func calendar(in folder: URL) throws -> WorkingCalendar {
    WorkingCalendar(
      years: try RuleLibrary.files(in: folder).map { file in
        try year(in: RuleLibrary.text(of: file, in: folder), file: file)
      })
  }

  private static func year(in text: String, file: String) throws(RuleLibraryError) -> HolidayYear {
    let fields = try RuleLibraryFields(
      RuleLibrary.compose(text, file: file), keys: ["year", "notice", "status", "off", "working"], file: file)
    guard let year = Int(exactly: try fields.number("year")), file == "\(year).yaml" else {
      throw fields.error("its year is not that of its name")
    }
    let notice = try fields.fields("notice", keys: ["title", "url"])
    _ = try (notice.text("title"), notice.text("url"))
    guard try fields.text("status") == "sourced" else { throw fields.error("a holiday notice is sourced") }
    let found = HolidayYear(year: year, off: try days("off", fields), working: try days("working", fields))
    if let both = Set(found.off).intersection(found.working).min() {
      throw fields.error("\(both) is both off and worked")
    }
    return found
  }

  private static func days(_ key: String, _ fields: RuleLibraryFields) throws(RuleLibraryError) -> [Day] {
    try fields.list(key).map { (node) throws(RuleLibraryError) -> Day in
      try RuleLibraryFields(node, keys: ["day", "name"], file: fields.file).day("day")
    }
  }
}
