public import JournalStore
public import Storage

extension RecordTable {
  public static let matters = RecordTable(
    "matters",
    columns: [
      "id", "procedure_code", "letters", "year", "serial", "stage", "channel", "filed_at", "filer", "organisation",
      "applicant", "title", "handler", "station", "closed_at", "end_sort", "due_on", "due_provisional", "due_clock",
      "events",
    ], personal: ["applicant", "title"])
  public static let matterEvents = RecordTable(
    "matter_events",
    columns: ["matter", "place", "sort", "code", "from_stage", "to_stage", "at", "account", "side", "reason"],
    keyWidth: 2, personal: ["reason"])
  public static let matterAnswers = RecordTable(
    "matter_answers", columns: ["matter", "place", "field", "text", "whole", "day"], keyWidth: 3,
    personal: ["text", "whole", "day"])
  public static let matterClocks = RecordTable(
    "matter_clocks",
    columns: [
      "matter", "place", "clock", "run", "started_on", "length", "unit", "stopped", "paused_on", "ended_on", "due_on",
      "provisional", "is_told", "is_extended",
    ], keyWidth: 2)
  static let matterParties = RecordTable(
    "matter_parties", columns: ["matter", "place", "role", "organisation", "account", "name"], keyWidth: 2,
    personal: ["name"])
  static let matterFiles = RecordTable(
    "matter_files", columns: ["matter", "place", "number", "material", "evidence", "name"], keyWidth: 3,
    personal: ["name"])
  /// Of each account at most one; the address itself is kept nowhere.
  static let calendarFeeds = RecordTable(
    "calendar_feeds", columns: ["account", "token_hash", "language", "created_at"])
  static let matterRecusals = RecordTable(
    "matter_recusals", columns: ["matter", "account", "reason", "at"], keyWidth: 2, personal: ["reason"])
}

/// What `Assembly` collects from the matters.
public enum MatterTables {
  public static let records: [RecordTable] = [
    .matters, .matterEvents, .matterAnswers, .matterClocks, .matterParties, .matterFiles, .matterRecusals,
    .calendarFeeds,
  ]
  /// Tables that are not records: secrets, counts and what nobody has sent yet.
  public static let others = ["matter_codes", "matter_numbers", "matter_drafts"]
  public static let migrations: [Migration] = [.createMatters, .indexMatters, .indexStations, .createFeeds]
}
