import Kernel
public import Rules
public import Storage
import Synchronization

/// The rule book as it stands in a database: what shipped, with what administrators entered.
///
/// Desks of every context ask it inside their own transaction, so that a decision and the rules it rests on are of
/// one state. The book is built once and again only after an entry: asking costs one look into an index.
public final class RuleShelf: Sendable {
  public let shipped: RuleBook
  private let latest: Mutex<Edition>

  private struct Edition {
    var fingerprint: [SQLValue]
    var book: RuleBook
  }

  public init(shipped: RuleBook) {
    self.shipped = shipped
    latest = Mutex(Edition(fingerprint: [], book: shipped))
  }

  public func book(in db: any Reading) throws -> RuleBook {
    let fingerprint = try RuleRows.fingerprint(in: db)
    let known = latest.withLock { $0 }
    if known.fingerprint == fingerprint { return known.book }
    let book = try entries(in: db).filter { $0.withdrawnAt == nil }.reduce(shipped) { try $0.superseding($1) }
    latest.withLock { $0 = Edition(fingerprint: fingerprint, book: book) }
    return book
  }

  /// The book as it was when it was asked for last: for what is computed outside of a transaction.
  public var current: RuleBook { latest.withLock { $0.book } }

  /// Everything that was entered, withdrawn entries among it, oldest first.
  func entries(in db: any Reading) throws -> [Supersession] { try RuleRows.all(units: unit, in: db) }

  func entry(_ id: ID<Supersession>, in db: any Reading) throws -> Supersession? {
    try RuleRows.find(id, units: unit, in: db)
  }

  private func unit(of id: RuleID) -> RuleUnit? { shipped.find(id)?.unit }
}
