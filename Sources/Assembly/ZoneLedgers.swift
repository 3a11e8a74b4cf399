import EnterprisesStore
import InstitutionsStore
import LedgersStore
import ProgrammeStore

extension LedgerBook {
  /// Every kind of record of the zone.
  static let zone = LedgerBook(institutionLedgers + enterpriseLedgers + programmeLedgers)
}
