import AccessStore
import JobsStore
public import JournalStore
import JournalStore
import PartiesStore
import PatentsStore
import RulesStore
public import Storage

/// The whole schema, lower floors first.
public enum Schema {
  public static let migrations: [Migration] =
    [.createZone, .createZoneKey] + journalMigrations + accessMigrations + ruleMigrations + jobMigrations
    + partyMigrations
    + patentMigrations

  /// Every table that the journal vouches for, in an order in which rows can be inserted.
  public static let records: [RecordTable] = AccessTables.records + ruleTables + partyTables + patentTables

  /// What records vouch for in tables that are no records.
  public static let checks: [JournalDesk.FurtherCheck] = [AccessTables.alteredSecret]
}
