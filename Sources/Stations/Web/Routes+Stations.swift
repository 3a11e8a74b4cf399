import Kernel
import Stations
public import StationsStore
public import Web

/// Adds the doors of the stations: their network, their staff, each one's queue, and where visits are taken in.
public func addStationDoors(to routes: inout Routes, desk: StationDesk) {
  let (pages, forms) = (StationPages(desk: desk), StationForms(desk: desk))
  routes.page("/stations/network", needs: .readStations, pages.network)
  routes.page("/stations/mine", needs: .workAtStation, pages.mine)
  routes.page("/stations/:id/queue", needs: .workAtStation, pages.queue)
  routes.page("/stations/:id/offline", needs: .readStations, pages.offline)
  routes.form("/stations/:id/desk", needs: .workAtStation, show: forms.showDesk, submit: forms.take)
  routes.form("/stations/:id/staff", needs: .keepStations, show: forms.showStaff, submit: forms.addStaff)
  routes.action("/stations/:id/staff/:account/dismiss", needs: .keepStations, submit: forms.removeStaff)
  routes.endpoint(StationAPI(desk: desk).take)
  routes.say(Success.ofStations)
}

extension Success {
  static let staffAdded = Success("stations.staff-added", Phrase(zh: "已登记为站点人员", en: "Added to the staff"))
  static let staffRemoved = Success("stations.staff-removed", Phrase(zh: "已移除", en: "Removed from the staff"))

  static let ofStations = [staffAdded, staffRemoved]
}
