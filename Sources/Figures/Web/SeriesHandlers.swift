import Access
import API
import Figures
import FiguresStore
import Hummingbird
import Kernel
import Markup
import Web

extension FigurePages {
  @Sendable func seriesList(_: Request, _ context: PortalContext) async throws -> Page {
    seriesListPage(
      try await desk.seriesFiles(by: context.account), mayImport: context.account.may(.importSeries))
  }

  @Sendable func showSeries(_: Request, _ context: PortalContext) async throws -> Page {
    seriesPage(try await desk.seriesFile(try context.segment("series"), by: context.account))
  }

  @Sendable func showNewValue(_ state: FormState, _: Request, _: PortalContext) async throws -> Page {
    newSeriesValuePage(desk.series, state, today: world.today())
  }

  @Sendable func enterValue(_ form: Form, _ context: PortalContext) async throws -> Response {
    let draft = try seriesDraft(form)
    try await desk.take([draft], by: context.account)
    return .seeOther(FigurePath.series(draft.series), context)
  }

  @Sendable func showImport(_ state: FormState, _: Request, _: PortalContext) async throws -> Page {
    importSeriesPage(state)
  }

  @Sendable func importValues(_ form: Form, _ context: PortalContext) async throws -> Response {
    guard let file = form.file("file") else { throw FormRefusal([FieldRefusal(FieldFault.missing, in: "file")]) }
    let run = try await desk.importSeries(fileAt: file.path, named: file.name, by: context.account)
    return .seeOther(ImportedSeries(run).link, context)
  }

  @Sendable func imported(_: Request, _ context: PortalContext) async throws -> Page {
    importedSeriesPage(ImportedSeries(context.query))
  }

  /// The headings and every series by its code, for people to fill in.
  @Sendable func seriesTemplate(_: Request, _ context: PortalContext) async throws -> Response {
    let heading = [
      Phrase(zh: "序列", en: "series"), Phrase(zh: "期间", en: "period"), Phrase(zh: "数值", en: "value"),
      Phrase(zh: "性质", en: "standing"), Phrase(zh: "来源", en: "source"), Phrase(zh: "发布日期", en: "published"),
    ].map { $0.text(in: context.language) }
    let rows = desk.series.all.map { [$0.code.description, "", "", "", "", ""] }
    return .csv(csv([heading] + rows), name: "series-template.csv")
  }

  private func seriesDraft(_ form: Form) throws -> SeriesDraft {
    var check = FormCheck()
    let series = try check.take("series") { () throws -> SeriesCode in
      guard let code = SeriesCode(try form.required("series")), desk.series.find(code) != nil else {
        throw FieldFault.notOffered
      }
      return code
    }
    let period = try check.take("period") { () throws -> SeriesPeriod in
      guard let period = SeriesPeriod(try form.required("period")) else { throw SeriesFieldFault(.period) }
      return period
    }
    let value = try check.take("value") { () throws -> Quantity in
      guard let value = Quantity(decimal: try form.required("value")) else { throw SeriesFieldFault(.value) }
      return value
    }
    let standing = try check.take("standing") { try form.choice("standing", of: SeriesStanding.self) }
    let source = try check.take("source") { () throws -> String in
      let source = try form.required("source")
      guard source.count <= 500 else { throw SeriesFieldFault(.source) }
      return source
    }
    let published = try check.take("published") { () throws -> Day in
      guard let day = try form.day("published") else { throw FieldFault.missing }
      return day
    }
    try check.verify()
    guard let series, let period, let value, let standing, let source, let published else {
      throw WebRefusal.malformedForm
    }
    return SeriesDraft(
      series: series, period: period, value: value, standing: standing, source: source, publishedOn: published)
  }
}

/// A field of the form that says no value of a series.
struct SeriesFieldFault: Refusal {
  let reason: SeriesFaultReason

  init(_ reason: SeriesFaultReason) { self.reason = reason }

  var kind: RefusalKind { .invalid }
  var code: String { "series.wrong-\(reason.rawValue)" }
  var phrase: Phrase { reason.phrase }
}
