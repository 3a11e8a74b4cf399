public import Storage

/// In the order they were released.
public let accessMigrations: [Migration] = [.createAccounts, .createFormUses, .publishContacts]
