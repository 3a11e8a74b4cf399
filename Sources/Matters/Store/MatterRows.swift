import Access
import JournalStore
import Kernel
import Matters
import Storage

/// The only SQL that knows matters, their events and their clocks.
enum MatterRows {
  private static var columns: SQL { "\(RecordTable.matters.columnList), entry" }

  static func find(_ id: ID<Matter>, in db: any Reading) throws -> Matter? {
    try db.row("SELECT \(columns) FROM matters WHERE id = \(id)").map(matter)
  }

  /// In no order.
  static func all(_ ids: [ID<Matter>], in db: any Reading) throws -> [Matter] {
    try db.rows("SELECT \(columns) FROM matters WHERE id IN \(SQL.list(ids))").map(matter)
  }

  static func find(mark: String, in db: any Reading) throws -> Matter? {
    try db.row("SELECT \(columns) FROM matters WHERE id = (SELECT matter FROM matter_codes WHERE mark = \(mark))")
      .map(matter)
  }

  /// Newest first; of some days by the time of filing; or by what is due first.
  static func page(_ filter: MatterFilter, after last: Matter?, limit: Int, in db: any Reading) throws -> [Matter] {
    var conditions = filter.conditions(.list)
    let order: SQL
    if filter.isByDue {
      order = "due_on NULLS LAST, id"
      if let last {
        conditions.append(
          last.due.map { due -> SQL in
            "(due_on IS NULL OR due_on > \(due.day) OR (due_on = \(due.day) AND id > \(last.id)))"
          } ?? "(due_on IS NULL AND id > \(last.id))")
      }
    } else if filter.filed != nil {
      order = "filed_at DESC, id DESC"
      if let last { conditions.append("(filed_at, id) < (\(last.filedAt), \(last.id))") }
    } else {
      order = "id DESC"
      if let last { conditions.append("id < \(last.id)") }
    }
    return try db.rows(
      """
      SELECT \(columns) FROM matters WHERE \(SQL.joined(conditions, by: " AND ")) ORDER BY \(order) LIMIT \(limit)
      """
    ).map(matter)
  }

  static func standing(
    at stages: Set<String>, of procedure: String, limit: Int, in db: any Reading
  ) throws -> [Matter] {
    try db.rows(
      """
      SELECT \(columns) FROM matters
      WHERE procedure_code = \(procedure) AND closed_at IS NULL AND stage IN \(SQL.list(stages.sorted()))
      ORDER BY id LIMIT \(limit)
      """
    ).map(matter)
  }

  static func count(_ filter: MatterFilter, in db: any Reading) throws -> Int {
    try db.count("SELECT COUNT(*) FROM matters WHERE \(SQL.joined(filter.conditions(.count), by: " AND "))")
  }

  /// How many matters everybody has who works on them; nobody's come first.
  ///
  /// With `+ 0`, so that SQLite reads what is open and not every matter in the order of handlers.
  static func load(_ filter: MatterFilter, on today: Day, in db: any Reading) throws -> [MatterLoad] {
    try db.rows(
      """
      SELECT handler + 0, COUNT(*), SUM(CASE WHEN due_on < \(today) THEN 1 ELSE 0 END) FROM matters
      WHERE \(SQL.joined(filter.conditions(.count), by: " AND ")) GROUP BY handler + 0 ORDER BY handler + 0 NULLS FIRST
      """
    ).map { row in
      var row = row.columns
      return MatterLoad(handler: try row.optional { try $0.id() }, open: try row.int(), late: try row.int())
    }
  }

  /// The clocks that run, of open matters that meet a filter, by their last days.
  static func running(
    _ filter: MatterFilter, limit: Int, in db: any Reading
  ) throws -> [(matter: Matter, clock: RunningClock)] {
    let found = try page(filter, after: nil, limit: limit, in: db)
    let clocks = Dictionary(grouping: try self.clocks(ofAny: found.map(\.id), in: db), by: \.matter)
    return found.flatMap { matter in
      (clocks[matter.id] ?? []).filter(\.clock.isRunning).map { (matter, $0.clock) }
    }
  }

