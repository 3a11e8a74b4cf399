import Institutions
public import InstitutionsStore
public import Kernel
public import Web

/// Adds the pages about the institutions as a whole: recruitment, the chain of services, returns to chase.
public func addInstitutionDoors(to routes: inout Routes, desk: InstitutionDesk, world: World) {
  let pages = InstitutionPages(desk: desk, world: world)
  routes.page("/chain", needs: .readInstitutions, pages.chain)
  routes.page("/recruitment", needs: .readInstitutionFiles, pages.funnel)
  routes.page("/chase", needs: .readInstitutionFiles, pages.chase)
  routes.file("/chase/list.csv", needs: .readInstitutionFiles, pages.chaseList)
}
