public import Access
public import Exchange
public import Figures
public import FiguresStore
import Foundation
public import Kernel

extension ExchangeDesk {
  /// What has happened: institutions that are listed, by their last change, figures that were published, and who left.
  ///
  /// - Parameter limit: of entries, and of removals.
  public func news(
    from publisher: OpenPublisher, in language: Language, limit: Int = 100, by account: Account
  ) async throws -> AtomFeed {
    try account.require(.readOpenData)
    let directory = try await directory(by: account)
    let figures = try await published(by: account)
    let entries =
      directory.listed.map { news(of: $0, publisher, language) }
      + figures.map { news(of: $0, publisher, language) }
    return AtomFeed(
      address: publisher.address(language.pathPrefix + "/open/feed.atom"),
      title: Phrase(
        zh: publisher.mark.zh + publisher.zone.zh + "：名录与指标动态",
        en: publisher.mark.en + publisher.zone.en + ": news of directory and figures"),
      author: publisher.publisher, page: publisher.address(language.pathPrefix + "/open"),
      entries: Array(entries.sorted { ($0.updated, $0.address) > ($1.updated, $1.address) }.prefix(limit)),
      removals: directory.left.prefix(limit).map {
        AtomFeed.Removal(address: publisher.address("/open/institutions/\($0.code)"), when: $0.at)
      }, begun: begun)
  }

  private func news(of entry: OpenEntry, _ publisher: OpenPublisher, _ language: Language) -> AtomFeed.Entry {
    let title = Phrase(zh: "名录：\(entry.name)", en: "Directory: \(entry.name)")
    let since = entry.from?.description ?? ""
    let summary = Phrase(zh: "\(entry.code)，\(since) 起在册", en: "\(entry.code), listed since \(since)")
    return AtomFeed.Entry(
      address: publisher.address("/open/institutions/\(entry.code)"),
      title: publisher.mark.text(in: language) + title.text(in: language), summary: summary.text(in: language),
      updated: entry.since, dataset: OpenData.institutions.rawValue)
  }

  private func news(of figure: FrozenFigure, _ publisher: OpenPublisher, _ language: Language) -> AtomFeed.Entry {
    let indicator = figures.book.find(figure.code)?.indicator
    let name = indicator?.name.text(in: language) ?? ""
    let value = figure.openValue(figures.book).map { "\($0) \(indicator?.unit.text(in: language) ?? "")" }
    let title = Phrase(
      zh: "公布指标 \(figure.code) \(name)：\(value ?? "尚无数据")",
      en: "Figure \(figure.code) \(name): \(value ?? "no data yet")")
    let summary = Phrase(
      zh: "截止 \(figure.cutoff)，第 \(figure.edition) 版，计入 \(figure.rows) 条，清单 SHA-256 \(figure.listHash)",
      en:
        "As of \(figure.cutoff), edition \(figure.edition), \(figure.rows) records, SHA-256 of the list \(figure.listHash)"
    )
    return AtomFeed.Entry(
      address: publisher.address("/open/figures/\(figure.id)"),
      title: publisher.mark.text(in: language) + title.text(in: language), summary: summary.text(in: language),
      updated: figure.publishedAt ?? begun, dataset: OpenData.figures.rawValue)
  }

  /// The published figures of a cut-off for DHIS2; those without a value are left out.
  ///
  public func dataValues(at cutoff: Day?, by account: Account) async throws -> DataValueSet {
    try account.require(.readOpenData)
    let found = try await published(at: cutoff, by: account)
    let mark = isDemonstration ? "示例数据 " : ""
    return DataValueSet(
      unit: policy.unit,
      values: found.compactMap { figure in
        figure.openValue(figures.book).map {
          DataValueSet.Value(
            code: figure.code.description, cutoff: figure.cutoff, value: $0,
            comment: "\(mark)\(figure.name) SHA-256 \(figure.listHash)")
        }
      })
  }

  /// A published figure.
  ///
  /// - Throws: ``ExchangeRefusal/unknownFigure``.
  public func figure(_ id: ID<FrozenFigure>, by account: Account) async throws -> FrozenFigure {
    try account.require(.readOpenData)
    guard let found = try await published(by: account).first(where: { $0.id == id }) else {
      throw ExchangeRefusal.unknownFigure
    }
    return found
  }
}

extension ExchangeDesk {
  /// The declaration of a published figure; nil where the zone no longer has it.
  public func indicator(_ figure: FrozenFigure) -> Indicator? { figures.book.find(figure.code)?.indicator }

  /// The value for people, with groups of digits; nil where there is none.
  public func valueText(_ figure: FrozenFigure) -> String? {
    figure.value.map { value in indicator(figure).map { value.text(digits: $0.measure.digits) } ?? value.shortest }
  }
}
