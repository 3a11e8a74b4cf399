import Access
import Evidence
import Figures
import FiguresStore
import Fixtures
import Journal
import JournalStore
import Kernel
import Storage

/// A zone with two tables of records and figures made of them.
struct FigureZone: Sendable {
  let database: any Database
  let world = World.fixed()
  var isDemonstration = false
  var book = FigureBook(FigureZone.sources)

  static let clerk = Account.console([
    .readFigures, .observeFigures, .freezeFigures, .publishFigures, .setRulings, .importSeries, .verifyJournal,
  ])
  static let visitor = Account.visitor([.readFigures])

  var desk: FigureDesk {
    FigureDesk(
      book: book, series: Self.series, tables: figureTables + [.testServices, .testCases],
      isDemonstration: isDemonstration, database: database, world: world)
  }

  static func with(
    _ kind: DatabaseKind, demonstration isDemonstration: Bool = false, _ work: (FigureZone) async throws -> Void
  ) async throws {
    try await kind.withDatabase(journalMigrations + figureMigrations + [.createTestRecords]) { database in
      try await work(FigureZone(database: database, isDemonstration: isDemonstration))
    }
  }

  /// Services, one client a line; the numbers of the records are counted from 1.
  func serve(_ services: [Service]) async throws {
    let world = world
    try await database.write { db in
      let start = try db.count("SELECT coalesce(max(id), 0) FROM test_services")
      try Recording.write(Deed(.test, by: Self.clerk), world: world, in: db) { recording in
        for (place, service) in services.enumerated() {
          try recording.insert(service.values(id: Int64(start + place + 1)), into: .testServices)
        }
      }
    }
  }

  func change(_ id: Int64, to service: Service) async throws {
    let world = world
    try await database.write { db in
      try Recording.write(Deed(.test, by: Self.clerk), world: world, in: db) { recording in
        try recording.update(service.values(id: id), in: .testServices)
      }
    }
  }

  func remove(_ id: Int64) async throws {
    let world = world
    try await database.write { db in
      try Recording.write(Deed(.test, by: Self.clerk), world: world, in: db) { recording in
        try recording.delete([.integer(id)], from: .testServices)
      }
    }
  }

  /// Listed cases, the first of which were withdrawn.
  func list(_ count: Int, withdrawn: Int) async throws {
    let world = world
    try await database.write { db in
      try Recording.writeBatch(Deed(.test, by: Self.clerk), world: world, in: db) { recording in
        let rows = (1...max(1, count)).prefix(count).map { number -> [SQLValue] in
          [.integer(Int64(number)), .integer(number <= withdrawn ? 1 : 0)]
        }
        try recording.insert(rows, into: .testCases)
      }
    }
  }

  func value(_ code: IndicatorCode, at day: Day = cutoff) async throws -> Figure {
    try await desk.figure(code, at: day, by: Self.visitor)
  }

  func give(_ series: SeriesCode, _ period: String, _ value: String, _ standing: SeriesStanding = .final) async throws {
    guard let period = SeriesPeriod(period), let value = Quantity(decimal: value) else { return }
    try await desk.take(
      [
        SeriesDraft(
          series: series, period: period, value: value, standing: standing, source: "公报", publishedOn: Self.cutoff)
      ], by: Self.clerk)
  }

  static let cutoff = Day(number: 20_757)
  static let series = SeriesBook([
    Series(
      "rate.province", name: Phrase(zh: "全省撤回率", en: "Rate of the province"), unit: Phrase(zh: "%", en: "%"),
      digits: 2, publisher: Phrase(zh: "省局", en: "The province"))
  ])
}

/// One service of the test records.
struct Service: Sendable {
  var client: String
  var fee: Int64 = 100
  var grade: EvidenceGrade = .g2
  var base: String? = "中心"
  var day = "2026-03-01"
  var stage = "valid"

  func values(id: Int64) -> [SQLValue] {
    [
      .integer(id), .text(client), .integer(fee), .integer(Int64(grade.rawValue)), base.map { .text($0) } ?? .null,
      .text(day), .text(stage),
    ]
  }
}

