import AccessStore
import CorpusStore
import EnterprisesStore
import EvidenceStore
import ExchangeStore
import FiguresStore
import HighValueStore
import InstitutionsStore
import JobsStore
public import JournalStore
import LearningStore
import LedgersStore
import MattersStore
import NavigationStore
import NoticesStore
import PartiesStore
import PatentsStore
import PortfoliosStore
import PremisesStore
import ProgrammeStore
import RulesStore
import StationsStore
public import Storage

/// The whole schema, lower floors first.
public enum Schema {
  public static let migrations: [Migration] =
    [.createZone, .createZoneKey] + journalMigrations + accessMigrations + ruleMigrations + jobMigrations
    + noticeMigrations
    + partyMigrations
    + patentMigrations
    + SavedQueryTables.migrations
    + evidenceMigrations
    + figureMigrations
    + institutionMigrations
    + enterpriseMigrations
    + premisesMigrations
    + programmeMigrations
    + exchangeMigrations
    + MatterTables.migrations
    + LearningTables.migrations
    + StationTables.migrations
    + PortfolioTables.migrations
    + NavigationTables.migrations
    + HighValueTables.migrations

  /// Every table that the journal vouches for, in an order in which rows can be inserted.
  public static let records: [RecordTable] =
    AccessTables.records + noticeTables + ruleTables + partyTables + patentTables
    + SavedQueryTables.records
    + evidenceTables
    + figureTables
    + institutionTables
    + enterpriseTables
    + premisesTables
    + programmeTables
    + exchangeTables
    + MatterTables.records
    + LearningTables.records
    + StationTables.records
    + PortfolioTables.records
    + NavigationTables.records
    + HighValueTables.records

  /// What records vouch for in tables that are no records.
  public static let checks: [JournalDesk.FurtherCheck] = [AccessTables.alteredSecret]
}
