import Crypto
import Foundation

/// How `Web` learns whether a form was submitted before, without knowing where that is kept.
///
/// Every form that posts carries an id of its own. It is taken before the form's work begins, in one step that only one
/// of two simultaneous submissions can make, and given back where the work is refused.
public struct FormKeeper: Sendable {
  /// Takes the form `key`, or says that somebody has.
  public var take: @Sendable (_ key: String) async throws -> FormUse
  /// Notes where the work of the form `key` led.
  public var settle: @Sendable (_ key: String, _ outcome: String) async throws -> Void
  /// Gives the form `key` back: its work was refused.
  public var release: @Sendable (_ key: String) async throws -> Void

  public init(
    take: @escaping @Sendable (String) async throws -> FormUse,
    settle: @escaping @Sendable (String, String) async throws -> Void,
    release: @escaping @Sendable (String) async throws -> Void
  ) {
    self.take = take
    self.settle = settle
    self.release = release
  }

  /// Takes every submission for the first: for portals whose forms change nothing.
  public static let forgetful = FormKeeper(take: { _ in .first }, settle: { _, _ in }, release: { _ in })

  /// What is kept of a form: its id, bound to whom it was shown, as a hash from which neither follows.
  static func key(of id: String, shownWith token: FormToken) -> String {
    hexadecimal(SHA256.hash(data: Data("form \(token.text) \(id)".utf8)))
  }
}

/// Whether a form is submitted for the first time.
public enum FormUse: Equatable, Sendable {
  case first
  /// `outcome`: the path to which the first submission led; nil while it is under way, or where it led to no page.
  case again(outcome: String?)
}

/// Whether a form may be submitted twice.
public enum FormRepetition: Sendable {
  /// The second submission of one form is answered by a page that says so.
  case refused
  /// Doing it again changes nothing, such as signing in.
  case harmless
}
