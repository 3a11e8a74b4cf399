import Access
import Evidence
import Kernel
import Ledgers
import LedgersStore
import Markup
import Web

extension LedgerRoom {
  /// A value as pages show it.
  func cell(
    _ value: LedgerValue?, _ field: LedgerField, _ names: [String: String], for account: Account
  ) -> HTML {
    guard let value else { return .notKnown }
    switch (field.sort, value) {
    case (.choice(let choices), .text(let code)): return words(code, choices)
    case (.choices(let choices), .codes(let codes)):
      return "<ul class=\"plain\">\(codes.map { "<li>\(words($0, choices))</li>" as HTML })</ul>"
    case (.flag, .flag(let flag)): return "\(flag ? Self.yes : Self.no)"
    // Years and the like are names, not counts.
    case (.whole(let range), .whole(let number)) where range.lowerBound >= 1_000: return "\(number)"
    case (.whole, .whole(let count)): return "\(Count(Int(count)))"
    case (.money(let unit), .whole):
      return "\(grouped(field.written(value, in: .zh))) <span class=\"unit\">\(unit.phrase)</span>"
    case (.hundredths, .whole): return "\(grouped(field.written(value, in: .zh)))"
    case (.creditCode, .text(let code)): return "<code>\(code)</code>"
    case (.organisation(let home), .text(let code)): return organisationCell(code, home, names, account)
    case (.person, _): return "\(Phrase(zh: "已登记（只存摘要）", en: "on record (only a digest is kept)"))"
    case (.lines, .text(let text)):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.dropFirst().reduce(marked(String(lines.first ?? ""))) { "\($0)<br>\(marked(String($1)))" }
    default: return marked(field.written(value, in: .zh))
    }
  }

  static let yes = Phrase(zh: "是", en: "Yes")
  static let no = Phrase(zh: "否", en: "No")

  private func words(_ code: String, _ choices: [LedgerChoice]) -> HTML {
    choices.first { $0.code == code }.map { "\($0.words)" } ?? "\(code)"
  }

  private func organisationCell(
    _ code: String, _ home: String, _ names: [String: String], _ account: Account
  ) -> HTML {
    let name = names[code].map { marked($0) } ?? "\(code)"
    return organisation(code, of: home, for: account).map { "<a href=\"\($0)\">\(name)</a>" } ?? name
  }

  /// Groups of three digits before the point.
  private func grouped(_ number: String) -> String {
    let parts = number.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first.flatMap({ Int($0) }) else { return number }
    let sign = whole == 0 && number.hasPrefix("-") ? "-" : ""
    return sign + Count(whole).description + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// What a record is called on pages.
  func name(of record: LedgerRecord, _ names: [String: String]) -> String {
    guard let field = ledger.field(ledger.title), let value = record.values[field.name] else {
      return record.id.description
    }
    if case .organisation = field.sort, let code = value.text { return names[code] ?? code }
    return field.written(value, in: .zh)
  }

  func title(of file: LedgerFile) -> Title {
    let name = name(of: file.record, file.names)
    return .text(name, lang: name.unicodeScalars.contains { $0.properties.isIdeographic } ? .zh : .en)
  }
}

/// How far a record has come, at a glance.
func stageBadge(_ record: LedgerRecord) -> HTML {
  if record.withdrawnOn != nil { return badge(Phrase(zh: "已撤回", en: "Withdrawn"), .neutral) }
  return switch record.stage {
  case .filed: badge(record.stage.phrase, .warning)
  case .approved: badge(record.stage.phrase, .success)
  case .returned: badge(record.stage.phrase, .error)
  }
}

func gradeMark(_ grade: EvidenceGrade) -> HTML {
  statusMark(
    Phrase(zh: grade.code, en: grade.code), grade.meets(.g2) ? .success : .neutral, explanation: grade.phrase)
}
