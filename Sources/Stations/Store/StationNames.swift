import Kernel
import Stations
public import Storage

/// What other parts of the zone ask of stations, inside their own transactions.
public enum StationNames {
  /// The name of the station that matters call `text`; nil if there is none.
  public static func name(of text: String, in db: any Reading) throws -> String? {
    guard let id = ID<Station>(text) else { return nil }
    return try StationRows.find(id, in: db)?.name
  }
}
