public import Access
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

  public init(
    record: @escaping @Sendable (Account, String, Int64) -> Link?, kind: @escaping @Sendable (String) -> Phrase?,
    words: @escaping @Sendable (String) -> Phrase? = { _ in nil }
  ) {
    self.record = record
    self.kind = kind
    self.words = words
  }

  func named(_ table: String, _ record: Int64, for account: Account) -> HTML {
    let id = ID<FigureLinks>(record).description
    let words: HTML = kind(table).map { "\($0)" } ?? "<code>\(table)</code>"
    guard let link = self.record(account, table, record) else { return "\(words) <code>\(id)</code>" }
    return "<a href=\"\(link)\">\(words) <code>\(id)</code></a>"
  }
}
