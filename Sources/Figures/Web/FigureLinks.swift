public import Access
public import Evidence
public import FiguresStore
public import Kernel
public import Markup

/// Ways from a figure to what other rooms keep.
public struct FigureLinks: Sendable {
  /// The page of a record by its table and id; nil where it has none that the account may open.
  public let record: @Sendable (Account, String, Int64) -> Link?
  /// What records of a table are called.
  public let kind: @Sendable (String) -> Phrase?
  /// The words of a base or category that records name by a code; nil for what is no code.
  public let words: @Sendable (String) -> Phrase?
  /// A further section of a figure's page.
  public let extra: @Sendable (Figure, Account) async throws -> HTML
  /// The evidence on file that records rest on, by table and record, as far as an account may see evidence.
  public let evidence: @Sendable (Account, [String: [Int64]]) async throws -> [String: [Int64: EvidenceItem]]

  /// The records, by table, that an account may not open one by one, although it sees that they count.
  public let closed: @Sendable (Account, [String: [Int64]]) async throws -> [String: Set<Int64>]

  public init(
    record: @escaping @Sendable (Account, String, Int64) -> Link?, kind: @escaping @Sendable (String) -> Phrase?,
    words: @escaping @Sendable (String) -> Phrase? = { _ in nil },
    extra: @escaping @Sendable (Figure, Account) async throws -> HTML = { _, _ in "" },
    evidence: @escaping @Sendable (Account, [String: [Int64]]) async throws -> [String: [Int64: EvidenceItem]] = {
      _, _ in [:]
    },
    closed: @escaping @Sendable (Account, [String: [Int64]]) async throws -> [String: Set<Int64>] = { _, _ in [:] }
  ) {
    self.closed = closed
    self.evidence = evidence
    self.extra = extra
    self.record = record
    self.kind = kind
    self.words = words
  }

  /// A record with the way to it; one that is closed to the reader without.
  func named(
    _ table: String, _ record: Int64, _ closed: [String: Set<Int64>], for account: Account
  ) -> HTML {
    let id = ID<FigureLinks>(record).description
    let words: HTML = kind(table).map { "\($0)" } ?? "<code>\(table)</code>"
    if closed[table]?.contains(record) == true {
      return "\(words) <small>\(Phrase(zh: "仅承办人和当事人可查看", en: "open to its staff and parties alone"))</small>"
    }
    guard let link = self.record(account, table, record) else { return "\(words) <code>\(id)</code>" }
    return "<a href=\"\(link)\">\(words) <code>\(id)</code></a>"
  }
}
