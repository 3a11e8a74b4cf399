public import Kernel
public import Ledgers
public import Storage

/// A check that refuses nothing: records for which it holds are shown with a ``LedgerHint``.
///
/// It is a condition of the database over the ledger's own table, by the table's name, so that lists can be narrowed by
/// it and nothing needs to be kept.
public struct LedgerHintRule: Sendable {
  public let code: String
  /// What is to be checked, in a few words.
  public let words: Phrase
  let holds: SQL
  let values: [SQL]
  let said: @Sendable ([String]) -> Phrase

  /// - Parameters:
  ///   - holds: true for a record that should be checked.
  ///   - values: what the words need of the record and of what it is compared with; known wherever `holds` is true.
  ///   - said: the values, in their order, as a sentence.
  public init(
    _ code: String, _ words: Phrase, where holds: SQL, values: [SQL], said: @escaping @Sendable ([String]) -> Phrase
  ) {
    self.code = code
    self.words = words
    self.holds = holds
    self.values = values
    self.said = said
  }
}

extension KeptLedger {
  /// Records of the ledger that should be checked, by their ids.
  ///
  /// - Parameter condition: which records are looked at, in the table's own columns.
  public func hints(where condition: SQL, in db: any Reading) throws -> [ID<LedgerRecord>: [LedgerHint]] {
    var found: [ID<LedgerRecord>: [LedgerHint]] = [:]
    for rule in hints {
      let values = SQL.joined(["id"] + rule.values.map { "CAST(\($0) AS TEXT)" as SQL }, by: ", ")
      let rows = try db.rows(
        "SELECT \(values) FROM \(SQL(name: ledger.code)) WHERE withdrawn_on IS NULL AND (\(condition)) AND (\(rule.holds))"
      )
      for row in rows {
        var columns = row.columns
        let id: ID<LedgerRecord> = try columns.id()
        let values = try rule.values.map { _ in try columns.text() }
        found[id, default: []].append(LedgerHint(code: rule.code, words: rule.words, phrase: rule.said(values)))
      }
    }
    return found
  }

  /// `records` with what should be checked about them.
  func hinted(_ records: [LedgerRecord], in db: any Reading) throws -> [LedgerRecord] {
    guard !hints.isEmpty, !records.isEmpty else { return records }
    let found = try hints(where: "id IN \(SQL.list(records.map(\.id)))", in: db)
    return records.map { record in
      var record = record
      record.hints = found[record.id] ?? []
      return record
    }
  }

  /// The condition of a list that is narrowed to one hint, or to ``LedgerFilter/anyHint``.
  func condition(ofHint code: String) -> SQL {
    let chosen = hints.filter { code == LedgerFilter.anyHint || $0.code == code }
    guard !chosen.isEmpty else { return "1 = 0" }
    return "withdrawn_on IS NULL AND (\(SQL.joined(chosen.map { "(\($0.holds))" as SQL }, by: " OR ")))"
  }
}
