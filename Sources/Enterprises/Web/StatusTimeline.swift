public import Access
import Enterprises
import Ledgers
public import LedgersStore
import Kernel
public import Markup
import Web

/// An enterprise's statuses in their order of time, for its page.
public func statusTimeline(of code: String, desk: LedgerDesk, by account: Account) async throws -> HTML {
  guard account.may(Ledger.statuses.readers) else { return "" }
  var filter = LedgerFilter()
  filter.choices["enterprise"] = code
  let records = try await desk.page(of: .statuses, filter, limit: 100, by: account).records
  guard !records.isEmpty else { return "" }
  let entries = records.map { record -> TimelineEntry in
    let (from, to) = (record.values.day("from_day"), record.values.day("to_day"))
    let status = record.values.text("status")
    let words = statusWords(status ?? "")
    let list: HTML = record.values.text("list").map { "<p>\(marked($0))</p>" } ?? ""
    let until = to.map { " – \($0.description)" } ?? ""
    return TimelineEntry(
      "\(from?.description ?? "")\(until)",
      "<a href=\"\(Link("\(Ledger.statuses.path)/\(record.id)"))\">\(words)</a>", list,
      tone: to == nil ? .success : .neutral)
  }
  return "<section><h2>\(Phrase(zh: "资质时间线", en: "Statuses over time"))</h2>\(timeline(entries))</section>\n"
}

private func statusWords(_ code: String) -> Phrase {
  guard case .choice(let choices) = Ledger.statuses.field("status")?.sort else { return Phrase(zh: code, en: code) }
  return choices.first { $0.code == code }?.words ?? Phrase(zh: code, en: code)
}
