public import Kernel

/// A kind of notice (通知), with a code that never changes and the words that preferences show.
///
/// Each context declares its own; `Assembly` collects them.
public struct NoticeKind: Hashable, Sendable {
  /// Stable, such as `ledgers.sent-back`.
  public let code: String
  public let phrase: Phrase
  /// Whether a law or a deadline depends on it: it goes out at night, too, and nobody can turn its e-mail off.
  public let isStatutory: Bool

  public init(_ code: String, _ phrase: Phrase, isStatutory: Bool = false) {
    self.code = code
    self.phrase = phrase
    self.isStatutory = isStatutory
  }
}
