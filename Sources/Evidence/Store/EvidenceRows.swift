import Access
public import Evidence
import Foundation
public import Kernel
public import Storage

/// The only SQL that knows `evidence` and `evidence_files`.
///
/// Other parts of the zone ask it, inside their own transactions, what a record rests on.
public enum EvidenceRows {
  private static let columns: SQL =
    """
    id, file, file_name, title, grade, issuer, number, issued_on, note, added_by, added_at, withdrawn_at,
    withdrawn_because, entry
    """

  public static func find(_ id: ID<EvidenceItem>, in db: any Reading) throws -> EvidenceItem? {
    try db.row("SELECT \(columns) FROM evidence WHERE id = \(id)").map(EvidenceItem.init(row:))
  }

  /// Those of `ids` that are on file, withdrawn ones among them.
  public static func find(_ ids: [ID<EvidenceItem>], in db: any Reading) throws -> [EvidenceItem] {
    guard !ids.isEmpty else { return [] }
    return try db.rows("SELECT \(columns) FROM evidence WHERE id IN \(SQL.list(ids)) ORDER BY id")
      .map(EvidenceItem.init(row:))
  }

  /// What a record that rests on `id` counts as; nil where there is no such evidence or it is withdrawn.
  public static func grade(of id: ID<EvidenceItem>, in db: any Reading) throws -> EvidenceGrade? {
    guard let item = try find(id, in: db), item.stands else { return nil }
    return item.facts.grade
  }

  /// Evidence that a record may be made to rest on.
  ///
  /// - Throws: ``EvidenceRefusal/unknown(_:)``, ``EvidenceRefusal/withdrawn(_:)``.
  public static func standing(_ id: ID<EvidenceItem>, in db: any Reading) throws -> EvidenceItem {
    guard let item = try find(id, in: db) else { throw EvidenceRefusal.unknown(id) }
    guard item.stands else { throw EvidenceRefusal.withdrawn(id) }
    return item
  }

  /// Evidence that a record may be made to rest on, by its id or else by its document number.
  ///
  /// - Throws: ``EvidenceRefusal``: there is none, it is withdrawn, or several have the number.
  public static func standing(named text: String, in db: any Reading) throws -> EvidenceItem {
    if let id = ID<EvidenceItem>(text), let item = try find(id, in: db) {
      guard item.stands else { throw EvidenceRefusal.withdrawn(id) }
      return item
    }
    let found = try db.rows(
      "SELECT \(columns) FROM evidence WHERE number = \(text) AND withdrawn_at IS NULL ORDER BY id LIMIT 2"
    ).map(EvidenceItem.init(row:))
    guard let item = found.first else { throw EvidenceRefusal.unknown(ID(-1)) }
    guard found.count == 1 else { throw EvidenceRefusal.several(text) }
    return item
  }

  /// A piece of evidence that `account` may know of.
  ///
  /// - Throws: ``EvidenceRefusal/unknown(_:)``; ``EvidenceRefusal/held(_:)`` for what came with somebody's matter, whoever
  ///   sees evidence.
  static func known(_ id: ID<EvidenceItem>, to account: Account, in db: any Reading) throws -> EvidenceItem {
    guard let item = try find(id, in: db) else { throw EvidenceRefusal.unknown(id) }
    guard !item.isHeld || account.standing == .system else { throw EvidenceRefusal.held(id) }
    return item
  }

