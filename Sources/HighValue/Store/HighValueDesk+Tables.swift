public import Access
public import HighValue
import Journal
import JournalStore
public import Kernel
import Storage

extension HighValueDesk {
  /// Every version of the table, the latest first, and the one that holds today.
  public func tables(by account: Account) async throws -> SEITableList {
    try account.require(.readHighValue)
    let today = today
    return try await database.read { db in
      let tables = try SEITableRows.all(in: db)
      return SEITableList(tables: tables, inForce: SEITable.inForce(tables, on: today)?.id)
    }
  }

  /// A version with some of its rows.
  ///
  /// - Parameter place: only rows behind it.
  public func table(
    _ id: ID<SEITable>, after place: Int = 0, limit: Int = 100, by account: Account
  ) async throws -> SEITablePage {
    try account.require(.readHighValue)
    return try await database.read { db in
      guard let table = try SEITableRows.find(id, in: db) else { throw HighValueRefusal.unknown(.table) }
      return SEITablePage(table: table, rows: try SEITableRows.rows(of: id, after: place, limit: limit, in: db))
    }
  }

  /// What a file would bring; nothing is written.
  public func trial(_ file: SEITableFile, hash: String, by account: Account) async throws -> SEITableTrial {
    try account.require(.keepHighValue)
    return try await database.read { db in
      let same = try SEITableRows.all(in: db).first { $0.fileHash == hash && $0.withdrawnOn == nil }
      return SEITableTrial(file: file, same: same)
    }
  }

  /// Takes a file as a version that holds from a day on: whole, or not at all.
  ///
  /// - Throws: ``HighValue/HighValueRefusal/badRows(_:)``, ``HighValue/HighValueRefusal/sameTable(_:)``,
  ///   ``HighValue/HighValueRefusal/tableFromThatDay(_:)``.
  @discardableResult
  public func take(
    _ file: SEITableFile, _ draft: SEITableDraft, by account: Account
  ) async throws -> SEITable {
    try account.require(.keepHighValue)
    let draft = try draft.checked()
    guard file.faults.isEmpty else { throw HighValueRefusal.badRows(file.faults.count) }
    guard !file.lines.isEmpty else { throw HighValueRefusal.noRows }
    let table = SEITable(
      id: world.newID(), name: draft.name, source: draft.source, from: draft.from, fileName: draft.fileName,
      fileHash: draft.fileHash, rows: file.lines.count, importedAt: world.now(), importedBy: account.displayName)
    let world = world
    let deed = Deed(
      .importTable, by: account, on: table.id.subject, facts: ["file": draft.fileHash, "rows": "\(table.rows)"])
    try await database.write { db in
      try Recording.writeBatch(deed, world: world, in: db) { recording in
        let others = try SEITableRows.all(in: db).filter { $0.withdrawnOn == nil }
        if let same = others.first(where: { $0.fileHash == table.fileHash }) {
          throw HighValueRefusal.sameTable(same.name)
        }
        if others.contains(where: { $0.from == table.from }) { throw HighValueRefusal.tableFromThatDay(table.from) }
        try recording.insert(SEITableRows.values(table), into: .seiTables)
        let rows = file.lines.enumerated().map { place, line in
          SEITableRows.values(
            SEIRow(
              table: table.id, place: place + 1, seiCode: line.seiCode, seiName: line.seiName, pattern: line.pattern,
              condition: line.condition))
        }
        try recording.insert(rows, into: .seiRows)
      }
    }
    return table
  }

  /// Takes a version back that was a mistake: it holds on no day, and stays readable.
  public func withdraw(
    _ id: ID<SEITable>, because reason: String, seen: Int64, by account: Account
  ) async throws {
    try account.require(.keepHighValue)
    let reason = try Reason(reason, orElse: HighValueRefusal.missing(.reason))
    let (world, today) = (world, today)
    try await database.write { db in
      let deed = Deed(.withdrawTable, by: account, on: id.subject, because: reason.text)
      try Recording.write(deed, world: world, in: db) { recording in
        guard var table = try SEITableRows.find(id, in: db) else { throw HighValueRefusal.unknown(.table) }
        guard table.withdrawnOn == nil else { throw HighValueRefusal.withdrawnAlready }
        (table.withdrawnOn, table.withdrawnFor) = (today, reason.text)
        try recording.update(SEITableRows.values(table), in: .seiTables, seen: seen)
      }
    }
  }
}

/// What somebody says of a file that becomes a version.
public struct SEITableDraft: Sendable {
  public var name: String
  public var source: String
  public var from: Day
  public var fileName: String
  /// SHA-256 of the file.
  public var fileHash: String

  public init(name: String, source: String, from: Day, fileName: String, fileHash: String) {
    self.name = name
    self.source = source
    self.from = from
    self.fileName = fileName
    self.fileHash = fileHash
  }

  fileprivate func checked() throws(HighValueRefusal) -> SEITableDraft {
    guard name.contains(where: { !$0.isWhitespace }) else { throw .missing(.name) }
    guard source.contains(where: { !$0.isWhitespace }) else { throw .missing(.source) }
    guard name.count <= SEITable.nameLimit else { throw .tooLong(.name, limit: SEITable.nameLimit) }
    guard source.count <= SEITable.sourceLimit else { throw .tooLong(.source, limit: SEITable.sourceLimit) }
    return self
  }
}

public struct SEITableList: Sendable {
  public let tables: [SEITable]
  public let inForce: ID<SEITable>?
}

public struct SEITablePage: Sendable {
  public let table: SEITable
  public let rows: [SEIRow]
}

public struct SEITableTrial: Sendable {
  public let file: SEITableFile
  /// The version that the same file is already.
  public let same: SEITable?
}

extension ID<SEITable> {
  var subject: Subject { Subject(table: "sei_tables", number: number) }
}

extension Action {
  static let importTable = Action(
    "high-value.import-table", Phrase(zh: "导入战略性新兴产业与 IPC 参照关系表", en: "Imported the table of industries"))
  static let withdrawTable = Action(
    "high-value.withdraw-table", Phrase(zh: "撤回参照关系表", en: "Withdrew a table of industries"))
}
