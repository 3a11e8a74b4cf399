public import Kernel
public import Ledgers
public import Matters
public import Storage

/// A matter as its context makes it public: what of it is shown says the context.
public struct PublicMatter: Sendable {
  public let id: ID<Matter>
  public let number: MatterNumber
  public let stage: String
  public let organisation: SocialCreditCode?
  public let applicant: String?
  public let answers: LedgerRecord.Values
  public let said: [String: LedgerRecord.Values]
  public let clocks: [RunningClock]
}

/// What contexts read of the matters of their own procedures.
public enum PublicMatters {
  /// The number of a matter of a procedure that is open for an organisation; nil where none is.
  public static func open(
    of procedure: String, for organisation: SocialCreditCode, in db: any Reading
  ) throws -> MatterNumber? {
    var filter = MatterFilter()
    (filter.procedures, filter.organisation, filter.isOpen) = ([procedure], organisation, true)
    return try MatterRows.page(filter, after: nil, limit: 1, in: db).first?.number
  }

  /// The matter that has `number` where it is of one of `procedure` and for `organisation`.
  public static func isThere(
    _ number: MatterNumber, of procedure: String, for organisation: SocialCreditCode, in db: any Reading
  ) throws -> Bool {
    var filter = MatterFilter()
    (filter.procedures, filter.organisation, filter.number) = ([procedure], organisation, number)
    return try MatterRows.count(filter, in: db) > 0
  }

  /// One matter of `procedure`, wherever it stands; nil where there is none.
  public static func find(
    _ id: ID<Matter>, of procedure: Procedure, in db: any Reading
  ) throws -> PublicMatter? {
    guard let matter = try MatterRows.find(id, in: db), matter.procedure == procedure.head.code else { return nil }
    return try shown(matter, procedure, db)
  }

  /// The matters of `procedure` that stand at one of `stages`, the oldest first.
  public static func standing(
    at stages: Set<String>, of procedure: Procedure, limit: Int = 200, in db: any Reading
  ) throws -> [PublicMatter] {
    try MatterRows.standing(at: stages, of: procedure.head.code, limit: limit, in: db).map { matter in
      try shown(matter, procedure, db)
    }
  }

  private static func shown(_ matter: Matter, _ procedure: Procedure, _ db: any Reading) throws -> PublicMatter {
    let answers = try AnswerRows.all(of: matter.id, in: procedure, db)
    var said: [String: LedgerRecord.Values] = [:]
    for event in try MatterRows.events(of: matter.id, in: db) where event.sort == .step {
      said[event.code] = answers[event.place] ?? .init()
    }
    return PublicMatter(
      id: matter.id, number: matter.number, stage: matter.stage, organisation: matter.organisation,
      applicant: matter.applicant, answers: answers[1] ?? .init(), said: said,
      clocks: try MatterRows.clocks(of: matter.id, in: db))
  }
}
