public import Access
public import Corpus
public import JournalStore
public import Kernel
public import Storage

/// The register that the corpus is an index of, as its owner reads it: the index knows no table of its own.
public struct CorpusRegister: Sendable {
  /// What a reader of the register, and so of the index, needs.
  public let readers: Permission
  /// What rebuilding the index needs.
  public let keepers: Permission
  /// Every table that documents are made of; each is vouched for by the journal.
  public let tables: [RecordTable]
  /// Rises when documents are made of the register in another way, so that indexes are built anew.
  public let edition: Int
  /// How many documents there are.
  public let count: @Sendable (any Reading) throws -> Int
  /// The documents with ids behind the given one, in ascending order, at most so many.
  public let page: @Sendable (_ after: Int64, _ limit: Int, any Reading) throws -> [CorpusDocument]
  /// The documents with these ids, in any order; those that are gone are left out.
  public let find: @Sendable ([Int64], any Reading) throws -> [CorpusDocument]
  /// Every id, in any order.
  public let ids: @Sendable (any Reading) throws -> [Int64]
  /// The ids that any entry behind the given one wrote; nil where that cannot be told and the index is built anew.
  ///
  /// Documents that are gone need not be among them.
  public let changed: @Sendable (_ since: Int64, any Reading) throws -> [Int64]?
  /// What people call a value of a column; nil where it is its own word.
  public let words: @Sendable (CorpusColumn, String) -> Phrase?

  public init(
    readers: Permission, keepers: Permission, tables: [RecordTable], edition: Int,
    count: @escaping @Sendable (any Reading) throws -> Int,
    page: @escaping @Sendable (_ after: Int64, _ limit: Int, any Reading) throws -> [CorpusDocument],
    find: @escaping @Sendable ([Int64], any Reading) throws -> [CorpusDocument],
    ids: @escaping @Sendable (any Reading) throws -> [Int64],
    changed: @escaping @Sendable (_ since: Int64, any Reading) throws -> [Int64]?,
    words: @escaping @Sendable (CorpusColumn, String) -> Phrase? = { _, _ in nil }
  ) {
    self.readers = readers
    self.keepers = keepers
    self.tables = tables
    self.edition = edition
    self.count = count
    self.page = page
    self.find = find
    self.ids = ids
    self.changed = changed
    self.words = words
  }
}
