import EnterprisesStore
import HighValueStore
import InstitutionsStore
import LedgersStore
import Premises
import PremisesStore
import ProgrammeStore
import StationsStore

extension LedgerBook {
  /// Every kind of record of the zone.
  static let zone = LedgerBook(
    institutionLedgers + enterpriseLedgers(.premises) + programmeLedgers + StationTables.ledgers
      + HighValueTables.ledgers)
}

extension IndustryLists {
  /// The lists of clusters that the premises keep.
  static let premises = IndustryLists { scheme, db in
    let kept: ClusterScheme =
      switch scheme {
      case .city: .nanjing
      case .district: .jiangning
      }
    return try clusterEditions(of: kept, in: db).map { Edition(from: $0.list.from, names: $0.names) }
  }
}
