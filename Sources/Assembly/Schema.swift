import AccessStore
import EnterprisesStore
import EvidenceStore
import ExchangeStore
import FiguresStore
import InstitutionsStore
import JobsStore
public import JournalStore
import LedgersStore
import MattersStore
import NoticesStore
import PartiesStore
import PatentsStore
import PremisesStore
import ProgrammeStore
import RulesStore
public import Storage

/// The whole schema, lower floors first.
public enum Schema {
  public static let migrations: [Migration] =
    [.createZone, .createZoneKey] + journalMigrations + accessMigrations + ruleMigrations + jobMigrations
    + noticeMigrations
    + partyMigrations
    + patentMigrations
    + evidenceMigrations
    + figureMigrations
    + institutionMigrations
    + enterpriseMigrations
    + premisesMigrations
    + programmeMigrations
    + exchangeMigrations
    + MatterTables.migrations

  /// Every table that the journal vouches for, in an order in which rows can be inserted.
  public static let records: [RecordTable] =
    AccessTables.records + noticeTables + ruleTables + partyTables + patentTables
    + evidenceTables
    + figureTables
    + institutionTables
    + enterpriseTables
    + premisesTables
    + programmeTables
    + exchangeTables
    + MatterTables.records

  /// What records vouch for in tables that are no records.
  public static let checks: [JournalDesk.FurtherCheck] = [AccessTables.alteredSecret]
}
