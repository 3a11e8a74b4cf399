public import JournalStore
public import Storage

/// In the order they were released.
public let enterpriseMigrations: [Migration] = []

/// The tables that the journal vouches for.
public let enterpriseTables: [RecordTable] = []
