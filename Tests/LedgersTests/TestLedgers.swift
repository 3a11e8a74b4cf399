import Access
import Evidence
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Storage
import Testing

extension Permission {
  static let readFirms = Permission("test.firms", Phrase(zh: "查看", en: "See"))
  static let readHours = Permission("test.hours", Phrase(zh: "查看", en: "See"))
  static let keepFirms = Permission("test.keep", Phrase(zh: "登记", en: "Keep"))
  static let fileHours = Permission("test.file", Phrase(zh: "填报", en: "File"))
}

/// Three small ledgers: one for everybody, one that names its organisations, one that institutions file.
enum TestLedgers {
  static let firms = Ledger(
    "test_firms", path: "/firms", mark: "T-1", name: Phrase(zh: "机构", en: "Firms"), one: Phrase(zh: "机构", en: "firm"),
    purpose: Phrase(zh: "测试用机构。", en: "Firms of the tests."), identity: ["code"], title: "name",
    readers: .readFirms, keepers: .keepFirms, owner: "code", rules: [.inOrder("founded", "closed")],
    fields: [
      LedgerField("code", Phrase(zh: "统一社会信用代码", en: "Credit code"), .creditCode).required.listed.also("信用代码"),
      LedgerField("name", Phrase(zh: "名称", en: "Name"), .text(limit: 40)).required.listed,
      LedgerField(
        "kind", Phrase(zh: "类型", en: "Kind"),
        .choice([
          LedgerChoice("company", Phrase(zh: "企业法人", en: "Company"), aliases: ["公司"]),
          LedgerChoice("branch", Phrase(zh: "分支机构", en: "Branch")),
        ])
      ).required.listed.filter,
      LedgerField(
        "services", Phrase(zh: "服务", en: "Services"),
        .choices([
          LedgerChoice("agency", Phrase(zh: "代理、代办", en: "Agency")), LedgerChoice("law", Phrase(zh: "法律", en: "Law")),
        ])),
      LedgerField("founded", Phrase(zh: "成立日期", en: "Founded"), .day).required,
      LedgerField("closed", Phrase(zh: "关闭日期", en: "Closed"), .day),
      LedgerField("revenue", Phrase(zh: "收入", en: "Revenue"), .money(.tenThousand)).listed,
      LedgerField("part", Phrase(zh: "占比", en: "Part"), .share),
      LedgerField("area", Phrase(zh: "面积（平方米）", en: "Area (m²)"), .hundredths(0...10_000_000)),
      LedgerField("people", Phrase(zh: "人数", en: "People"), .whole(0...100_000)),
      LedgerField("open", Phrase(zh: "营业", en: "Open"), .flag).filter,
      LedgerField("contact", Phrase(zh: "联系人", en: "Contact"), .text(limit: 40)).personal,
      LedgerField("note", Phrase(zh: "内部备注", en: "Note"), .lines(limit: 200)).internalOnly,
    ])

  static let deals = Ledger(
    "test_deals", path: "/deals", mark: "T-2", name: Phrase(zh: "业务", en: "Deals"), one: Phrase(zh: "业务", en: "deal"),
    purpose: Phrase(zh: "测试用业务。", en: "Deals of the tests."), identity: ["firm", "number"], title: "number",
    readers: .readFirms, keepers: .keepFirms, day: "signed",
    fields: [
      LedgerField("number", Phrase(zh: "编号", en: "Number"), .text(limit: 40)).required.listed,
      LedgerField("firm", Phrase(zh: "机构", en: "Firm"), .organisation(of: "test_firms")).required.listed.also("机构名称"),
      LedgerField("signed", Phrase(zh: "签订日期", en: "Signed"), .day).listed,
    ])

  static let hours = Ledger(
    "test_hours", path: "/hours", mark: "T-3", name: Phrase(zh: "工时", en: "Hours"), one: Phrase(zh: "工时", en: "entry"),
    purpose: Phrase(zh: "测试用工时。", en: "Hours of the tests."), identity: ["firm", "person"], title: "person_name",
    readers: .readHours, keepers: .keepFirms, filers: .fileHours, owner: "firm", isApproved: true,
    fields: [
      LedgerField("firm", Phrase(zh: "机构", en: "Firm"), .organisation(of: "test_firms")).required.listed,
      LedgerField("person", Phrase(zh: "证件号码", en: "Identity number"), .person).required,
      LedgerField("person_name", Phrase(zh: "姓名", en: "Full name"), .text(limit: 40)).required.personal.listed,
      LedgerField("hours", Phrase(zh: "小时", en: "Hours"), .whole(0...10_000)).required,
    ])

