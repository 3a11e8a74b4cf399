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

  /// What is known already of who files: answers as people write them, by the names of the questions.
  public typealias Prefill = @Sendable (Account, any Reading) throws -> [String: String]

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
  public init<Declaration: ProcedureDeclaration>(
    _ declaration: Declaration.Type, prefill: @escaping Prefill = { _, _ in [:] },
    fill: @escaping Fill = { _, _, _, _ in .init() },
    check: @escaping @Sendable (Declaration.Step?, StepTaken, any Reading) throws -> [any Refusal] = { _, _, _ in [] },
    effect: @escaping @Sendable (Declaration.Step?, StepTaken, StepWork) throws -> Void = { _, _, _ in }
  ) {
    procedure = Procedure(declaration)
    self.prefill = prefill
    self.fill = fill
    self.check = { taken, db in try check(taken.step.flatMap(Declaration.Step.init(rawValue:)), taken, db) }
    self.effect = { taken, work in
      try effect(taken.step.flatMap(Declaration.Step.init(rawValue:)), taken, work)
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
  public let parties: [MatterParty]
  public let reason: String?
  public let by: Account
  public let at: Date

  public var today: Day { Day(at) }
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
  /// Whether an account acts or has acted for one of the organisations.
  public var isTied: @Sendable (ID<Account>, [SocialCreditCode], any Reading) throws -> Bool
  /// Tells those concerned what has happened.
  public var tell: @Sendable (MatterNews, StepWork) throws -> Void
  /// A keyed mark of a public code: codes are never kept themselves.
  public var mark: @Sendable (String) -> String

  public init(
    calendar: @escaping @Sendable (any Reading) throws -> WorkingCalendar,
    holders: @escaping @Sendable (Permission, any Reading) throws -> [MatterPerson] = { _, _ in [] },
    name: @escaping @Sendable (ID<Account>, any Reading) throws -> String? = { _, _ in nil },
    organisation: @escaping @Sendable (SocialCreditCode, any Reading) throws -> String? = { _, _ in nil },
    isTied: @escaping @Sendable (ID<Account>, [SocialCreditCode], any Reading) throws -> Bool = { _, _, _ in false },
    tell: @escaping @Sendable (MatterNews, StepWork) throws -> Void = { _, _ in },
    mark: @escaping @Sendable (String) -> String
  ) {
    self.calendar = calendar
    self.holders = holders
    self.name = name
    self.organisation = organisation
    self.isTied = isTied
    self.tell = tell
    self.mark = mark
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
