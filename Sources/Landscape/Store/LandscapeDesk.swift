public import Access
public import Corpus
public import CorpusStore
import JournalStore
public import Kernel
public import Landscape
import PartiesStore
public import Rules
public import RulesStore
public import Storage

/// Draws landscapes: of the corpus as it is, with the names as people have merged them and the rules of the day.
public struct LandscapeDesk: Sendable {
  /// What a reader of the corpus needs.
  public var readers: Permission { corpus.register.readers }
  private let corpus: CorpusDesk
  private let rules: RuleShelf
  private let database: any Database
  private let world: World
  private let names = KeptValue<NameMerging>(of: partyTables)
  private let drawn = DrawnLandscapes()

  public init(corpus: CorpusDesk, rules: RuleShelf, database: any Database, world: World) {
    self.corpus = corpus
    self.rules = rules
    self.database = database
    self.world = world
  }

  /// What people call a value of a column; nil where it is its own word.
  public func words(_ column: CorpusColumn, _ value: String) -> Phrase? { corpus.register.words(column, value) }

  /// The landscape of everything that a question finds.
  ///
  /// - Throws: what ``CorpusStore/CorpusDesk/select(_:by:)`` throws, and ``Rules/RuleRefusal`` where nobody has said for
  ///   how long data are incomplete.
  public func draw(
    _ question: CorpusQuestion, _ options: LandscapeOptions = LandscapeOptions(), by account: Account
  ) async throws -> LandscapeFile {
    try account.require(readers)
    let selection = try await corpus.select(question, by: account)
    let today = world.today()
    let (book, merging) = try await database.read { db in
      (try rules.book(in: db), options.mergesNames ? try names.value(in: db, compute: NameMerging.parties) : .none)
    }
    let months = try book.months(.unpublishedMonths, on: today)
    let international = try book.months(.unpublishedMonthsInternational, on: today)
    let last = selection.snapshot.select(.everything).lastDay(.publication, notAfter: today.number)
    let completeness = Completeness(
      cutoff: last.map { Day(number: $0) } ?? today, months: months.value,
      internationalMonths: international.value)
    let report = drawn.report(
      of: selection, question, merging: merging, completeness: completeness, options: options)
    return LandscapeFile(report: report, months: months, internationalMonths: international)
  }
}

extension NameMerging {
  /// As the register of parties has them now.
  fileprivate static func parties(in db: any Reading) throws -> NameMerging {
    NameMerging(
      known: try PartySpelling.variants(in: db).mapValues { Known(name: $0.name, isByHand: $0.isByHand) })
  }
}

/// A landscape with the rules that it rests on.
public struct LandscapeFile: Sendable {
  public let report: LandscapeReport
  public let months: RuleReading<Int>
  public let internationalMonths: RuleReading<Int>
}

extension RuleID {
  public static let unpublishedMonths: RuleID = "landscape.unpublishedMonths"
  public static let unpublishedMonthsInternational: RuleID = "landscape.unpublishedMonthsInternational"
}

/// Where landscapes use rules.
public let landscapeUses = [RuleID.unpublishedMonths, .unpublishedMonthsInternational].map {
  RuleUse($0, in: Phrase(zh: "专利态势分析", en: "Patent landscape"), at: "/landscape")
}
