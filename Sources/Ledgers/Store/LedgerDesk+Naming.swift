public import Kernel
public import Ledgers
public import Storage

extension LedgerDesk {
  /// Turns the organisations and persons that `values` name from what was written into what is kept.
  ///
  /// For forms of others that ask for them; called inside their own transaction.
  ///
  /// - Returns: what could not be found, each with its field.
  public func resolve(
    _ values: inout LedgerRecord.Values, of fields: [LedgerField], in db: any Reading
  ) throws -> [any Refusal] {
    var resolving = LedgerResolving(book: book, personKey: personKey)
    return try resolving.resolve(&values, of: fields, in: db)
  }
}
