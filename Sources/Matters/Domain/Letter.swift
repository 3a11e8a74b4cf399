public import Kernel
public import Ledgers

/// A document that a step issues (文书), such as 受理通知书, 补正通知书 or 决定书.
public struct Letter: Sendable {
  /// Stable, such as `acceptance`.
  public let code: String
  public let title: Phrase
  /// Its paragraphs, from what is known at that step alone, so that it can be printed again at any time.
  public let body: @Sendable (LetterFacts) -> [Phrase]

  public init(_ code: String, _ title: Phrase, body: @escaping @Sendable (LetterFacts) -> [Phrase]) {
    self.code = code
    self.title = title
    self.body = body
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

  /// The last day of the open clock `code`.
  public func due(_ code: String) -> Day? { clocks.last { $0.clock == code && $0.isOpen }?.due.day }
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
