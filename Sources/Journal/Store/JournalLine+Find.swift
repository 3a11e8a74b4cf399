public import Journal
public import Storage

extension JournalLine {
  /// The entry of this number, for desks whose records show who last changed them and why.
  public static func find(_ number: Int64, in db: any Reading) throws -> JournalLine? {
    try JournalRows.find(number, in: db)
  }
}
