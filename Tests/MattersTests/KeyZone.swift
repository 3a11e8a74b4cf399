import Access
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Matters
import MattersStore
import Rules
import RulesStore
import Storage

/// A zone of the tests that has nothing but keys.
struct KeyZone {
  let database: any Database
  let world = World.fixed(at: .monday)
  let people: KeyPeople

  static func with(_ kind: DatabaseKind, _ work: (KeyZone) async throws -> Void) async throws {
    let people = try KeyPeople()
    try await kind.withDatabase(journalMigrations + ruleMigrations + MatterTables.migrations) { database in
      try await work(KeyZone(database: database, people: people))
    }
  }

  func desk(
    _ other: (any Database)? = nil, at moment: Date = .monday, without gone: Account? = nil,
    book: [KeptProcedure] = [KeptProcedure(KeyCase.self)]
  ) throws -> MatterDesk {
    let calendar = try HolidayLibrary.shipped()
    let people = people
    let world = World(now: { moment }, serial: world.serial, randomBytes: world.randomBytes)
    return MatterDesk(
      book: ProcedureBook(book),
      rules: RuleShelf(shipped: try RuleLibrary.shipped(for: .demonstration)),
      ledgers: LedgerDesk(book: LedgerBook([]), database: other ?? database, world: world) { _ in nil },
      around: MatterSurroundings(
        calendar: { _ in calendar },
        holders: { permission, _ in
          people.all.filter { $0.may(permission) }.map { MatterPerson(account: $0.id, name: $0.displayName) }
        },
        name: { id, _ in people.all.first { $0.id == id }?.displayName },
        isTied: { id, codes, _ in
          people.all.first { $0.id == id }?.mandate.map { codes.contains($0.organisation) } ?? false
        },
        faces: { id, _ in people.all.filter { $0.id == id && $0.id != gone?.id } },
        mark: { "mark of \($0)" }),
      database: other ?? database, world: world)
  }

  func file(_ texts: [String: String] = ["room": "101"], by account: Account? = nil) async throws -> FiledMatter {
    try await desk().file(MatterFiling("keys", texts: texts), by: account ?? people.asker)
  }

  func isIntact() async throws -> Bool {
    let journal = JournalDesk(
      database: database, world: world, tables: MatterTables.records, subjects: { _, _, _ in true })
    if case .intact = try await journal.verify(by: .console([.verifyJournal])) { return true }
    return false
  }
}

extension Date {
  /// Monday, 28 September 2026, noon in Nanjing.
  static let monday = Date(timeIntervalSince1970: 1_790_568_000)
}

/// Who appears in the tests of matters.
struct KeyPeople: Sendable {
  let asker: Account
  let neighbour: Account
  let stranger: Account
  let keeper: Account
  let colleague: Account
  /// Could lend keys, and acts for the neighbour.
  let tied: Account

  init() throws {
    let client: Set<Permission> = [.fileMatters, .readGuides, .askForKeys]
    let staff: Set<Permission> = [.fileMatters, .readGuides, .workOnMatters, .assignMatters, .lendKeys]
    asker = try Self.account(11, "借钥人", client)
    neighbour = try Self.account(12, "邻居", client, for: Self.neighbourCode)
    stranger = try Self.account(13, "旁人", client)
    keeper = try Self.account(21, "管钥人", staff)
    colleague = try Self.account(22, "同事", staff)
    tied = try Self.account(23, "有关联的同事", staff, for: Self.neighbourCode)
  }

  var all: [Account] { [asker, neighbour, stranger, keeper, colleague, tied] }

  static let neighbourCode = "91350100M000100Y43"

  private static func account(
    _ number: Int64, _ name: String, _ permissions: Set<Permission>, for code: String? = nil
  ) throws -> Account {
    let mandate = try code.map { code in
      Mandate(
        id: .sample(number), holder: .sample(number), organisation: try SocialCreditCode(code),
        organisationName: "邻居公司",
        grade: .clerk, from: Day(number: 0), to: nil, stage: .approved)
    }
    return Account(
      id: .sample(number), standing: .person, name: "p\(number)", displayName: name, roles: [],
      permissions: permissions,
      mandate: mandate)
  }
}

/// The codes of what refused a piece of work; none where it was done.
func refusals<Done>(_ work: () async throws -> Done) async throws -> [String] {
  do {
    _ = try await work()
    return []
  } catch let refusal as FormRefusal {
    return refusal.causes.map(\.code)
  } catch let refusal as any Refusal {
    return [refusal.code]
  }
}
