public import Access
import Foundation
import Kernel
import Matters
import Stations

extension StationDesk {
  /// Every operation with what its first line asks for, for the test that walks them.
  public var operations: [DeskOperation] {
    let (desk, none) = (self, ID<Station>(-1))
    let visit = StationVisit(queue: "", sequence: 0, key: "", visitedAt: .distantPast, applicant: "", texts: [:])
    return [
      DeskOperation("station.network", needs: .readStations) { _ = try await desk.network(by: $0) },
      DeskOperation("station.find", needs: .readStations) { _ = try await desk.find(none, by: $0) },
      DeskOperation("station.mine", needs: .workAtStation) { _ = try await desk.mine(by: $0) },
      DeskOperation("station.queue", needs: .workAtStation) {
        _ = try await desk.queue(of: none, isOpen: nil, by: $0)
      },
      DeskOperation("station.open", needs: .workAtStation) { _ = try await desk.open(none, by: $0) },
      DeskOperation("station.take", needs: .workAtStation) { _ = try await desk.take(visit, at: none, by: $0) },
      DeskOperation("station.takeAtOnce", needs: .workAtStation) {
        _ = try await desk.takeAtOnce("", of: "", texts: [:], at: none, by: $0)
      },
      DeskOperation("station.staff", needs: .keepStations) { _ = try await desk.staff(of: none, by: $0) },
      DeskOperation("station.addStaff", needs: .keepStations) { try await desk.addStaff("", to: none, by: $0) },
      DeskOperation("station.removeStaff", needs: .keepStations) {
        try await desk.removeStaff(ID(-1), from: none, by: $0)
      },
    ]
  }
}
