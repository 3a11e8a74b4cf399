import Foundation
import Kernel
import Rules
import Storage

/// The only SQL that knows `rule_supersessions`.
enum RuleRows {
  private static let columns: SQL = """
    rule_supersessions.id, rule, value, first_day, basis, document, document_number, article, decided_on, address,
    reason, entered_by, entered_at, withdrawn_at
    """
  private static let joined: SQL =
    "rule_supersessions LEFT JOIN rule_supersession_copies ON rule_supersession_copies.id = rule_supersessions.id"

  /// In the order of entry.
  static func all(units: (RuleID) -> RuleUnit?, in db: any Reading) throws -> [Supersession] {
    try db.rows("SELECT \(columns) FROM \(joined) ORDER BY entered_at, rule_supersessions.id")
      .compactMap { try Supersession(row: $0, units: units) }
  }

  static func find(_ id: ID<Supersession>, units: (RuleID) -> RuleUnit?, in db: any Reading) throws -> Supersession? {
    try db.row("SELECT \(columns) FROM \(joined) WHERE rule_supersessions.id = \(id)")
      .flatMap { try Supersession(row: $0, units: units) }
  }

  /// Changes with every change of the table, also one that was rolled back and made otherwise.
  static func fingerprint(in db: any Reading) throws -> [SQLValue] {
    try db.row("SELECT entry, digest FROM rule_supersessions ORDER BY entry DESC LIMIT 1")?.values ?? []
  }

  static func values(_ entry: Supersession) -> [SQLValue] {
    let head: [SQLValue] = [
      entry.id.sqlValue, .text(entry.rule.description), .text(entry.value.written), entry.from.sqlValue,
    ]
    let basis: [SQLValue] =
      switch entry.basis {
      case .document(let name, let number, let article, _):
        [.text("document"), .text(name), .text(number), article.sqlValue, .null]
      case .decision(let who, let number, let day):
        [.text("decision"), .text(who), .text(number), .null, day.sqlValue]
      }
    return head + basis + [
      .text(entry.reason), entry.enteredBy.sqlValue, entry.enteredAt.sqlValue, entry.withdrawnAt.sqlValue,
    ]
  }
}

extension Supersession {
  /// The row that says where the text was read; nil where nobody has read it.
  var copyValues: [SQLValue]? {
    guard case .document(_, _, _, let copy?) = basis else { return nil }
    return [id.sqlValue, .text(copy)]
  }

  /// Nil if this release of the program has no such rule any more.
  fileprivate init?(row: Row, units: (RuleID) -> RuleUnit?) throws {
    var columns = row.columns
    let id: ID<Supersession> = try columns.id()
    guard let rule = RuleID(try columns.text()), let unit = units(rule) else { return nil }
    let text = try columns.text()
    guard let value = RuleValue(text, unit: unit) else {
      throw UnreadableRuleValue(rule: rule, text: text)
    }
    let from = try columns.day()
    let basis = try Basis(&columns)
    self.init(
      id: id, rule: rule, value: value, from: from, basis: basis, reason: try columns.text(),
      enteredBy: try columns.id(), enteredAt: try columns.date(), withdrawnAt: try columns.optional { try $0.date() })
    try columns.end()
  }
}

extension Supersession.Basis {
  fileprivate init(_ columns: inout Columns) throws {
    let kind = try columns.text()
    let (name, number) = (try columns.text(), try columns.text())
    let article = try columns.optional { try $0.text() }
    let day = try columns.optional { try $0.day() }
    let copy = try columns.optional { try $0.text() }
    if kind == "decision", let day {
      self = .decision(by: name, number: number, on: day)
    } else {
      self = .document(name: name, number: number, article: article, copy: copy)
    }
  }
}

/// The unit of a released rule was changed: always a defect, never a refusal.
struct UnreadableRuleValue: Error {
  let rule: RuleID
  let text: String
}
