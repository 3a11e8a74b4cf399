public import Access
public import Exchange
import Figures
public import FiguresStore
public import Foundation
import Institutions
import JournalStore
public import Kernel
import Ledgers
public import LedgersStore
public import Storage

/// What the zone gives out to everybody: the directory, its figures, and the news of both.
///
/// It keeps nothing of its own: every answer is made of the records as they are now.
public struct ExchangeDesk: Sendable {
  let ledgers: LedgerDesk
  let figures: FigureDesk
  let database: any Database
  let world: World
  public let policy: OpenPolicy
  public let isDemonstration: Bool
  /// When the zone was made.
  public let begun: Date
  /// Reads what left the directory, too, which the public only sees by its times.
  let registrar: Account

  public init(
    ledgers: LedgerDesk, figures: FigureDesk, database: any Database, world: World, policy: OpenPolicy,
    isDemonstration: Bool, begun: Date, registrar: Account
  ) {
    self.ledgers = ledgers
    self.figures = figures
    self.database = database
    self.world = world
    self.policy = policy
    self.isDemonstration = isDemonstration
    self.begun = begun
    self.registrar = registrar
  }

  /// Every dataset with its rows.
  public func datasets(by account: Account) async throws -> [OpenDataset] {
    try account.require(.readOpenData)
    var datasets: [OpenDataset] = []
    for data in OpenData.allCases { datasets.append(try await dataset(data, by: account).description) }
    return datasets
  }

  /// A dataset and what the catalogue says of it.
  public func dataset(_ data: OpenData, by account: Account) async throws -> (
    description: OpenDataset, table: OpenTable
  ) {
    try account.require(.readOpenData)
    let table: OpenTable
    let modified: Date?
    switch data {
    case .institutions:
      let directory = try await directory(by: account)
      table = OpenTable(institutions: directory.listed, isDemonstration: isDemonstration)
      modified = directory.changedAt
    case .figures:
      let published = try await published(by: account)
      table = OpenTable(figures: published, book: figures.book, isDemonstration: isDemonstration)
      modified = published.compactMap(\.publishedAt).max()
    case .indicators:
      table = OpenTable(indicators: figures.book)
      modified = nil
    }
    let description = OpenDataset(
      code: data.rawValue, title: data.title, description: data.description, keywords: data.keywords,
      formats: OpenFormat.allCases, modified: modified, rows: table.rows.count, columns: table.columns)
    return (description, table)
  }

  /// The institutions of the directory as it stands today.
  public func directory(by account: Account) async throws -> OpenDirectory {
    try account.require(.readOpenData)
    let today = world.today()
    return OpenDirectory(try await entries(), on: today, now: world.now())
  }

  /// An institution by its credit code, with all its times in the directory; also one that is no longer listed.
  ///
  /// - Throws: ``ExchangeRefusal/unknownInstitution(_:)``.
  public func institution(_ code: String, by account: Account) async throws -> OpenHistory {
    try account.require(.readOpenData)
    let found = try await entries(code).filter { $0.code == code }
    guard !found.isEmpty else { throw ExchangeRefusal.unknownInstitution(code) }
    return OpenHistory(entries: found, on: world.today())
  }

  /// Published figures, newest first.
  public func published(by account: Account) async throws -> [FrozenFigure] {
    try account.require(.readOpenData)
    var found: [FrozenFigure] = []
    for source in figures.book.sources {
      found += try await figures.editions(of: source.indicator.code, by: account).filter { $0.publishedAt != nil }
    }
    return found.sorted { ($0.publishedAt ?? .distantPast, $0.id) > ($1.publishedAt ?? .distantPast, $1.id) }
  }

  /// The published figures of a cut-off, of each indicator the last edition; without one, of the newest cut-off.
  public func published(at cutoff: Day?, by account: Account) async throws -> [FrozenFigure] {
    try account.require(.readOpenData)
    let all = try await published(by: account)
    guard let day = cutoff ?? all.map(\.cutoff).max() else { return [] }
    let editions = Dictionary(grouping: all.filter { $0.cutoff == day }, by: \.code)
    return editions.values.compactMap { $0.max { $0.edition < $1.edition } }.sorted { $0.code < $1.code }
  }

  /// The records of the directory, withdrawn ones among them, with the time of their last change.
  private func entries(_ text: String? = nil) async throws -> [OpenEntry] {
    var filter = LedgerFilter()
    filter.text = text
    filter.showsWithdrawn = true
    var (records, cursor): ([LedgerRecord], LedgerCursor?) = ([], nil)
    repeat {
      let page = try await ledgers.page(of: .institutions, filter, after: cursor, limit: 500, by: registrar)
      records += page.records
      cursor = page.next
    } while cursor != nil
    let found = records
    let times = try await database.read { try JournalTrace.times(of: found.map(\.revision), in: $0) }
    return found.filter { $0.stage == .approved }.map { OpenEntry($0, changedAt: times[$0.revision] ?? begun) }
  }
}

extension Permission {
  public static let readOpenData = Permission("exchange.read", Phrase(zh: "获取开放数据", en: "Fetch open data"))
}
