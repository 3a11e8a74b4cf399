public import JournalStore
public import Storage

extension RecordTable {
  static let portfolios = RecordTable(
    "portfolios", columns: ["id", "owner", "owner_name", "reduction", "lead_days"])
  static let holdings = RecordTable(
    "portfolio_patents",
    columns: [
      "id", "portfolio", "number", "patent", "title", "kind", "filed_on", "granted_on", "inventors", "department",
      "owner_role", "co_owners", "share", "reduction", "paid_through", "left_way", "left_on", "left_document",
    ])
  static let holdingContracts = RecordTable(
    "portfolio_contracts",
    columns: ["id", "holding", "kind", "counterparty", "document", "first_day", "last_day", "ended_on"])
  static let annuityPayments = RecordTable(
    "portfolio_payments", columns: ["id", "holding", "year", "amount", "surcharge", "paid_on", "document"])
  static let portfolioReviews = RecordTable(
    "portfolio_reviews",
    columns: [
      "id", "portfolio", "year", "opened_at", "opened_by", "list_hash", "previous", "closed_at", "closed_by",
    ])
  static let reviewItems = RecordTable(
    "portfolio_review_items",
    columns: [
      "id", "review", "place", "holding", "number", "title", "kind", "filed_on", "granted_on", "department",
      "inventors", "annuity", "next_year", "next_day", "next_fee", "contracts", "last_decision", "changes",
      "maturity", "market", "resistance", "decision", "reason", "evidence", "decided_by", "decider", "decided_at",
      "second_by", "second", "second_at", "sent_back",
    ])
  static let oldPlatformRuns = RecordTable(
    "portfolio_imports", columns: ["id", "portfolio", "file_name", "file_hash", "taken_at", "taken_by"])
  static let oldPlatformRows = RecordTable(
    "portfolio_import_rows",
    columns: ["run", "place", "line", "number", "title", "effect", "code", "words_zh", "words_en", "holding"],
    keyWidth: 2)
  static let annuityReminders = RecordTable(
    "portfolio_reminders", columns: ["holding", "year", "sort", "sent_at"], keyWidth: 3)
}

/// What `Assembly` collects from portfolios.
public enum PortfolioTables {
  public static let records: [RecordTable] = [
    .portfolios, .holdings, .holdingContracts, .annuityPayments, .portfolioReviews, .reviewItems, .oldPlatformRuns,
    .oldPlatformRows, .annuityReminders,
  ]
  public static let migrations: [Migration] = [.createPortfolios]
}
