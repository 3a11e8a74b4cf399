public import Kernel
public import MattersStore
public import PremisesStore
public import Web

/// Adds the doors of the premises: map, sites, floor plans, rooms, moves, vacancy, stages, the clusters served, and who
/// is about to be admitted.
///
/// - Parameter matters: where objections to what is made public go.
public func addPremisesDoors(
  to routes: inout Routes, desk: PremisesDesk, matters: MatterDesk, links: PremisesLinks, world: World
) {
  let pages = PremisesPages(desk: desk, links: links, world: world)
  routes.page("/premises", needs: .readPremises, pages.map)
  routes.action("/premises/establish", needs: .managePremises, submit: pages.establish)
  routes.page("/premises/sites/:id", needs: .readPremises, pages.site)
  routes.page("/premises/floors/:id", needs: .readPremises, pages.floor)
  routes.page("/premises/rooms/:id", needs: .readPremises, pages.room)
  routes.page("/premises/vacancy", needs: .readPremises, pages.vacancy)
  routes.file("/premises/vacancy.csv", needs: .readPremises, pages.vacancyTable)
  addMoveDoors(to: &routes, MovePages(desk: desk, links: links, world: world))
  addSpaceDoors(to: &routes, SpacePages(desk: desk, world: world))
  addStageDoors(to: &routes, StagePages(desk: desk, links: links, world: world))
  let publicity = PublicityPages(desk: desk, matters: matters)
  routes.page("/publicity", needs: .readPremises, publicity.list)
  routes.form("/publicity/:id/object", needs: .readPremises, show: publicity.show, submit: publicity.object)
  routes.say([.objectionTaken])
  for endpoint in PremisesAPI(desk: desk, world: world).endpoints { routes.endpoint(endpoint) }
}

private func addMoveDoors(to routes: inout Routes, _ pages: MovePages) {
  routes.form("/premises/rooms/:id/move-in", needs: .managePremises, show: pages.showMoveIn, submit: pages.moveIn)
  routes.form(
    "/premises/occupancies/:id/move-out", needs: .managePremises, show: pages.showMoveOut, submit: pages.moveOut)
  routes.form(
    "/premises/occupancies/:id/correct", needs: .managePremises, show: pages.showCorrect, submit: pages.correct)
  routes.form(
    "/premises/occupancies/:id/withdraw", needs: .managePremises, show: pages.showWithdraw, submit: pages.withdraw)
}

private func addSpaceDoors(to routes: inout Routes, _ pages: SpacePages) {
  routes.form(
    "/premises/sites/:id/function", needs: .managePremises, show: pages.showReassign, submit: pages.reassign)
  routes.form(
    "/premises/sites/:id/buildings/new", needs: .managePremises, show: pages.showBuilding, submit: pages.addBuilding)
  routes.form(
    "/premises/buildings/:id/floors/new", needs: .managePremises, show: pages.showFloor, submit: pages.addFloor)
  routes.form("/premises/floors/:id/rooms/new", needs: .managePremises, show: pages.showRoom, submit: pages.addRoom)
  routes.form(
    "/premises/rooms/:id/correct", needs: .managePremises, show: pages.showCorrectRoom, submit: pages.correctRoom)
}

private func addStageDoors(to routes: inout Routes, _ pages: StagePages) {
  routes.page("/premises/stages", needs: .readPremises, pages.stages)
  routes.page("/premises/criteria", needs: .readPremises, pages.criteria)
  routes.form("/premises/criteria/new", needs: .setStageCriteria, show: pages.showNew, submit: pages.adopt)
  routes.page("/premises/criteria/:id", needs: .readPremises, pages.version)
  routes.form(
    "/premises/criteria/:id/withdraw", needs: .setStageCriteria, show: pages.showWithdraw, submit: pages.withdraw)
  routes.page("/premises/coverage", needs: .readPremises, pages.coverage)
  routes.form(
    "/premises/clusters/:scheme/new", needs: .setStageCriteria, example: "/premises/clusters/jiangning/new",
    show: pages.showClusters, submit: pages.replaceClusters)
  routes.form("/premises/services/new", needs: .managePremises, show: pages.showService, submit: pages.addService)
  routes.form(
    "/premises/services/:id/withdraw", needs: .managePremises, show: pages.showWithdrawService,
    submit: pages.withdrawService)
}
