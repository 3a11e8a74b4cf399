import Corpus
import Corpus
import Journal
import JournalStore
import Storage

/// What the register looks like at one moment to an index that has followed it up to some entry.
struct RegisterState: Sendable {
  /// The last entry of the journal.
  let head: Int64
  /// What an index that has followed it so far writes down beside the position.
  let mark: String
  /// How many documents the register holds; only where something has changed.
  let count: Int
  let change: Change

  enum Change: Sendable {
    case nothing
    /// These documents were written; others may be gone.
    case documents([Int64])
    /// The index has nothing to go on from.
    case everything
  }

  /// - Parameters:
  ///   - position: how far the index has followed.
  ///   - known: what it wrote down beside it.
  init(of register: CorpusRegister, since position: Int64, _ known: String, in db: any Reading) throws {
    let head = try JournalTrace.head(in: db)
    self.head = head.number
    mark = Self.mark(register, head.hash)
    let hash = position > 0 ? try JournalTrace.hash(of: position, in: db) : nil
    guard let hash, Self.mark(register, hash) == known else {
      (change, count) = (.everything, try register.count(db))
      return
    }
    guard try Self.lastChange(of: register, in: db) > position else {
      (change, count) = (.nothing, 0)
      return
    }
    change = try register.changed(position, db).map { .documents($0) } ?? .everything
    count = try register.count(db)
  }

  /// Whether a state of the index was made of this register, in the way in which documents are made of it today.
  static func knows(_ snapshot: CorpusSnapshot, _ register: CorpusRegister, in db: any Reading) throws -> Bool {
    // Before the first entry, or until the building is complete, there is nothing to tell it by.
    guard snapshot.position > 0 else { return true }
    return try JournalTrace.hash(of: snapshot.position, in: db).map { mark(register, $0) == snapshot.mark } ?? false
  }

  /// The last entry that changed any of the register's tables.
  static func lastChange(of register: CorpusRegister, in db: any Reading) throws -> Int64 {
    let heads = try JournalTrace.heads(in: db)
    return register.tables.compactMap { heads[$0.name] }.max() ?? 0
  }

  private static func mark(_ register: CorpusRegister, _ hash: String) -> String { "\(register.edition):\(hash)" }
}
