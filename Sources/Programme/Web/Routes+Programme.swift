import Institutions
public import ProgrammeStore
public import Web

/// Adds the doors of the yearly plans and of the evaluations.
///
/// - Parameter links: what other parts of the zone say about them.
public func addProgrammeDoors(
  to routes: inout Routes, desk: ProgrammeDesk, links: ProgrammeLinks = ProgrammeLinks()
) {
  addPlanDoors(to: &routes, PlanPages(desk: desk, links: links))
  addTaskDoors(to: &routes, TaskPages(desk: desk, links: links))
  addEvaluationDoors(to: &routes, EvaluationPages(desk: desk, links: links))
  addQuestionnaireDoors(to: &routes, QuestionnairePages(desk: desk))
  for endpoint in PlanAPI(desk: desk).endpoints + EvaluationAPI(desk: desk).endpoints { routes.endpoint(endpoint) }
  routes.say(Success.programme)
}

private func addPlanDoors(to routes: inout Routes, _ pages: PlanPages) {
  routes.page("/plan", needs: .readPlan, pages.list)
  routes.form("/plan/new", needs: .editPlan, show: pages.showNew, submit: pages.create)
  routes.page("/plan/:year", needs: .readPlan, pages.show)
  routes.file("/plan/:year/tasks.csv", needs: .readPlan, pages.table)
  routes.form("/plan/:year/approve", needs: .approvePlan, show: pages.showApproval, submit: pages.approve)
  routes.form("/plan/:year/import", needs: .editPlan, show: pages.showImport, submit: pages.receive)
  routes.file("/plan/:year/template.csv", needs: .editPlan, pages.template)
}

private func addQuestionnaireDoors(to routes: inout Routes, _ pages: QuestionnairePages) {
  let path = "/returns/questionnaire"
  routes.page(path, needs: .readInstitutionFiles, orActing: .fileForInstitution, pages.show)
  routes.file(path + ".csv", needs: .readInstitutionFiles, orActing: .fileForInstitution, pages.table)
  routes.file(path + ".xlsx", needs: .readInstitutionFiles, orActing: .fileForInstitution, pages.workbook)
}

private func addTaskDoors(to routes: inout Routes, _ pages: TaskPages) {
  routes.form("/plan/:year/tasks/new", needs: .editPlan, show: pages.showNew, submit: pages.add)
  routes.page("/tasks/:id", needs: .readPlan, pages.show)
  routes.form("/tasks/:id/edit", needs: .editPlan, show: pages.showEdit, submit: pages.edit)
  routes.form("/tasks/:id/redate", needs: .editPlan, show: pages.showRedate, submit: pages.redate)
  routes.form("/tasks/:id/progress", needs: .editPlan, show: pages.showProgress, submit: pages.progress)
  routes.form("/tasks/:id/finish", needs: .editPlan, show: pages.showFinish, submit: pages.finish)
  routes.form("/tasks/:id/cancel", needs: .editPlan, show: pages.showCancel, submit: pages.cancel)
}

private func addEvaluationDoors(to routes: inout Routes, _ pages: EvaluationPages) {
  routes.page("/evaluations", needs: .readEvaluations, pages.list)
  routes.page("/evaluations/compare", needs: .readEvaluations, pages.compare)
  routes.form("/evaluations/new", needs: .editSchemes, show: pages.showNew, submit: pages.enter)
  routes.page(
    "/evaluations/schemes/:scheme", needs: .readEvaluations, example: "/evaluations/schemes/zone-2023", pages.scheme)
  routes.file(
    "/evaluations/schemes/:scheme/scheme.yaml", needs: .readEvaluations,
    example: "/evaluations/schemes/zone-2023/scheme.yaml", pages.text)
  routes.form(
    "/evaluations/schemes/:scheme/weights", needs: .editSchemes,
    example: "/evaluations/schemes/zone-2023/weights", show: pages.showWeights, submit: pages.weigh)
  routes.form(
    "/evaluations/schemes/:scheme/run", needs: .runEvaluations, example: "/evaluations/schemes/zone-2023/run",
    show: pages.showNewRun, submit: pages.evaluate)
  routes.page("/evaluations/runs/:id", needs: .readEvaluations, pages.run)
  routes.form(
    "/evaluations/runs/:id/evidence", needs: .runEvaluations, show: pages.showEvidence, submit: pages.addEvidence)
  routes.file("/evaluations/runs/:id/evidence.zip", needs: .readEvaluations, pages.pack)
}
