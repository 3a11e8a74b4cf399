import Access
import AccessStore
import Fixtures
import Foundation
import Jobs
import JobsStore
import Journal
import JournalStore
import Kernel
import Notices
import NoticesStore
import Parties
import PartiesStore
import Patents
import PatentsStore
import Portfolios
import PortfoliosStore
import Rules
import RulesStore
import Storage

/// A zone with two owners, a register and a folder for files.
struct PortfolioZone {
  let database: any Database
  let folder: URL
  private static let keys = World.fixed()

  static let university = "12329999MB9900001P"
  static let firm = "91350100M000100Y43"

  /// Keepers of the university, one of the firm, and somebody without a mandate.
  let officer = person(1, "甲")
  let colleague = person(2, "乙")
  let stranger = person(3, "丙")
  let nobody = person(4, "丁")

  static func with(_ kind: DatabaseKind, _ work: (PortfolioZone) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ipzone-portfolios-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let migrations =
      journalMigrations + accessMigrations + ruleMigrations + jobMigrations + noticeMigrations + partyMigrations
      + patentMigrations + PortfolioTables.migrations
    try await kind.withDatabase(migrations) { try await work(PortfolioZone(database: $0, folder: folder)) }
  }

  func world(_ day: String = "2026-11-22") -> World {
    let noon = (Day(day) ?? Day(Date.noon)).start.addingTimeInterval(43_200)
    return World(now: { noon }, serial: Self.keys.serial, randomBytes: Self.keys.randomBytes)
  }

  func desk(on day: String = "2026-11-22") throws -> PortfolioDesk {
    let world = world(day)
    return PortfolioDesk(
      rules: RuleShelf(shipped: try RuleLibrary.shipped()), holidays: HolidayShelf(shipped: try HolidayLibrary.book()),
      around: PortfolioSurroundings(mandates: { account, _, _ in
        switch account.id.number {
        case 1, 2: [try mandate(Self.university, "示例大学", of: account)]
        case 3: [try mandate(Self.firm, "示例公司", of: account)]
        default: []
        }
      }), outbox: NoticeOutbox(world: world, zoneKey: [UInt8](repeating: 9, count: 32), canMail: false),
      database: database, world: world)
  }

  func open(_ account: Account? = nil, for owner: String = university) async throws -> ID<Portfolio> {
    try await desk().open(
      for: try SocialCreditCode(owner), reduction: .none, leadDays: 30, by: account ?? officer)
  }

  func write(_ text: String, to name: String = "old.csv") throws -> String {
    let path = folder.appending(path: name).path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  func take(_ text: String, into id: ID<Portfolio>) async throws -> OldPlatformRun {
    try await desk().take(
      try OldPlatformTable(path: try write(text)), named: "旧平台.csv", hash: "00", into: id, by: officer)
  }

  /// Brings a table into the register.
  func register(_ text: String) async throws {
    let world = world()
    let desk = PatentDesk(
      database: database, world: world, jobs: JobDesk(database: database, world: world), uploads: folder.path)
    _ = try await desk.importFile(
      at: try write(text, to: "register.csv"), named: "r.csv", by: .console([.importPatents]))
  }
}

private func person(_ number: Int64, _ name: String) -> Account {
  Account(
    id: ID(number), standing: .person, name: "p\(number)", displayName: name, roles: [.enterprise],
    permissions: [.keepPortfolios])
}

private func mandate(_ code: String, _ name: String, of account: Account) throws -> Mandate {
  Mandate(
    id: ID(account.id.number), holder: account.id, organisation: try SocialCreditCode(code), organisationName: name,
    grade: .clerk, from: Day(number: 0), to: nil, stage: .approved)
}

let header = "申请号,专利名称,专利类型,申请日,授权公告日,申请人,发明人,法律状态,学院,已缴年度\r\n"

/// A number with the check symbol that belongs to it.
func number(_ plain: String) -> String {
  plain + "." + (ApplicationNumber.checkDigit(of: plain).map(String.init) ?? "")
}
