public import Storage

/// In the order they were released.
public let journalMigrations: [Migration] = [.createJournal, .createTableHeads, .indexJournal]
