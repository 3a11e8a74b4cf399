public import Access
import FiguresStore
import Institutions
import Kernel
import Programme

extension ProgrammeDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] { planOperations + evaluationOperations }

  private var planOperations: [DeskOperation] {
    let desk = self
    let nobody: ID<PlanTask> = ID(-1)
    return [
      DeskOperation("programme.plans", needs: .readPlan) { _ = try await desk.plans(by: $0) },
      DeskOperation("programme.plan", needs: .readPlan) { _ = try await desk.plan(of: 0, by: $0) },
      DeskOperation("programme.task", needs: .readPlan) { _ = try await desk.task(nobody, by: $0) },
      DeskOperation("programme.questionnaire", needs: .readInstitutionFiles) {
        _ = try await desk.questionnaire(of: 2_025, by: $0)
      },
      DeskOperation("programme.transfer-flags", needs: .readFigures) {
        _ = try await desk.transferFlags(in: Day(number: 0)...Day(number: 0), by: $0)
      },
      DeskOperation("programme.create-plan", needs: .editPlan) {
        _ = try await desk.createPlan(of: 0, titled: "", by: $0)
      },
      DeskOperation("programme.approve-plan", needs: .approvePlan) {
        try await desk.approvePlan(of: 0, under: "", seen: -1, by: $0)
      },
      DeskOperation("programme.rebaseline-plan", needs: .approvePlan) {
        try await desk.rebaselinePlan(of: 0, because: "", seen: -1, by: $0)
      },
      DeskOperation("programme.add-task", needs: .editPlan) {
        _ = try await desk.addTask(TaskDraft(), toPlanOf: 0, by: $0)
      },
      DeskOperation("programme.edit-task", needs: .editPlan) {
        try await desk.editTask(nobody, to: TaskDraft(), because: nil, seen: -1, by: $0)
      },
      DeskOperation("programme.redate-task", needs: .editPlan) {
        try await desk.redateTask(nobody, start: nil, due: nil, because: "", seen: -1, by: $0)
      },
      DeskOperation("programme.note-progress", needs: .editPlan) {
        try await desk.noteProgress(nobody, on: nil, percent: nil, note: "", by: $0)
      },
      DeskOperation("programme.finish-task", needs: .editPlan) {
        try await desk.finishTask(nobody, on: nil, evidence: "", seen: -1, by: $0)
      },
      DeskOperation("programme.cancel-task", needs: .editPlan) {
        try await desk.cancelTask(nobody, because: "", seen: -1, by: $0)
      },
      DeskOperation("programme.import-tasks", needs: .editPlan) {
        _ = try await desk.importTasks(TaskSheet(lines: []), sha256: "", toPlanOf: 0, by: $0)
      },
    ]
  }

  private var evaluationOperations: [DeskOperation] {
    let desk = self
    let nothing: ID<EvaluationRun> = ID(-1)
    let empty = EvaluationScheme(
      code: "none", name: Phrase(zh: "", en: ""), year: 0, source: "", note: nil, headings: [])
    return [
      DeskOperation("programme.schemes", needs: .readEvaluations) { _ = try await desk.schemes(by: $0) },
      DeskOperation("programme.scheme", needs: .readEvaluations) { _ = try await desk.scheme("", by: $0) },
      DeskOperation("programme.weigh", needs: .editSchemes) {
        _ = try await desk.weigh("", with: [:], under: "", because: "", seen: "", by: $0)
      },
      DeskOperation("programme.enter-scheme", needs: .editSchemes) {
        _ = try await desk.enterScheme(empty, under: "", because: "", by: $0)
      },
      DeskOperation("programme.runs", needs: .readEvaluations) { _ = try await desk.runs(by: $0) },
      DeskOperation("programme.run", needs: .readEvaluations) { _ = try await desk.run(nothing, by: $0) },
      DeskOperation("programme.readings", needs: .readEvaluations) {
        _ = try await desk.readings(of: empty, at: Day(number: 0), by: $0)
      },
      DeskOperation("programme.evaluate", needs: .runEvaluations) {
        _ = try await desk.evaluate(by: "", at: nil, reviews: [:], note: "", by: $0)
      },
      DeskOperation("programme.add-evidence", needs: .runEvaluations) {
        try await desk.addEvidence("", sha256: "", for: "", of: nothing, by: $0)
      },
      DeskOperation("programme.evidence-pack", needs: .readEvaluations) {
        _ = try await desk.evidencePack(of: nothing, by: $0)
      },
    ]
  }
}
