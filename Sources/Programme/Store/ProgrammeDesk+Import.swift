public import Access
import Journal
import JournalStore
import Kernel
public import Programme
import Storage

extension ProgrammeDesk {
  /// Adds the rows of a file that are complete to a year's plan, all in one entry of the journal.
  ///
  /// - Returns: what became of each row: a refused one says everything that is wrong with it.
  public func importTasks(
    _ sheet: TaskSheet, sha256: String, toPlanOf year: Int, by account: Account
  ) async throws -> [ImportedTaskRow] {
    try account.require(.editPlan)
    let world = world
    return try await database.write { db in
      guard let plan = try PlanRows.plan(of: year, in: db) else { throw PlanRefusal.unknownPlan(year) }
      let deed = Deed(.importTasks, by: account, on: plan.id.subject, facts: ["sha256": sha256])
      return try Recording.write(deed, world: world, in: db) { recording in
        var place = try PlanRows.nextPlace(in: plan.id, in: db)
        var rows: [ImportedTaskRow] = []
        for line in sheet.lines {
          let row = try Self.row(line, plan.id, place, world, recording, db)
          if row.task != nil { place += 1 }
          rows.append(row)
        }
        recording.state("\(rows.filter { $0.task != nil }.count)", as: "kept")
        recording.state("\(rows.filter { $0.task == nil }.count)", as: "refused")
        return rows
      }
    }
  }

  private static func row(
    _ line: TaskSheet.Line, _ plan: ID<Plan>, _ place: Int, _ world: World, _ recording: Recording, _ db: any Writing
  ) throws -> ImportedTaskRow {
    func refused(_ phrases: [Phrase]) -> ImportedTaskRow {
      ImportedTaskRow(number: line.number, title: line.draft.title, task: nil, refusals: phrases)
    }
    let content: TaskContent
    do {
      content = try TaskContent(line.draft)
    } catch {
      // A day that cannot be read says so already, and need not be called missing as well.
      let unread = line.faults.isEmpty ? [] : ["start", "due"]
      return refused(line.faults + error.causes.filter { !unread.contains($0.field ?? "") }.map(\.phrase))
    }
    guard line.faults.isEmpty else { return refused(line.faults) }
    guard try !PlanRows.isTaken(content.title, in: plan, in: db) else {
      return refused([PlanRefusal.titleTaken(content.title).phrase])
    }
    let task = PlanTask(
      id: world.newID(), plan: plan, place: place, content: content, stage: .open, percent: 0, revision: 0)
    try recording.insert(PlanRows.values(task), into: .planTasks)
    return ImportedTaskRow(number: line.number, title: content.title, task: task.id, refusals: [])
  }
}