extension RecordTable {
  static let testServices = RecordTable(
    "test_services", columns: ["id", "client", "fee", "grade", "base", "day", "stage"])
  static let testCases = RecordTable("test_cases", columns: ["id", "withdrawn"])
}

extension Migration {
  static let createTestRecords = Migration("test records") { dialect in
    [
      """
      CREATE TABLE test_services (
        id \(dialect.key) NOT NULL PRIMARY KEY, client TEXT NOT NULL, fee BIGINT NOT NULL, grade BIGINT NOT NULL,
        base TEXT, day TEXT NOT NULL, stage TEXT NOT NULL, \(RecordTable.vouching(dialect))
      )
      """,
      """
      CREATE TABLE test_cases (
        id \(dialect.key) NOT NULL PRIMARY KEY, withdrawn BIGINT NOT NULL, \(RecordTable.vouching(dialect))
      )
      """,
    ]
  }
}

extension Action {
  fileprivate static let test = Action("test.write", Phrase(zh: "测试", en: "Test"))
}

extension FigureZone {
  /// A01 counts clients (more than two), A02 adds fees, A07 divides, B03 must rise, C01 has a ruling, E01 is awaited.
  static let sources: [FigureSource] = [
    FigureSource(.sample("A01", .distinct, .absolute(.moreThan, 2), .flow, alternatives: [.cumulative])) {
      services($0.period, "now")
    },
    FigureSource(.sample("A02", .sum(dividedBy: 100, digits: 2), .absolute(.atLeast, 3), .flow)) {
      services($0.period, "now")
    },
    FigureSource(
      .sample("A07", .ratio(times: 100, digits: 2), .series(.moreThan, "rate.province"), .stock, minimum: .g1)
    ) { _ in
      """
      SELECT 'test_cases', id, CAST(id AS TEXT), 1, 'of', 1, 'case', NULL, NULL, NULL FROM test_cases
      UNION ALL
      SELECT 'test_cases', id, CAST(id AS TEXT), 1, 'now', 1, 'case', NULL, NULL, NULL FROM test_cases
      WHERE withdrawn = 1
      """
    },
    FigureSource(.sample("B03", .sum(dividedBy: 1, digits: 0), .risesOverYear, .flow)) { question in
      "\(services(question.period, "now")) UNION ALL \(services(question.yearBefore, "before"))"
    },
    FigureSource(.sample("C01", .distinct, .none, .flow, rulings: [area])) { question in
      question.rulings["AMB-03"] == "all"
        ? services(question.period, "now") : "\(services(question.period, "now")) AND base = '中心'"
    },
    FigureSource(awaited: .sample("E01", .distinct, .done, .milestone)),
  ]

  static let area = Ruling(
    "AMB-03", question: Phrase(zh: "范围", en: "Area"),
    options: [
      RulingOption("all", Phrase(zh: "全区", en: "All")), RulingOption("centre", Phrase(zh: "中心", en: "Centre")),
    ], default: "all")

  private static func services(_ days: ClosedRange<Day>, _ part: String) -> SQL {
    """
    SELECT 'test_services', id, client, fee, CAST(\(part) AS TEXT), grade, client, base, NULL, day FROM test_services
    WHERE stage = 'valid' AND day >= \(days.lowerBound) AND day <= \(days.upperBound)
    """
  }
}

extension Indicator {
  static func sample(
    _ code: IndicatorCode, _ measure: Measure, _ target: Target, _ period: PeriodKind,
    alternatives: [PeriodKind] = [], minimum: EvidenceGrade = .g2, rulings: [Ruling] = [], version: Int = 1
  ) -> Indicator {
    let word = Phrase(zh: "样例", en: "Sample")
    return Indicator(
      code, name: word, unit: Phrase(zh: "家", en: "firms"), clause: "三（一）", measure: measure, target: target,
      period: period, alternatives: alternatives, counting: word, minimum: minimum, owner: word, frequency: word,
      rulings: rulings, awaits: [word], version: version)
  }
}
