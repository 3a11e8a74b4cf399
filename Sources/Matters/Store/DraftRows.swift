import Access
public import Foundation
import Kernel
import Storage

/// What somebody typed and has not filed yet.
public struct MatterDraft: Sendable {
  public let procedure: String
  public let texts: [String: String]
  /// Nil where nothing was saved.
  public let savedAt: Date?
}

/// The only SQL that knows drafts.
enum DraftRows {
  static func find(_ code: String, of account: Account, in db: any Reading) throws -> MatterDraft? {
    guard account.standing == .person else { return nil }
    return try db.row(
      """
      SELECT procedure_code, texts, saved_at FROM matter_drafts
      WHERE account = \(account.id) AND procedure_code = \(code)
      """
    ).map(draft)
  }

  static func all(of account: Account, in db: any Reading) throws -> [MatterDraft] {
    try db.rows(
      """
      SELECT procedure_code, texts, saved_at FROM matter_drafts WHERE account = \(account.id) ORDER BY saved_at DESC
      """
    ).map(draft)
  }

  static func save(_ draft: MatterDraft, of account: Account, in db: any Writing) throws {
    try discard(draft.procedure, of: account, in: db)
    let texts = String(decoding: try JSONEncoder().encode(draft.texts), as: UTF8.self)
    try db.insert(
      [[account.id.sqlValue, .text(draft.procedure), .text(texts), draft.savedAt.sqlValue]], into: "matter_drafts",
      columns: ["account", "procedure_code", "texts", "saved_at"])
  }

  static func discard(_ code: String, of account: Account, in db: any Writing) throws {
    try db.run("DELETE FROM matter_drafts WHERE account = \(account.id) AND procedure_code = \(code)")
  }

  private static func draft(_ row: Row) throws -> MatterDraft {
    var row = row.columns
    let (code, texts) = (try row.text(), try row.text())
    return MatterDraft(
      procedure: code, texts: (try? JSONDecoder().decode([String: String].self, from: Data(texts.utf8))) ?? [:],
      savedAt: try row.date())
  }
}
