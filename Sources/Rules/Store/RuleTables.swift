public import JournalStore

extension RecordTable {
  public static let ruleSupersessions = RecordTable(
    "rule_supersessions",
    columns: [
      "id", "rule", "value", "first_day", "basis", "document", "document_number", "article", "decided_on", "reason",
      "entered_by", "entered_at", "withdrawn_at",
    ])

  public static let ruleCopies = RecordTable("rule_supersession_copies", columns: ["id", "address"])

  public static let holidayCalendars = RecordTable(
    "holiday_calendars",
    columns: [
      "id", "year", "title", "document_number", "issued_on", "address", "days", "reason", "entered_by", "entered_at",
    ])
}

/// The tables of the rules that the journal vouches for.
public let ruleTables: [RecordTable] = [.ruleSupersessions, .ruleCopies, .holidayCalendars]
