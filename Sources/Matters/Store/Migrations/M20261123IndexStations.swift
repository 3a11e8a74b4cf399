import Storage

extension Migration {
  /// A station's own queue.
  static let indexStations = Migration("2026-11-23 index matters by station") { _ in
    ["CREATE INDEX matters_by_station ON matters (station, id)"]
  }
}
