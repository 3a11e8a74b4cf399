public import Access
public import Foundation
public import JournalStore
public import Kernel
public import Ledgers
public import LedgersStore
public import Matters
public import Storage

/// A procedure with what only the database can tell, and what its steps change in the records.
public struct KeptProcedure: Sendable {
  public let procedure: Procedure
  let prefill: Prefill
  let fill: Fill
  let check: @Sendable (StepTaken, any Reading) throws -> [any Refusal]
  let effect: @Sendable (StepTaken, StepWork) throws -> Void
  let prepare: @Sendable (StepTaken, any Reading) throws -> StepPreparation

  /// What is known already on a day of who files: answers as people write them, by the names of the questions.
  public typealias Prefill = @Sendable (Account, Day, any Reading) throws -> [String: String]

  /// What the zone itself knows of an application, whatever its form said: answers to the questions that nobody is
  /// asked (``FormPart/kept(_:_:)``).
  public typealias Fill =
    @Sendable (LedgerRecord.Values, SocialCreditCode?, Day, any Reading) throws -> LedgerRecord.Values

  /// - Parameters:
  ///   - prefill: what the form begins with.
  ///   - fill: what the zone adds to the answers, of the organisation that the matter is for, on the day of filing.
  ///   - check: why an application (`step` nil) or a step cannot be taken; called inside the transaction.
  ///   - effect: what the application or the step changes in other records, in the same transaction and the same
  ///     entry of the journal.
  ///   - prepare: what the form of a step begins with, as the matter stands before it.
  public init<Declaration: ProcedureDeclaration>(
    _ declaration: Declaration.Type, prefill: @escaping Prefill = { _, _, _ in [:] },
    fill: @escaping Fill = { _, _, _, _ in .init() },
    check: @escaping @Sendable (Declaration.Step?, StepTaken, any Reading) throws -> [any Refusal] = { _, _, _ in [] },
    effect: @escaping @Sendable (Declaration.Step?, StepTaken, StepWork) throws -> Void = { _, _, _ in },
    prepare: @escaping @Sendable (Declaration.Step, StepTaken, any Reading) throws -> StepPreparation = { _, _, _ in
      StepPreparation()
    }
  ) {
    procedure = Procedure(declaration)
    self.prefill = prefill
    self.fill = fill
    self.check = { taken, db in try check(taken.step.flatMap(Declaration.Step.init(rawValue:)), taken, db) }
    self.effect = { taken, work in
      try effect(taken.step.flatMap(Declaration.Step.init(rawValue:)), taken, work)
    }
    self.prepare = { taken, db in
      try taken.step.flatMap(Declaration.Step.init(rawValue:)).map { try prepare($0, taken, db) } ?? StepPreparation()
    }
  }
}

/// A step that is being taken, or an application that is being filed (`step` is nil).
public struct StepTaken: Sendable {
  /// As it stands after the step.
  public let matter: Matter
  public let step: String?
  /// The application's answers.
  public let answers: LedgerRecord.Values
  /// What was said with this step.
  public let given: LedgerRecord.Values
  /// What was said with the steps before, by their codes; of a step taken twice, what was said last.
  public let before: [String: LedgerRecord.Values]
  /// Every filing and step before, in their order.
  public let said: [StepSaid]
  public let parties: [MatterParty]
  /// As they stand before the step; of an application those that begin with it.
  public let clocks: [RunningClock]
  /// The codes of the materials that come with it.
  public let files: [String]
  public let reason: String?
  public let by: Account
  public let at: Date

  public var today: Day { Day(at) }

  /// Whether somebody files it for others, at a counter or by telephone.
  public var isTakenIn: Bool { step == nil && matter.filer == nil && by.standing != .visitor }

  /// Whether the last day of the clock `code` is over.
  public func hasRunOut(_ code: String) -> Bool {
    clocks.last { $0.clock == code }.map { $0.isLate(on: today) } ?? false
  }
}

/// What was said with a step that is past.
public struct StepSaid: Sendable {
  /// Nil for the filing itself.
  public let step: String?
  /// Nil for the zone itself and for who left no name.
  public let account: ID<Account>?
  public let given: LedgerRecord.Values
  /// The codes of the materials that came with it.
  public let files: [String]
}

/// What the form of a step begins with.
public struct StepPreparation: Sendable {
  /// Answers as people write them, by the names of the fields.
  public var texts: [String: String]
  /// What a field of text may be chosen from: codes are kept, words are shown.
  public var offers: [String: [LedgerChoice]]

  public init(texts: [String: String] = [:], offers: [String: [LedgerChoice]] = [:]) {
    self.texts = texts
    self.offers = offers
  }
}

/// What an effect works with.
public struct StepWork {
  /// The journal entry of the step: every change goes into it.
  public let recording: Recording
  public let world: World
  /// For records of ledgers that the step adds or closes.
  public let ledgers: LedgerDesk
  public let db: any Writing
}

/// Every procedure of the zone.
public struct ProcedureBook: Sendable {
  public let all: [KeptProcedure]
  private let places: [String: Int]