  /// Newest first, after `last`.
  static func page(
    _ filter: EvidenceFilter, after last: ID<EvidenceItem>?, limit: Int, in db: any Reading
  ) throws -> [EvidenceItem] {
    // What came with somebody's matter is not for whoever sees evidence.
    var conditions: [SQL] = ["added_by <> \(EvidenceItem.keeper)"]
    if let last { conditions.append("id < \(last)") }
    if let grade = filter.grade { conditions.append("grade = \(grade.rawValue)") }
    switch filter.standing {
    case .standing: conditions.append("withdrawn_at IS NULL")
    case .withdrawn: conditions.append("withdrawn_at IS NOT NULL")
    case .all: break
    }
    for word in filter.words {
      let pattern = "%" + escaped(word) + "%"
      conditions.append(
        """
        lower(title || ' ' || coalesce(issuer, '') || ' ' || coalesce(number, '')) LIKE \(pattern) ESCAPE '\\'
        """)
    }
    let condition = SQL.joined(conditions, by: " AND ")
    return try db.rows("SELECT \(columns) FROM evidence WHERE \(condition) ORDER BY id DESC LIMIT \(limit)")
      .map(EvidenceItem.init(row:))
  }

  /// Other evidence that consists of the same file.
  static func sharing(_ item: EvidenceItem, in db: any Reading) throws -> [EvidenceItem] {
    try db.rows(
      """
      SELECT \(columns) FROM evidence
      WHERE file = \(item.file) AND id <> \(item.id) AND added_by <> \(EvidenceItem.keeper) ORDER BY id LIMIT 100
      """
    ).map(EvidenceItem.init(row:))
  }

  public static func file(_ id: ID<EvidenceFile>, in db: any Reading) throws -> EvidenceFile? {
    try db.row("SELECT id, sha256, size, sort FROM evidence_files WHERE id = \(id)").map(EvidenceFile.init(row:))
  }

  static func file(withHash sha256: String, in db: any Reading) throws -> EvidenceFile? {
    try db.row("SELECT id, sha256, size, sort FROM evidence_files WHERE sha256 = \(sha256)")
      .map(EvidenceFile.init(row:))
  }

  static func files(in db: any Reading) throws -> [EvidenceFile] {
    try db.rows("SELECT id, sha256, size, sort FROM evidence_files ORDER BY id").map(EvidenceFile.init(row:))
  }

  static func values(_ file: EvidenceFile) -> [SQLValue] {
    [file.id.sqlValue, .text(file.sha256), .integer(file.size), .text(file.sort.rawValue)]
  }

  static func values(_ item: EvidenceItem) -> [SQLValue] {
    let facts = item.facts
    return [
      item.id.sqlValue, item.file.sqlValue, .text(item.fileName), .text(facts.title), facts.grade.rawValue.sqlValue,
      facts.issuer.sqlValue, facts.number.sqlValue, facts.issuedOn.sqlValue, facts.note.sqlValue,
      .integer(item.addedBy), item.addedAt.sqlValue, (item.withdrawal?.at).sqlValue,
      (item.withdrawal?.reason).sqlValue,
    ]
  }

  private static func escaped(_ word: String) -> String {
    word.lowercased().replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
  }
}

extension EvidenceFile {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    try self.init(id: columns.id(), sha256: columns.text(), size: columns.integer(), sort: columns.value())
    try columns.end()
  }
}

extension EvidenceItem {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    let (id, file): (ID<EvidenceItem>, ID<EvidenceFile>) = try (columns.id(), columns.id())
    let fileName = try columns.text()
    let title = try columns.text()
    let number = try columns.int()
    guard let grade = EvidenceGrade(rawValue: number) else {
      throw RowFault(column: 4, wanted: "a grade", found: .integer(Int64(number)))
    }
    let facts = try EvidenceFacts(
      title, grade, columns.optional { try $0.text() }, columns.optional { try $0.text() },
      columns.optional { try $0.day() }, columns.optional { try $0.text() })
    let (addedBy, addedAt) = try (columns.integer(), columns.date())
    let (at, reason) = try (columns.optional { try $0.date() }, columns.optional { try $0.text() })
    let withdrawal = at.map { EvidenceWithdrawal(at: $0, reason: reason ?? "") }
    try self.init(
      id: id, file: file, fileName: fileName, facts: facts, addedBy: addedBy, addedAt: addedAt,
      withdrawal: withdrawal, revision: columns.integer())
    try columns.end()
  }
}
