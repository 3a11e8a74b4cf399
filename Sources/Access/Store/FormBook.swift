import Foundation
import Kernel
import Storage

/// Which showings of forms have been submitted, for two days.
///
/// Equal for every process on the database, so that two servers do not do one form's work twice.
public struct FormBook: Sendable {
  let database: any Database
  let world: World

  /// Whether a form is submitted for the first time.
  public enum Use: Equatable, Sendable {
    case first
    case again(outcome: String?)
  }

  /// Takes `key`: of any number of callers one only is told that it is the first.
  public func take(_ key: String) async throws -> Use {
    let now = world.now()
    return try await database.write { db in
      try db.run("DELETE FROM form_uses WHERE used_at < \(now - Self.life)")
      let taken = try db.run(
        "INSERT INTO form_uses (form, used_at) VALUES (\(key), \(now)) ON CONFLICT (form) DO NOTHING")
      guard taken == 0 else { return .first }
      guard let row = try db.row("SELECT outcome FROM form_uses WHERE form = \(key)") else {
        return .again(outcome: nil)
      }
      var columns = row.columns
      return .again(outcome: try columns.optional { try $0.text() })
    }
  }

  /// Notes the page to which the form's work led.
  public func settle(_ key: String, outcome: String) async throws {
    try await database.write { try $0.run("UPDATE form_uses SET outcome = \(outcome) WHERE form = \(key)") }
  }

  public func release(_ key: String) async throws {
    try await database.write { try $0.run("DELETE FROM form_uses WHERE form = \(key)") }
  }

  /// In seconds; longer than any page of a form lies open with a session that still holds.
  private static let life: TimeInterval = 2 * 86_400
}

extension AccessDesk {
  /// Where the portal keeps which forms were submitted.
  public var formBook: FormBook { FormBook(database: database, world: world) }
}