  public init(_ procedures: [KeptProcedure]) {
    all = procedures
    places = Dictionary(uniqueKeysWithValues: procedures.enumerated().map { ($1.procedure.head.code, $0) })
    let letters = procedures.map(\.procedure.head.letters)
    precondition(Set(letters).count == letters.count, "two procedures have one series of numbers")
  }

  subscript(code: String) -> KeptProcedure? { places[code].map { all[$0] } }

  /// - Throws: ``MatterRefusal/unknownProcedure``.
  public func kept(_ code: String) throws(MatterRefusal) -> KeptProcedure {
    guard let found = self[code] else { throw .unknownProcedure }
    return found
  }

  public func procedure(_ code: String) -> Procedure? { self[code]?.procedure }
}

/// What the matters ask of other parts of the zone, each inside the matter's own transaction.
public struct MatterSurroundings: Sendable {
  /// The working days to count by.
  public var calendar: @Sendable (any Reading) throws -> WorkingCalendar
  /// Who holds a permission, by id and name.
  public var holders: @Sendable (Permission, any Reading) throws -> [MatterPerson]
  /// The display name of an account; nil if there is none.
  public var name: @Sendable (ID<Account>, any Reading) throws -> String?
  /// The name of an organisation on record.
  public var organisation: @Sendable (SocialCreditCode, any Reading) throws -> String?
  /// The name of a station, as matters name it.
  public var station: @Sendable (String, any Reading) throws -> String?
  /// Whether an account acts or has acted for one of the organisations.
  public var isTied: @Sendable (ID<Account>, [SocialCreditCode], any Reading) throws -> Bool
  /// An account as it may act today, once for itself and once for each organisation that it acts for; none where it is
  /// not at work any more.
  public var faces: @Sendable (ID<Account>, any Reading) throws -> [Account]
  /// Further days that stand in the calendar of somebody who may act so.
  public var otherDays: @Sendable ([Account], any Reading) throws -> [OtherDay]
  /// Tells those concerned what has happened.
  public var tell: @Sendable (MatterNews, StepWork) throws -> Void
  /// A keyed mark of a public code: codes are never kept themselves.
  public var mark: @Sendable (String) -> String
  /// How often codes were tried.
  public var codeTries: CodeTries

  public init(
    calendar: @escaping @Sendable (any Reading) throws -> WorkingCalendar,
    holders: @escaping @Sendable (Permission, any Reading) throws -> [MatterPerson] = { _, _ in [] },
    name: @escaping @Sendable (ID<Account>, any Reading) throws -> String? = { _, _ in nil },
    organisation: @escaping @Sendable (SocialCreditCode, any Reading) throws -> String? = { _, _ in nil },
    station: @escaping @Sendable (String, any Reading) throws -> String? = { _, _ in nil },
    isTied: @escaping @Sendable (ID<Account>, [SocialCreditCode], any Reading) throws -> Bool = { _, _, _ in false },
    faces: @escaping @Sendable (ID<Account>, any Reading) throws -> [Account] = { _, _ in [] },
    otherDays: @escaping @Sendable ([Account], any Reading) throws -> [OtherDay] = { _, _ in [] },
    tell: @escaping @Sendable (MatterNews, StepWork) throws -> Void = { _, _ in },
    mark: @escaping @Sendable (String) -> String, codeTries: CodeTries = CodeTries()
  ) {
    self.calendar = calendar
    self.holders = holders
    self.name = name
    self.organisation = organisation
    self.station = station
    self.isTied = isTied
    self.faces = faces
    self.otherDays = otherDays
    self.tell = tell
    self.mark = mark
    self.codeTries = codeTries
  }
}

/// Who tries public codes, by the address that they come from.
public struct CodeTries: Sendable {
  /// When somebody is heard again who tried too many; nil: at once.
  var end: @Sendable (_ address: String?, _ now: Date, any Reading) throws -> Date?
  /// Counts a wrong code.
  var count: @Sendable (_ address: String?, _ now: Date, any Writing) throws -> Void

  public init(
    end: @escaping @Sendable (String?, Date, any Reading) throws -> Date? = { _, _, _ in nil },
    count: @escaping @Sendable (String?, Date, any Writing) throws -> Void = { _, _, _ in }
  ) {
    self.end = end
    self.count = count
  }
}

/// Somebody who can be named for a role.
public struct MatterPerson: Hashable, Sendable {
  public let account: ID<Account>
  public let name: String

  public init(account: ID<Account>, name: String) {
    self.account = account
    self.name = name
  }
}

/// What those concerned are told of: nothing but number, procedure and public status, so that no notice says more than
/// the status page does.
public struct MatterNews: Sendable {
  public let matter: Matter
  public let procedure: Phrase
  public let event: MatterEvent
  public let status: Phrase
  /// The accounts that are told; the one who acted is not among them.
  public let recipients: [ID<Account>]
  /// Who acts for them is told, too: the organisation that filed it, and those that take part.
  public let organisations: [SocialCreditCode]
  /// The clock that ended; nil for other news.
  public let lapsed: Phrase?
}
