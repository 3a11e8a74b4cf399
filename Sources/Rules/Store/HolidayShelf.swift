import Kernel
public import Rules
public import Storage
import Synchronization

/// The working calendar as it stands in a database: the years that shipped, with those that administrators took in.
///
/// Desks that keep clocks ask it inside their own transaction. The book is built once and again only after an import.
public final class HolidayShelf: Sendable {
  public let shipped: HolidayBook
  private let latest: Mutex<(fingerprint: [SQLValue], book: HolidayBook)>

  public init(shipped: HolidayBook) {
    self.shipped = shipped
    latest = Mutex(([], shipped))
  }

  public func book(in db: any Reading) throws -> HolidayBook {
    let fingerprint = try HolidayRows.fingerprint(in: db)
    let known = latest.withLock { $0 }
    if known.fingerprint == fingerprint { return known.book }
    let book = try HolidayRows.all(in: db).reduce(shipped) { $0.taking($1.notice) }
    latest.withLock { $0 = (fingerprint, book) }
    return book
  }

  /// The book as it was when it was asked for last: for what is computed outside of a transaction.
  public var current: HolidayBook { latest.withLock { $0.book } }
}
