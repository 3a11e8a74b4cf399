public import Kernel
public import Ledgers

/// A part of a form: questions under one heading.
public struct FormPart: Sendable {
  public let title: Phrase
  public let fields: [LedgerField]
  /// Asked only where this holds; nil: always.
  public let condition: FormCondition?

  public init(_ title: Phrase, when condition: FormCondition? = nil, _ fields: [LedgerField]) {
    self.title = title
    self.condition = condition
    self.fields = fields
  }

  /// Whether anybody is asked; else the zone answers from its own records.
  public var isAsked: Bool { condition != .never }

  /// Questions that nobody is asked: the zone answers them from its own records.
  public static func kept(_ title: Phrase, _ fields: [LedgerField]) -> FormPart {
    FormPart(title, when: .never, fields)
  }
}

/// What the applicant's own answers must say before something is asked.
public struct FormCondition: Hashable, Sendable {
  public let field: String
  public let codes: Set<String>

  /// Where `question` was answered with one of `codes`.
  public init(_ question: Question<String>, isOneOf codes: Set<String>) {
    field = question.field.name
    self.codes = codes
  }

  static let never = FormCondition(.line("", Phrase(zh: "", en: "")), isOneOf: [])

  public func holds(for answers: LedgerRecord.Values) -> Bool { answers.text(field).map(codes.contains) ?? false }
}

/// Something to be handed in with an application.
public struct Material: Sendable {
  public let code: String
  public let name: Phrase
  public let help: Phrase?
  public let isRequired: Bool
  public let condition: FormCondition?

  public init(
    _ code: String, _ name: Phrase, isRequired: Bool = true, when condition: FormCondition? = nil, help: Phrase? = nil
  ) {
    self.code = code
    self.name = name
    self.help = help
    self.isRequired = isRequired
    self.condition = condition
  }
}

/// A question with the type of its answer, so that nobody reads a day where a text was asked.
public struct Question<Value: Sendable>: Sendable {
  public var field: LedgerField
  let read: @Sendable (LedgerValue) -> Value?

  private init(_ field: LedgerField, _ read: @escaping @Sendable (LedgerValue) -> Value?) {
    self.field = field
    self.read = read
  }

  public var required: Self { changed(field.required) }
  public var personal: Self { changed(field.personal) }
  /// For the staff alone.
  public var internalOnly: Self { changed(field.internalOnly) }
  public func help(_ words: Phrase) -> Self { changed(field.help(words)) }

  private func changed(_ field: LedgerField) -> Self { Question(field, read) }
}

extension Question where Value == String {
  public static func line(_ name: String, _ words: Phrase, limit: Int = 200) -> Self {
    Question(LedgerField(name, words, .text(limit: limit)), \.text)
  }

  public static func lines(_ name: String, _ words: Phrase, limit: Int = 4_000) -> Self {
    Question(LedgerField(name, words, .lines(limit: limit)), \.text)
  }

  public static func choice(_ name: String, _ words: Phrase, _ choices: [LedgerChoice]) -> Self {
    Question(LedgerField(name, words, .choice(choices)), \.text)
  }

  /// A unified social credit code.
  public static func creditCode(_ name: String, _ words: Phrase) -> Self {
    Question(LedgerField(name, words, .creditCode), \.text)
  }

  /// An organisation on record in `ledger`, by code or exact name.
  public static func organisation(_ name: String, _ words: Phrase, of ledger: String) -> Self {
    Question(LedgerField(name, words, .organisation(of: ledger)), \.text)
  }
}

extension Question where Value == Day {
  public static func day(_ name: String, _ words: Phrase) -> Self { Question(LedgerField(name, words, .day), \.day) }
}

extension Question where Value == Int64 {
  public static func whole(_ name: String, _ words: Phrase, _ range: ClosedRange<Int64>) -> Self {
    Question(LedgerField(name, words, .whole(range)), \.whole)
  }

  /// In fen.
  public static func money(_ name: String, _ words: Phrase, in unit: LedgerField.MoneyUnit) -> Self {
    Question(LedgerField(name, words, .money(unit)), \.whole)
  }

  /// In hundredths.
  public static func hundredths(_ name: String, _ words: Phrase, _ range: ClosedRange<Int64>) -> Self {
    Question(LedgerField(name, words, .hundredths(range)), \.whole)
  }
}

extension Question where Value == Bool {
  public static func flag(_ name: String, _ words: Phrase) -> Self { Question(LedgerField(name, words, .flag), \.flag) }
}

extension Question where Value == [String] {
  public static func choices(_ name: String, _ words: Phrase, _ choices: [LedgerChoice]) -> Self {
    Question(LedgerField(name, words, .choices(choices)), \.codes)
  }
}

extension LedgerRecord.Values {
  /// The answer to `question`; nil where none was given.
  public subscript<Value>(question: Question<Value>) -> Value? { self[question.field.name].flatMap(question.read) }
}