  private static func clocks(
    ofAny ids: [ID<Matter>], in db: any Reading
  ) throws -> [(matter: ID<Matter>, clock: RunningClock)] {
    try db.rows(
      """
      SELECT \(RecordTable.matterClocks.columnList) FROM matter_clocks
      WHERE matter IN \(SQL.list(ids)) AND ended_on IS NULL ORDER BY matter, place
      """
    ).map { row in
      var columns = row.columns
      return (try columns.id(), try clock(row))
    }
  }

  /// The next number of a kind and a year: taken in the transaction that files the matter, so that none is left out.
  static func nextSerial(_ letters: String, _ year: Int, in db: any Writing) throws -> Int {
    try db.insert(
      [[.text(letters), .integer(Int64(year)), .integer(0)]], into: "matter_numbers",
      columns: ["letters", "year", "last"], onConflict: "ON CONFLICT DO NOTHING")
    try db.run("UPDATE matter_numbers SET last = last + 1 WHERE letters = \(letters) AND year = \(year)")
    return try db.count("SELECT last FROM matter_numbers WHERE letters = \(letters) AND year = \(year)")
  }

  static func keep(mark: String, of id: ID<Matter>, in db: any Writing) throws {
    try db.insert([[.text(mark), id.sqlValue]], into: "matter_codes", columns: ["mark", "matter"])
  }

  static func events(of id: ID<Matter>, in db: any Reading) throws -> [MatterEvent] {
    try db.rows(
      "SELECT \(RecordTable.matterEvents.columnList) FROM matter_events WHERE matter = \(id) ORDER BY place"
    ).map(event)
  }

  static func clocks(of id: ID<Matter>, in db: any Reading) throws -> [RunningClock] {
    try db.rows(
      "SELECT \(RecordTable.matterClocks.columnList) FROM matter_clocks WHERE matter = \(id) ORDER BY place"
    ).map(clock)
  }

  /// Matters with a clock whose last day is before `day` and of which nobody was told, or after which the zone has a
  /// step to take; those after `last`.
  static func lapsed(
    before day: Day, _ lapses: [Procedure.Lapse], after last: ID<Matter>, limit: Int, in db: any Reading
  ) throws -> [ID<Matter>] {
    let ways = lapses.filter { !$0.stages.isEmpty }.map { lapse -> SQL in
      """
      (m.procedure_code = \(lapse.procedure) AND c.clock = \(lapse.clock) AND m.stage IN \(SQL.list(lapse.stages)))
      """
    }
    return try db.rows(
      """
      SELECT DISTINCT c.matter FROM matter_clocks c JOIN matters m ON m.id = c.matter
      WHERE c.ended_on IS NULL AND c.paused_on IS NULL AND c.due_on < \(day) AND c.matter > \(last)
        AND (\(SQL.joined(["c.is_told = 0"] + ways, by: " OR ")))
      ORDER BY c.matter LIMIT \(limit)
      """
    ).map { row in
      var columns = row.columns
      return try columns.id()
    }
  }

  /// Matters with a clock that runs or stands, after `last`.
  static func running(after last: ID<Matter>, limit: Int, in db: any Reading) throws -> [ID<Matter>] {
    try db.rows(
      """
      SELECT DISTINCT matter FROM matter_clocks WHERE ended_on IS NULL AND matter > \(last) ORDER BY matter LIMIT \(limit)
      """
    ).map { row in
      var columns = row.columns
      return try columns.id()
    }
  }

