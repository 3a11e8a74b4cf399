/// Why somebody does what goes into the journal: something, and not a whole book.
public struct Reason: Hashable, Sendable {
  /// Without blanks at its ends.
  public let text: String

  /// The longest reason, in characters.
  public static let limit = 500

  /// - Parameter missing: what the desk refuses a blank reason with.
  /// - Throws: `missing`, or ``ReasonRefusal/tooLong(_:)``.
  public init(_ given: String, orElse missing: some Refusal) throws {
    let start = given.drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { throw missing }
    text = String(start[...end])
    guard text.count <= Self.limit else { throw ReasonRefusal.tooLong(text.count) }
  }
}

public enum ReasonRefusal: Refusal, Equatable {
  /// How many characters it has.
  case tooLong(Int)

  public var kind: RefusalKind { .invalid }
  public var code: String { "reason.too-long" }
  public var field: String? { "reason" }

  public var phrase: Phrase {
    switch self {
    case .tooLong(let count):
      Phrase(
        zh: "理由不超过 \(Reason.limit) 字，现为 \(count) 字，请精简",
        en: "A reason has at most \(Reason.limit) characters, this one has \(count); please shorten it")
    }
  }
}