  /// Nobody works more than sixty hours a week, and no firm signs before it is founded: to be checked, not refused.
  static let book = LedgerBook([
    KeptLedger(firms),
    KeptLedger(
      deals,
      hints: [
        LedgerHintRule(
          "before-founded", Phrase(zh: "早于成立", en: "Before it was founded"),
          where: "test_deals.signed < \(founded)", values: ["test_deals.signed", founded]
        ) { Phrase(zh: "\($0[0]) 早于成立日期 \($0[1])", en: "\($0[0]) is before \($0[1])") }
      ]),
    KeptLedger(
      hours,
      hints: [
        LedgerHintRule(
          "many-hours", Phrase(zh: "工时过多", en: "Many hours"), where: "test_hours.hours > 60",
          values: ["test_hours.hours"]
        ) { Phrase(zh: "\($0[0]) 小时，多于 60 小时", en: "\($0[0]) hours are more than 60") }
      ]),
  ])
  private static let founded: SQL = "(SELECT f.founded FROM test_firms f WHERE f.code = test_deals.firm)"
  static let migrations =
    journalMigrations + [
      firms.migration("test firms"), deals.migration("test deals"), hours.migration("test hours"),
    ]
}

/// The `number`th credit code: its check symbol is the one that the standard's own type accepts.
func creditCode(_ number: Int) -> String {
  let body = "91320100MA" + String(10_000_000 + number).dropFirst()
  let codes = "0123456789ABCDEFGHJKLMNPQRTUWXY".map { symbol -> String in "\(body)\(symbol)" }
  return codes.first { (try? SocialCreditCode($0)) != nil } ?? ""
}

/// A zone that has nothing but the three ledgers.
struct LedgerZone {
  let database: any Database
  let world = World.fixed()
  let keeper = person("keeper", [.readFirms, .readHours, .keepFirms, .fileHours], roles: [.centreStaff])
  let visitor = Account.visitor([.readFirms])

  var desk: LedgerDesk {
    LedgerDesk(book: TestLedgers.book, database: database, world: world) { text in
      text.hasPrefix("P-") ? text : text.count >= 5 ? "P-" + String(text.reversed()) : nil
    }
  }

  static func with(_ kind: DatabaseKind, _ work: (LedgerZone) async throws -> Void) async throws {
    try await kind.withDatabase(TestLedgers.migrations) { try await work(LedgerZone(database: $0)) }
  }

  /// Somebody who acts for the firm with `code`.
  static func filer(_ code: String) throws -> Account {
    person(
      "filer", [.readFirms, .fileHours], roles: [.institution],
      mandate: Mandate(
        id: .sample(), holder: .sample(9), organisation: try SocialCreditCode(code), organisationName: "甲公司",
        grade: .clerk, from: Day(number: 0), to: nil, stage: .approved))
  }

  func firm(_ number: Int, _ name: String, _ more: [String: String] = [:]) -> LedgerDraft {
    LedgerDraft(
      texts: ["code": creditCode(number), "name": name, "kind": "company", "founded": "2026-01-02"].merging(more) { $1 }
    )
  }

  func hours(_ firm: Int, _ person: String, _ hours: Int) -> LedgerDraft {
    LedgerDraft(
      texts: ["firm": creditCode(firm), "person": person, "person_name": "张三丰", "hours": "\(hours)"], grade: .g1,
      document: "证1")
  }

  func find(_ id: ID<LedgerRecord>, _ ledger: Ledger) async throws -> LedgerRecord {
    try await desk.find(id, in: ledger, by: keeper).record
  }

  func count(_ ledger: Ledger) async throws -> Int { try await desk.page(of: ledger, by: keeper).count }

  /// Reads `text` as a table and takes it.
  @discardableResult
  func take(
    _ text: String, _ ledger: Ledger = TestLedgers.firms, asTrial isTrial: Bool = false, by account: Account? = nil
  ) async throws -> LedgerImportReport {
    let table = try table(Array(text.utf8), ledger)
    return try await desk.take(table.rows, named: "a.csv", into: ledger, asTrial: isTrial, by: account ?? keeper)
  }

  func isIntact() async throws -> Bool {
    let journal = JournalDesk(
      database: database, world: world, tables: TestLedgers.book.all.map(\.ledger.table),
      subjects: { _, _, _ in true })
    if case .intact = try await journal.verify(by: .console([.verifyJournal])) { return true }
    return false
  }
}

func person(
  _ name: String, _ permissions: Set<Permission>, roles: Set<Role>, mandate: Mandate? = nil
) -> Account {
  Account(
    id: .sample(9), standing: .person, name: name, displayName: name, roles: roles, permissions: permissions,
    mandate: mandate)
}

/// A table as somebody would bring it, in a file.
func table(_ bytes: [UInt8], _ ledger: Ledger = TestLedgers.firms) throws -> LedgerTable {
  let file = FileManager.default.temporaryDirectory.appending(path: "table-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: file) }
  try Data(bytes).write(to: file)
  return try LedgerTable(path: file.path, of: ledger)
}

/// The codes of what refused a piece of work, with the fields that they name.
func refusals(_ work: () async throws -> Void) async throws -> [String] {
  do {
    try await work()
    return []
  } catch let refusal as FormRefusal {
    return refusal.causes.map(told)
  } catch let refusal as any Refusal {
    return [told(refusal)]
  }
}

func told(_ refusal: any Refusal) -> String { [refusal.field, refusal.code].compactMap(\.self).joined(separator: " ") }

/// New, updated, unchanged and rejected rows.
func counts(_ report: LedgerImportReport) -> [Int] {
  [report.new, report.updated, report.unchanged, report.rejected.count]
}
