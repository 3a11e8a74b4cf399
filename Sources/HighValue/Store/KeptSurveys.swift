import EvidenceStore
import FiguresStore
import HighValue
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import PatentsStore
import RulesStore
import Storage
import Synchronization

/// What pages ask for again and again, kept until a record changes that it is made of.
///
/// Going through the register takes longer than a page may; judging what was found does not, but adds up.
final class KeptSurveys: Sendable {
  private let register = KeptValue<RegisterPart>(of: [.patents, .patentSources, .patentSayings])
  private let proofs = KeptValue<ProofPart>(of: [Ledger.patentPledges.table, Ledger.patentAwards.table])
  private let days = Mutex<[Day: KeptValue<HighValueSurvey>]>([:])
  private let indexes = Mutex<[ID<SEITable>: SEIIndex]>([:])
  private static let mostDays = 16
  private static let mostIndexes = 4
  private static let tables: [RecordTable] = [
    .patents, .patentSources, .patentSayings, .seiTables, Ledger.patentPledges.table, Ledger.patentAwards.table,
    .ruleSupersessions, .figureRulings, .seriesValues,
  ]

  /// Only for a reading of what is committed.
  func register(in db: any Reading, compute: (any Reading) throws -> RegisterPart) throws -> RegisterPart {
    try register.value(in: db, compute: compute)
  }

  /// Only for a reading of what is committed.
  func proofs(in db: any Reading) throws -> ProofPart { try proofs.value(in: db, compute: HighValueRecords.proofs) }

  /// Only for a reading of what is committed.
  func survey(
    on day: Day, in db: any Reading, compute: (any Reading) throws -> HighValueSurvey
  ) throws -> HighValueSurvey {
    let kept = days.withLock { days in
      if let kept = days[day] { return kept }
      if days.count >= Self.mostDays { days = [:] }
      let fresh = KeptValue<HighValueSurvey>(of: Self.tables)
      days[day] = fresh
      return fresh
    }
    return try kept.value(in: db, compute: compute)
  }

  /// The rows of a version never change.
  func index(of table: ID<SEITable>, in db: any Reading) throws -> SEIIndex {
    if let kept = indexes.withLock({ $0[table] }) { return kept }
    let index = try SEIIndex(try SEITableRows.rows(of: table, in: db), below: schemeBelow)
    indexes.withLock { indexes in
      if indexes.count >= Self.mostIndexes { indexes = [:] }
      indexes[table] = index
    }
    return index
  }
}
