import Access
import AccessStore
import Crypto
import Foundation
import MattersStore
import Stations
import StationsStore

extension StationSurroundings {
  /// What stations ask of accounts and of the zone's key.
  static func zone(_ matrix: PermissionMatrix, key: [UInt8]) -> StationSurroundings {
    let stationKey = SymmetricKey(data: Data(Array("stations".utf8) + key))
    return StationSurroundings(
      worker: { name, db in
        try AccountDirectory.holder(of: .workAtStation, named: name, by: matrix, in: db).map {
          MatterPerson(account: $0.account, name: $0.name)
        }
      },
      name: { try AccountDirectory.name(of: $0, in: $1) },
      secret: { Array(HMAC<SHA256>.authenticationCode(for: Data($0.utf8), using: stationKey)) })
  }
}
