public import Kernel
public import Ledgers

/// A document that a step issues (文书), such as 受理通知书, 补正通知书 or 决定书.
public struct Letter: Sendable {
  /// Stable, such as `acceptance`.
  public let code: String
  public let title: Phrase
  /// Its paragraphs, from what is known at that step alone, so that it can be printed again at any time.
  public let body: @Sendable (LetterFacts) -> [Phrase]
  /// To whom it is, in Chinese, where that is not the applicant alone.
  private let others: (@Sendable (LetterFacts) -> String)?

  /// - Parameter addressee: to whom it is, in Chinese; without one it is to the applicant.
  public init(
    _ code: String, _ title: Phrase, to addressee: (@Sendable (LetterFacts) -> String)? = nil,
    body: @escaping @Sendable (LetterFacts) -> [Phrase]
  ) {
    self.code = code
    self.title = title
    self.body = body
    others = addressee
  }

  /// To whom it is; nil where the applicant left no name.
  public func addressee(_ facts: LetterFacts) -> String? {
    let name = others?(facts) ?? facts.addressee
    return name.isEmpty ? nil : name
  }
}

/// What a document is written from.
public struct LetterFacts: Sendable {
  public let number: MatterNumber
  public let procedure: Phrase
  /// The applicant's name; empty where none was left, and where others read the document, too.
  public let addressee: String
  public let filedOn: Day
  public let issuedOn: Day
  /// The application's answers, as far as everybody who reads the document may know them.
  public let answers: LedgerRecord.Values
  /// What was said with the step.
  public let given: LedgerRecord.Values
  public let reason: String?
  /// The clocks as they stood after the step.
  public let clocks: [RunningClock]

  public init(
    number: MatterNumber, procedure: Phrase, addressee: String, filedOn: Day, issuedOn: Day,
    answers: LedgerRecord.Values, given: LedgerRecord.Values, reason: String?, clocks: [RunningClock]
  ) {
    self.number = number
    self.procedure = procedure
    self.addressee = addressee
    self.filedOn = filedOn
    self.issuedOn = issuedOn
    self.answers = answers
    self.given = given
    self.reason = reason
    self.clocks = clocks
  }

  /// The last day of the clock `code`, if it was open then.
  public func due(_ code: String) -> Day? { clocks.last { $0.clock == code && $0.isOpen }?.due.day }

  /// Why, as a Chinese sentence of its own.
  public var grounds: String { Self.sentence(reason ?? "") }

  /// `text` with a full stop, unless it ends with a mark already.
  public static func sentence(_ text: String) -> String {
    guard let last = text.last, !"。！？；…”.!?;".contains(last) else { return text }
    return text + "。"
  }
}

/// The number of a matter: letters of the procedure, year, and a count without gaps.
public struct MatterNumber: Hashable, Sendable, CustomStringConvertible {
  public let letters: String
  public let year: Int
  public let serial: Int

  public init(letters: String, year: Int, serial: Int) {
    self.letters = letters
    self.year = year
    self.serial = serial
  }

  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, let year = Int(parts[1]), let serial = Int(parts[2]), serial > 0 else {
      return nil
    }
    self.init(letters: String(parts[0]), year: year, serial: serial)
  }

  public var description: String {
    let digits = String(serial)
    return "\(letters)-\(year)-\(String(repeating: "0", count: max(0, 5 - digits.count)))\(digits)"
  }
}
