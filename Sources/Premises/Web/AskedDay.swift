import Kernel
import Markup
import Web

/// The day that a page is asked about; it stands in the address unless it is today.
struct AskedDay {
  let day: Day
  /// Nil for today, so that addresses stay short and tomorrow's page is tomorrow's.
  let asked: Day?
  let fault: Phrase?

  init(_ query: Query, today: Day) {
    asked = query.optional("on").flatMap { Day($0) }
    day = asked ?? today
    fault = query.optional("on") != nil && asked == nil ? FieldFault.noDay.phrase : nil
  }

  /// The field in which another day is asked for, with `hidden` fields that stay.
  func bar(to link: Link, clear: Link, _ hidden: HTML = "") -> HTML {
    filterBar(
      to: link, clear: asked == nil ? nil : clear,
      hidden
        + field(
          "on", Phrase(zh: "日期", en: "Day"), .day, values: [day.description],
          help: Phrase(zh: "可查任何一天，最后一天仍算在驻", en: "Any day; a tenant is still in on its last"), error: fault))
  }
}
