public import JournalStore
public import Storage

/// In the order they were released.
public let programmeMigrations: [Migration] = programmeLedgerMigrations

/// The tables that the journal vouches for.
public let programmeTables: [RecordTable] = programmeLedgerTables
