public import JournalStore
public import Kernel
public import Ledgers
public import Storage

/// A ledger with what only the database can tell about its records.
public struct KeptLedger: Sendable {
  public let ledger: Ledger
  /// What must hold between a record and all others; called inside the transaction that writes it.
  public let checks: [Check]
  /// What refuses nothing, but should be checked.
  public let hints: [LedgerHintRule]
  /// By field: the texts that a form offers for it, from other records.
  public let offers: [String: Offer]
  /// The field with the day that the offers are of; today where a record has none.
  public let offersOn: String?

  /// - Returns: what may be chosen on a day; the Chinese words are kept.
  public typealias Offer = @Sendable (_ day: Day, any Reading) throws -> [Phrase]

  /// - Returns: why the record cannot be kept; empty where it can.
  public typealias Check = @Sendable (_ record: LedgerRecord, any Reading) throws -> [any Refusal]

  public init(
    _ ledger: Ledger, checks: [Check] = [], hints: [LedgerHintRule] = [], offers: [String: Offer] = [:],
    offersOn: String? = nil
  ) {
    self.ledger = ledger
    self.checks = checks
    self.hints = hints
    self.offers = offers
    self.offersOn = offersOn
  }
}

/// Every ledger of the zone.
public struct LedgerBook: Sendable {
  /// In the order in which menus list them.
  public let all: [KeptLedger]
  private let places: [String: Int]

  public init(_ ledgers: [KeptLedger]) {
    all = ledgers
    places = Dictionary(uniqueKeysWithValues: ledgers.enumerated().map { ($1.ledger.code, $0) })
  }

  public subscript(code: String) -> KeptLedger? { places[code].map { all[$0] } }
}

extension Ledger {
  /// The table of its records: the fields, then what every record has.
  ///
  /// Of persons the journal keeps no key either, so that an erasure leaves none behind.
  public var table: RecordTable {
    RecordTable(
      code, columns: ["id"] + fields.map(\.name) + Self.ending,
      personal: Set(fields.filter(\.tellsWho).map(\.name)))
  }

  /// The columns of its table behind the fields.
  static let ending = ["grade", "document", "stage", "remark", "withdrawn_on", "withdrawn_for"]

  /// Creates its table; `name` is that of the migration, and never changes.
  public func migration(_ name: String, indexes: [[String]] = []) -> Migration {
    let ledger = self
    return Migration(name) { dialect in ledger.creation(dialect, indexes) }
  }

  private func creation(_ dialect: Dialect, _ indexes: [[String]]) -> [SQL] {
    let columns = fields.map { field -> SQL in
      let need: SQL = field.isRequired ? " NOT NULL" : ""
      return "\(SQL(name: field.name)) \(field.isNumber ? "BIGINT" : dialect.text)\(need)"
    }
    let table = SQL(name: code)
    let live: SQL = "WHERE withdrawn_on IS NULL"
    let identity = SQL.joined(identity.map { SQL(name: $0) }, by: ", ")
    return [
      """
      CREATE TABLE \(table) (
        id \(dialect.key) NOT NULL PRIMARY KEY,
        \(SQL.joined(columns, by: ",\n  ")),
        grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
        document TEXT,
        stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
        remark TEXT,
        withdrawn_on \(dialect.text),
        withdrawn_for TEXT,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE UNIQUE INDEX \(SQL(name: code + "_by_identity")) ON \(table) (\(identity)) \(live)",
    ]
      + indexes.map { columns -> SQL in
        let list = SQL.joined(columns.map { SQL(name: $0) }, by: ", ")
        return "CREATE INDEX \(SQL(name: ([code, "by"] + columns).joined(separator: "_"))) ON \(table) (\(list))"
      }
  }
}

extension LedgerField {
  /// Whether its value says who somebody is, in words or by a key.
  fileprivate var tellsWho: Bool { if case .person = sort { true } else { isPersonal } }
}
