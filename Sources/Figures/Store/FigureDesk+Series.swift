public import Access
public import Figures
import Journal
import JournalStore
public import Kernel
import Storage

/// A value as somebody enters it.
public struct SeriesDraft: Sendable {
  public let series: SeriesCode
  public let period: SeriesPeriod
  public let value: Quantity
  public let standing: SeriesStanding
  public let source: String
  public let publishedOn: Day

  public init(
    series: SeriesCode, period: SeriesPeriod, value: Quantity, standing: SeriesStanding, source: String,
    publishedOn: Day
  ) {
    self.series = series
    self.period = period
    self.value = value
    self.standing = standing
    self.source = source
    self.publishedOn = publishedOn
  }
}

/// What came of a file of values.
public struct SeriesImport: Sendable {
  public let added: Int
  public let corrected: Int
  public let unchanged: Int
  /// Lines that were not taken, and why.
  public let faults: [SeriesFault]
}

/// A line of a file that was not taken.
public struct SeriesFault: Error, Sendable, Equatable {
  /// As a person counts.
  public let line: Int
  public let reason: SeriesFaultReason

  public init(line: Int, reason: SeriesFaultReason) {
    self.line = line
    self.reason = reason
  }
}

/// What is wrong with a line: the cell that cannot be read.
public enum SeriesFaultReason: String, CaseIterable, Error, Sendable {
  case series, period, value, standing, source, published

  public var phrase: Phrase {
    switch self {
    case .series: Phrase(zh: "没有这个序列；请用序列的代码", en: "There is no such series; use its code")
    case .period: Phrase(zh: "期间应为 2026 或 2026-10-31", en: "A period reads 2026 or 2026-10-31")
    case .value: Phrase(zh: "数值应为十进制数，如 88.3", en: "A value is a decimal number such as 88.3")
    case .standing: Phrase(zh: "性质应为“初步数”或“最终数”", en: "The standing is “provisional” or “final”")
    case .source: Phrase(zh: "请写明来源（500 字以内）", en: "Please name the source (at most 500 characters)")
    case .published: Phrase(zh: "发布日期应为 2026-10-31 的形式", en: "The day of publication reads 2026-10-31")
    }
  }
}

/// A series with its values.
public struct SeriesFile: Sendable {
  public let series: Series
  /// Oldest period first, the value in use first within its period.
  public let values: [SeriesValue]
  /// One a period: the final value, else the latest provisional one.
  public let inUse: [SeriesValue]
}

extension FigureDesk {
  /// Every series with its values.
  public func seriesFiles(by account: Account) async throws -> [SeriesFile] {
    try account.require(.readFigures)
    return try await database.read { db in
      try series.all.map { series in
        SeriesFile(
          series: series, values: try SeriesRows.all(of: series.code, in: db),
          inUse: try SeriesRows.inUse(of: series.code, in: db))
      }
    }
  }

  public func seriesFile(_ code: String, by account: Account) async throws -> SeriesFile {
    try account.require(.readFigures)
    guard let series = SeriesCode(code).flatMap({ series.find($0) }) else { throw FigureRefusal.unknownSeries(code) }
    return try await database.read { db in
      SeriesFile(
        series: series, values: try SeriesRows.all(of: series.code, in: db),
        inUse: try SeriesRows.inUse(of: series.code, in: db))
    }
  }

  /// Takes values in.
  ///
  /// One of the same series, period, standing and day of publication is corrected; the journal keeps
  /// what it said before.
  @discardableResult
  public func take(_ drafts: [SeriesDraft], by account: Account) async throws -> SeriesImport {
    try account.require(.importSeries)
    return try await take(drafts, faults: [], named: nil, by: account)
  }

  /// Takes the values of a CSV or XLSX file in: the good lines, naming the others.
  ///
  /// - Throws: ``SeriesFileRefusal``, ``TableRefusal``.
  public func importSeries(fileAt path: String, named name: String, by account: Account) async throws -> SeriesImport {
    try account.require(.importSeries)
    let lines = try SeriesTable.lines(ofFileAt: path)
    let columns = try Self.columns(lines.first?.cells ?? [])
    var drafts: [SeriesDraft] = []
    var faults: [SeriesFault] = []
    for line in lines.dropFirst() where line.cells.contains(where: { !$0.isEmpty }) || line.cells.isEmpty {
      do throws(SeriesFaultReason) {
        drafts.append(try draft(line.cells, columns))
      } catch {
        faults.append(SeriesFault(line: line.number, reason: error))
      }
    }
    return try await take(drafts, faults: faults, named: name, by: account)
  }

  private func take(
    _ drafts: [SeriesDraft], faults: [SeriesFault], named name: String?, by account: Account
  ) async throws -> SeriesImport {
    for draft in drafts where series.find(draft.series) == nil {
      throw FigureRefusal.unknownSeries(draft.series.description)
    }
    let world = world
    return try await database.write { db in
      let deed = Deed(.importSeries, by: account, because: name, facts: ["values": "\(drafts.count)"])
      return try Recording.write(deed, world: world, in: db) { recording in
        var (added, corrected) = (0, 0)
        for draft in drafts {
          let old = try SeriesRows.find(
            draft.series, draft.period, draft.standing, publishedOn: draft.publishedOn, in: db)
          let value = SeriesValue(
            id: old?.id ?? world.newID(), series: draft.series, period: draft.period, value: draft.value,
            standing: draft.standing, source: draft.source, publishedOn: draft.publishedOn, importedOn: world.today())
          if let old {
            guard old.value != value.value || old.source != value.source else { continue }
            if try recording.update(SeriesRows.values(value), in: .seriesValues) { corrected += 1 }
          } else {
            try recording.insert(SeriesRows.values(value), into: .seriesValues)
            added += 1
          }
        }
        return SeriesImport(
          added: added, corrected: corrected, unchanged: drafts.count - added - corrected, faults: faults)
      }
    }
  }

  private static func columns(_ heading: [String]) throws(SeriesFileRefusal) -> [String: Int] {
    let names = heading.map { $0.lowercased().filter { !$0.isWhitespace } }
    var columns: [String: Int] = [:]
    for (field, known) in SeriesTable.headings { columns[field] = names.firstIndex { known.contains($0) } }
    let missing = SeriesTable.headings.filter { columns[$0.field] == nil }.map { $0.names[0] }
    guard missing.isEmpty else { throw .headingsMissing(missing) }
    return columns
  }

  private func draft(
    _ cells: [String], _ columns: [String: Int]
  ) throws(SeriesFaultReason) -> SeriesDraft {
    func cell(_ field: String) -> String {
      guard let place = columns[field], place < cells.count else { return "" }
      let text = cells[place].drop(while: \.isWhitespace)
      return String(text.reversed().drop(while: \.isWhitespace).reversed())
    }
    guard let code = SeriesCode(cell("series")), series.find(code) != nil else { throw .series }
    guard let period = SeriesPeriod(cell("period")) else { throw .period }
    guard let value = Quantity(decimal: cell("value")) else { throw .value }
    guard let standing = SeriesStanding.allCases.first(where: { $0.names.contains(cell("standing")) }) else {
      throw .standing
    }
    guard !cell("source").isEmpty, cell("source").count <= 500 else { throw .source }
    guard let published = Day(cell("published")) else { throw .published }
    return SeriesDraft(
      series: code, period: period, value: value, standing: standing, source: cell("source"), publishedOn: published)
  }
}

extension SeriesStanding {
  fileprivate var names: [String] { [rawValue, phrase.zh] + (self == .final ? ["最终"] : ["初步"]) }
}