  static func values(_ matter: Matter) -> [SQLValue] {
    [
      matter.id.sqlValue, .text(matter.procedure), .text(matter.number.letters),
      .integer(Int64(matter.number.year)), .integer(Int64(matter.number.serial)), .text(matter.stage),
      .text(matter.channel.rawValue), matter.filedAt.sqlValue, matter.filer.sqlValue,
      (matter.organisation?.description).sqlValue, matter.applicant.sqlValue, matter.title.sqlValue,
      matter.handler.sqlValue, matter.station.sqlValue, matter.closedAt.sqlValue, (matter.end?.rawValue).sqlValue,
      (matter.due?.day).sqlValue, (matter.due?.provisional).map { Int64($0) }.sqlValue, matter.dueClock.sqlValue,
      .integer(Int64(matter.events)),
    ]
  }

  static func values(_ event: MatterEvent) -> [SQLValue] {
    [
      event.matter.sqlValue, .integer(Int64(event.place)), .text(event.sort.rawValue), .text(event.code),
      event.from.sqlValue, .text(event.to), event.at.sqlValue, event.account.sqlValue, .text(event.side.code),
      event.reason.sqlValue,
    ]
  }

  static func values(_ clock: RunningClock, place: Int, of id: ID<Matter>) -> [SQLValue] {
    [
      id.sqlValue, .integer(Int64(place)), .text(clock.clock), .integer(Int64(clock.run)), clock.startedOn.sqlValue,
      .integer(Int64(clock.limit.count)), .text(clock.limit.unit.rawValue), .integer(Int64(clock.stopped)),
      clock.pausedOn.sqlValue, clock.endedOn.sqlValue, clock.due.day.sqlValue,
      clock.due.provisional.map { Int64($0) }.sqlValue, .integer(clock.isToldOf ? 1 : 0),
      .integer(clock.isExtended ? 1 : 0),
    ]
  }

  private static func matter(_ row: Row) throws -> Matter {
    var row = row.columns
    let id: ID<Matter> = try row.id()
    let procedure = try row.text()
    let number = MatterNumber(letters: try row.text(), year: try row.int(), serial: try row.int())
    var found = Matter(
      id: id, procedure: procedure, number: number, stage: try row.text(), channel: try row.value(),
      filedAt: try row.date(), filer: try row.optional { try $0.id() },
      organisation: try row.optional { try SocialCreditCode($0.text()) }, applicant: try row.optional { try $0.text() },
      title: try row.optional { try $0.text() }, handler: try row.optional { try $0.id() },
      station: try row.optional { try $0.text() }, closedAt: try row.optional { try $0.date() },
      end: try row.optional { try $0.value() }, due: nil)
    let day = try row.optional { try $0.day() }
    let provisional = try row.optional { try $0.int() }
    found.due = day.map { Deadline(day: $0, provisional: provisional) }
    found.dueClock = try row.optional { try $0.text() }
    found.events = try row.int()
    let revision = try row.integer()
    try row.end()
    return found.with(revision: revision)
  }

  private static func event(_ row: Row) throws -> MatterEvent {
    var row = row.columns
    let event = MatterEvent(
      matter: try row.id(), place: try row.int(), sort: try row.value(), code: try row.text(),
      from: try row.optional { try $0.text() }, to: try row.text(), at: try row.date(),
      account: try row.optional { try $0.id() }, side: EventSide(code: try row.text()),
      reason: try row.optional { try $0.text() })
    try row.end()
    return event
  }

  private static func clock(_ row: Row) throws -> RunningClock {
    var row = row.columns
    _ = try row.integer()
    _ = try row.int()
    let clock = try row.text()
    let run = try row.int()
    let started = try row.day()
    let limit = ClockLimit(try row.int(), try row.value())
    let stopped = try row.int()
    let paused = try row.optional { try $0.day() }
    let ended = try row.optional { try $0.day() }
    let due = Deadline(day: try row.day(), provisional: try row.optional { try $0.int() })
    let found = RunningClock(
      clock: clock, run: run, startedOn: started, limit: limit, stopped: stopped, pausedOn: paused, endedOn: ended,
      due: due, isToldOf: try row.bool(), isExtended: try row.bool())
    try row.end()
    return found
  }
}
