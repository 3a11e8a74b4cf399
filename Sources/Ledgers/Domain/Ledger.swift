public import Access
public import Evidence
public import Kernel

/// A kind of record of the zone (台账): its fields, what counts as one record, who keeps and who reads it.
///
/// From this declaration come its table, its pages and forms, its import and export, its API and its history.
public struct Ledger: Sendable {
  /// The name of its table and of its resource in the API.
  public let code: String
  /// The address of its pages, such as `/institutions`.
  public let path: String
  /// What its records are called together.
  public let name: Phrase
  /// What one of them is called.
  public let one: Phrase
  /// What it is for and what a record of it means.
  public let purpose: Phrase
  /// The record's code in the plan's counting rules, such as `R-ORG`.
  public let mark: String
  public let fields: [LedgerField]
  /// The fields that tell one record from another; all are required.
  public let identity: [String]
  /// The field that names a record on pages.
  public let title: String
  public let readers: Permission
  public let keepers: Permission
  /// Who may file records about the organisation that they act for; nil where nobody but the keepers writes.
  public let filers: Permission?
  /// The field with the organisation that a record is about and that may file it.
  public let owner: String?
  /// Whether a record counts from its approval on, and is locked by it.
  public let isApproved: Bool
  /// Which field names the day of a record, for lists and exports.
  public let day: String?
  /// What must hold between a record's fields; see ``Rule``.
  public let rules: [Rule]

  public init(
    _ code: String, path: String, mark: String, name: Phrase, one: Phrase, purpose: Phrase, identity: [String],
    title: String, readers: Permission, keepers: Permission, filers: Permission? = nil, owner: String? = nil,
    isApproved: Bool = false, day: String? = nil, rules: [Rule] = [], fields: [LedgerField]
  ) {
    self.code = code
    self.path = path
    self.mark = mark
    self.name = name
    self.one = one
    self.purpose = purpose
    self.identity = identity
    self.title = title
    self.readers = readers
    self.keepers = keepers
    self.filers = filers
    self.owner = owner
    self.isApproved = isApproved
    self.day = day
    self.rules = rules
    self.fields = fields
    let names = Set(fields.map(\.name))
    precondition(names.count == fields.count, "two fields of \(code) have one name")
    precondition(names.isDisjoint(with: Self.common), "\(code) has a field that every record has")
    precondition(
      ([title] + identity + [owner, day].compactMap(\.self)).allSatisfy(names.contains),
      "\(code) names a field that it does not have")
    precondition(
      fields.filter { identity.contains($0.name) }.allSatisfy(\.isRequired), "the identity of \(code) is required")
  }

  /// A rule between the fields of one record.
  public struct Rule: Sendable {
    /// Nil where the record is fine.
    public let check: @Sendable (LedgerRecord.Values) -> (any Refusal)?

    public init(_ check: @escaping @Sendable (LedgerRecord.Values) -> (any Refusal)?) { self.check = check }

    /// `to` is not before `from`, where both are known.
    public static func inOrder(_ from: String, _ to: String) -> Rule {
      Rule { values in
        guard let first = values.day(from), let last = values.day(to), last < first else { return nil }
        return FieldRefusal(LedgerRefusal.endsBeforeItBegins(from: first, to: last), in: to)
      }
    }

    /// `part` is not more than `whole`, where both are known.
    public static func part(_ part: String, of whole: String) -> Rule {
      Rule { values in
        guard let some = values.whole(part), let all = values.whole(whole), some > all else { return nil }
        return FieldRefusal(LedgerRefusal.partAboveWhole, in: part)
      }
    }
  }

  /// The columns that every record has beside its fields.
  public static let common = [
    "id", "grade", "document", "stage", "remark", "withdrawn_on", "withdrawn_for", "entry", "digest",
  ]

  public func place(_ field: String) -> Int? { fields.firstIndex { $0.name == field } }

  public func field(_ name: String) -> LedgerField? { fields.first { $0.name == name } }

  /// The ledgers whose organisations its records name.
  public var references: Set<String> {
    Set(
      fields.compactMap { field in
        if case .organisation(let ledger) = field.sort { ledger } else { nil }
      })
  }
}
