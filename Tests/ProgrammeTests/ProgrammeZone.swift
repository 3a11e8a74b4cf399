import Access
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Programme
import ProgrammeStore
import Storage

/// Figures as a test says them; what it does not say has no value.
struct FixedFigures: FigureValues {
  var values: [String: (Int64, Int64)] = [:]

  func value(of code: String, at day: Day) async throws -> (reading: FigureReading?, words: Phrase) {
    guard let (numerator, denominator) = values[code] else { return (nil, Phrase(zh: "尚无数据", en: "No data")) }
    return (
      FigureReading(numerator: numerator, denominator: denominator),
      Phrase(zh: "\(numerator)/\(denominator)", en: "\(numerator)/\(denominator)")
    )
  }
}

extension Set<Permission> {
  static let programme: Set<Permission> = [
    .readPlan, .readPlanDrafts, .editPlan, .approvePlan, .readEvaluations, .runEvaluations, .editSchemes,
  ]
}

/// A zone at noon of 2026-11-22 that has plans and schemes and nothing else.
struct ProgrammeZone {
  let database: any Database
  let world = World.fixed()
  var schemes: [SchemeVersion] = []
  var figures = FixedFigures()
  let clerk = Account.console(Set<Permission>.programme.union([.verifyJournal]))
  let visitor = Account.visitor([.readPlan])
  var desk: ProgrammeDesk {
    ProgrammeDesk(database: database, world: world, schemes: schemes, figures: figures)
  }

  static func with(_ kind: DatabaseKind, _ work: (ProgrammeZone) async throws -> Void) async throws {
    try await kind.withDatabase(journalMigrations + programmeMigrations) { database in
      try await work(ProgrammeZone(database: database))
    }
  }

  func plan() async throws -> PlanFile { try await desk.plan(of: 2026, by: clerk) }
  func task(_ id: ID<PlanTask>) async throws -> TaskFile { try await desk.task(id, by: clerk) }
  func seen(_ id: ID<PlanTask>) async throws -> Int64 { try await task(id).task.revision }

  /// Approves the plan of 2026 with these tasks.
  func approved(_ drafts: TaskDraft...) async throws -> [ID<PlanTask>] {
    try await desk.createPlan(of: 2026, titled: "2026 年度推进计划", by: clerk)
    var ids: [ID<PlanTask>] = []
    for draft in drafts { ids.append(try await desk.addTask(draft, toPlanOf: 2026, by: clerk)) }
    try await desk.approvePlan(of: 2026, under: "宁江知领办〔2026〕1号", seen: try await plan().plan.revision, by: clerk)
    return ids
  }

  func redate(_ id: ID<PlanTask>, start: String, due: String) async throws {
    try await desk.redateTask(
      id, start: Day(start), due: Day(due), because: "场地未落实", seen: try await seen(id), by: clerk)
  }

  func isIntact() async throws -> Bool {
    let journal = JournalDesk(
      database: database, world: world, tables: programmeTables, subjects: { _, _, _ in true })
    if case .intact = try await journal.verify(by: clerk) { return true }
    return false
  }

  func count(_ table: String) async throws -> Int {
    try await database.read { try $0.count("SELECT count(*) FROM \(SQL(name: table))") }
  }
}

extension TaskDraft {
  static func sample(
    _ title: String = "举办发展论坛", start: String = "2026-03-01", due: String = "2026-12-20", person: String = "张某",
    department: String = "区知识产权局", target: String = "举办论坛一场"
  ) -> TaskDraft {
    var draft = TaskDraft()
    draft.title = title
    draft.clause = "五（二）2"
    draft.start = Day(start)
    draft.due = Day(due)
    draft.person = person
    draft.department = department
    draft.target = target
    return draft
  }
}

/// The codes of everything that `work` is refused for, with the fields they stand beside.
func refusals(_ work: () async throws -> Void) async throws -> [String] {
  do {
    try await work()
    return []
  } catch let refusal as FormRefusal {
    return refusal.causes.map { "\($0.field ?? "-"): \($0.code)" }
  } catch let refusal as any Refusal {
    return ["\(refusal.field ?? "-"): \(refusal.code)"]
  }
}

/// A file that is there while `work` runs.
func withFile<Result>(_ bytes: [UInt8], _ work: (String) async throws -> Result) async throws -> Result {
  let url = FileManager.default.temporaryDirectory.appending(path: "ipzone-\(UUID().uuidString)")
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  return try await work(url.path)
}
