public import Access
import Foundation
public import Kernel
public import Notices
public import Storage

/// Who is meant by a role or an organisation, at the moment of the transaction.
public enum Audience {
  /// Everybody active who holds `role`, in the order of their ids.
  public static func holding(_ role: Role, in db: any Reading) throws -> [Addressee] {
    try addressees("SELECT account FROM role_holders WHERE role = \(role.rawValue) ORDER BY account", in: db)
  }

  /// Everybody who may act for `organisation` on `day`, in the order of their ids.
  public static func acting(for organisation: SocialCreditCode, on day: Day, in db: any Reading) throws -> [Addressee] {
    try addressees(
      """
      SELECT DISTINCT holder FROM mandate_holders
      WHERE organisation = \(organisation.description) AND from_day <= \(day) AND (to_day IS NULL OR to_day >= \(day))
      ORDER BY holder
      """, in: db)
  }

  private static func addressees(_ sql: SQL, in db: any Reading) throws -> [Addressee] {
    try db.rows(sql).map { row in
      var columns = row.columns
      return .account(try columns.id())
    }
  }
}
