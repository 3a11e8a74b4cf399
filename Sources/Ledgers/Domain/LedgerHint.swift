public import Kernel

/// Something about a record that does not refuse it, but that whoever approves it should check (核对提示).
///
/// It is found anew at each look, so that it goes when what it rests on is put right.
public struct LedgerHint: Equatable, Sendable {
  /// Stable; the API and the list's filter know it.
  public let code: String
  /// What is to be checked, in a few words.
  public let words: Phrase
  /// The same with the record's own numbers.
  public let phrase: Phrase

  public init(code: String, words: Phrase, phrase: Phrase) {
    self.code = code
    self.words = words
    self.phrase = phrase
  }

  /// What hints are called together.
  public static let name = Phrase(zh: "核对提示", en: "To check")
}
