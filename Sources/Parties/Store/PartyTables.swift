public import JournalStore

extension RecordTable {
  public static let parties = RecordTable(
    "parties", columns: ["id", "name", "sort_key", "kind", "code", "merged_into"])

  public static let partyNames = RecordTable(
    "party_names", columns: ["id", "text", "folded", "home", "party"])
}

/// The tables of the parties that the journal vouches for.
public let partyTables: [RecordTable] = [.parties, .partyNames]
