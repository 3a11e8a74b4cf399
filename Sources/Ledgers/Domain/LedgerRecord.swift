public import Evidence
public import Kernel

/// One record of a ledger.
public struct LedgerRecord: Equatable, Sendable {
  public let id: ID<LedgerRecord>
  public var values: Values
  public var grade: EvidenceGrade
  /// What the record rests on: a document number, a contract, a file.
  public var document: String?
  public var stage: LedgerStage
  /// Why it was sent back, where it was.
  public var remark: String?
  /// From this day on it no longer counts, though it stays readable.
  public var withdrawnOn: Day?
  public var withdrawnFor: String?
  public let revision: Int64
  /// What to check about it; the desk finds it, and who may not see all of the record does not see it.
  public var hints: [LedgerHint] = []

  public init(
    id: ID<LedgerRecord>, values: Values, grade: EvidenceGrade, document: String?, stage: LedgerStage,
    remark: String? = nil, withdrawnOn: Day? = nil, withdrawnFor: String? = nil, revision: Int64 = 0
  ) {
    self.id = id
    self.values = values
    self.grade = grade
    self.document = document
    self.stage = stage
    self.remark = remark
    self.withdrawnOn = withdrawnOn
    self.withdrawnFor = withdrawnFor
    self.revision = revision
  }

  /// Whether figures count it.
  public var counts: Bool { stage == .approved && withdrawnOn == nil }

  /// The values of a record by the names of their fields; a field without a value is absent.
  public struct Values: Equatable, Sendable {
    public private(set) var all: [String: LedgerValue]

    public init(_ all: [String: LedgerValue] = [:]) { self.all = all }

    public subscript(field: String) -> LedgerValue? {
      get { all[field] }
      set { all[field] = newValue }
    }

    public func text(_ field: String) -> String? { all[field]?.text }
    public func whole(_ field: String) -> Int64? { all[field]?.whole }
    public func day(_ field: String) -> Day? { all[field]?.day }
    public func flag(_ field: String) -> Bool? { all[field]?.flag }
    public func codes(_ field: String) -> [String] { all[field]?.codes ?? [] }
  }
}

/// How far a record has come.
public enum LedgerStage: String, CaseIterable, Sendable {
  /// Filed by the organisation; the centre has not looked yet.
  case filed
  /// Counts; of a ledger with approval it is locked.
  case approved
  /// Sent back to who filed it, with a remark.
  case returned

  public var phrase: Phrase {
    switch self {
    case .filed: Phrase(zh: "待审核", en: "Awaiting approval")
    case .approved: Phrase(zh: "已生效", en: "In force")
    case .returned: Phrase(zh: "已退回", en: "Sent back")
    }
  }
}
