import Access
import Evidence
import Figures
import FiguresStore
import Fixtures
import Foundation
import HighValue
import HighValueStore
import Jobs
import JobsStore
import Journal
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Parties
import PartiesStore
import Patents
import PatentsStore
import Rules
import RulesStore
import Storage

/// A zone with a register, the two ledgers, outside series and rulings.
struct HighValueZone {
  let database: any Database
  let folder: URL
  let world = World.fixed()
  let staff = Account.console([
    .readHighValue, .keepHighValue, .readPledges, .importPatents, .importSeries, .readFigures, .setRulings,
  ])
  let visitor = Account.visitor([.readHighValue])

  static func with(_ kind: DatabaseKind, _ work: (HighValueZone) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ipzone-high-value-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let migrations =
      journalMigrations + ruleMigrations + jobMigrations + partyMigrations + patentMigrations + figureMigrations
      + HighValueTables.migrations
    try await kind.withDatabase(migrations) { try await work(HighValueZone(database: $0, folder: folder)) }
  }

  func desk() throws -> HighValueDesk {
    HighValueDesk(
      rules: RuleShelf(shipped: try RuleLibrary.shipped()), place: HighValuePlace(city: "南京", district: "江宁区"),
      residents: "population.jiangning", database: database, world: world)
  }

  var ledgers: LedgerDesk {
    LedgerDesk(book: LedgerBook(HighValueTables.ledgers), database: database, world: world) { _ in nil }
  }

  /// Rulings and series as figures keep them.
  var figures: FigureDesk {
    let indicator = Indicator(
      "C08", name: Phrase(zh: "测试", en: "Test"), unit: Phrase(zh: "件", en: "patents"), clause: "三（三）",
      measure: .distinct,
      target: .absolute(.atLeast, 1), period: .stock, counting: Phrase(zh: "测试", en: "test"), minimum: .g1,
      owner: Phrase(zh: "测试", en: "test"), frequency: Phrase(zh: "测试", en: "test"),
      rulings: [.maintenanceStart])
    let series = Series(
      "population.jiangning", name: Phrase(zh: "人口", en: "Residents"), unit: Phrase(zh: "万人", en: "10,000"), digits: 2,
      publisher: Phrase(zh: "测试", en: "test"))
    return FigureDesk(
      book: FigureBook([FigureSource(awaited: indicator)]), series: SeriesBook([series]), tables: figureTables,
      isDemonstration: false, database: database, world: world)
  }

  func write(_ text: String, to name: String) throws -> String {
    let path = folder.appending(path: name).path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  static let header = "公开（公告）号,申请号,名称,专利类型,申请日,授权公告日,申请人,IPC分类号,地址,法律状态,简单同族\r\n"
  private static let here = "211100江苏省南京市江宁区示例路1号"

  /// Seven granted inventions: see the numbers of the tests.
  func register() async throws {
    let rows: [(Int, String, String, String, String, String, String)] = [
      // Ten years from filing, not from grant.
      (1, "2015-03-02", "2018-05-03", "G06F16/903", Self.here, "有效", ""),
      // Ten years by both.
      (2, "2012-01-04", "2014-02-05", "A01B1/00", Self.here, "有效", ""),
      (3, "2020-03-02", "2022-05-03", "H04L9/32", Self.here, "有效", "CN110000003B;US10123456B2"),
      (4, "2020-03-02", "2022-05-03", "H04L9/32", Self.here, "有效", "US2021123456A1"),
      (5, "2010-03-02", "2012-05-03", "H04L9/32", Self.here, "失效", "US10123456B2"),
      (6, "2010-03-02", "2012-05-03", "H04L9/32", "江苏省南京市浦口区1号", "有效", ""),
      (7, "2020-03-02", "2023-05-03", "C01B3/00", Self.here, "有效", ""),
    ]
    let lines = rows.map { serial, filed, granted, ipc, address, status, family in
      let year = filed.prefix(4)
      return
        "CN11000000\(serial)B,\(number("\(year)1010000\(serial)")),示例方法\(serial),发明,\(filed),\(granted),示例大学,\(ipc),\(address),\(status),\(family)\r\n"
    }
    let desk = PatentDesk(
      database: database, world: world, jobs: JobDesk(database: database, world: world), uploads: folder.path)
    _ = try await desk.importFile(
      at: try write(Self.header + lines.joined(), to: "register.csv"), named: "register.csv", by: staff)
  }

  func take(_ rows: String, from: String = "2026-01-01", _ hash: Character = "1") async throws -> SEITable {
    let file = try SEITableFile(path: try write("产业代码,产业名称,IPC分类号,条件\r\n" + rows, to: "sei.csv"))
    let draft = SEITableDraft(
      name: "测试表", source: "测试来源", from: HighValueTests.day(from), fileName: "sei.csv",
      fileHash: String(repeating: hash, count: 64))
    return try await desk().take(file, draft, by: staff)
  }
}
