public import Access
public import Journal
public import JournalStore
public import Kernel
import Notices
public import Storage

extension NoticeOutbox {
  /// Blanks what somebody was told, with the erasure of their account, and lets go of what waits to be sent.
  ///
  /// - Returns: the notices as the journal names them, whose personal values it has to forget, too.
  public static func blank(of account: ID<Account>, in recording: Recording, _ db: any Writing) throws -> [Subject] {
    try blank(where: "account = \(account)", in: recording, db)
  }

  /// Blanks what somebody without an account was told by e-mail about some records.
  ///
  /// - Returns: the notices as the journal names them, whose personal values it has to forget, too.
  public static func blank(
    mailedTo address: String, about subjects: [Subject], in recording: Recording, _ db: any Writing
  ) throws -> [Subject] {
    try subjects.flatMap { subject in
      try blank(
        where: "email = \(address) AND about_table = \(subject.table) AND about_key = \(subject.number)",
        in: recording, db)
    }
  }

  private static func blank(where condition: SQL, in recording: Recording, _ db: any Writing) throws -> [Subject] {
    let table = RecordTable.notices
    // Before the rows, of which the condition holds no longer once they are blank.
    try db.run(
      """
      DELETE FROM notice_secrets WHERE delivery IN
        (SELECT d.id FROM notice_deliveries d WHERE d.notice IN (SELECT id FROM notices WHERE \(condition)))
      """)
    var subjects: [Subject] = []
    for row in try db.rows("SELECT \(table.columnList) FROM notices WHERE \(condition) ORDER BY id") {
      var values = row.values
      for (place, column) in table.columns.enumerated() where table.personal.contains(column) {
        if values[place] != .null { values[place] = .text("") }
      }
      guard case .integer(let id)? = values.first else { continue }
      try recording.update(values, in: table)
      subjects.append(Subject(table: table.name, number: id))
    }
    return subjects
  }
}
