import API
import Figures
import FiguresStore
import HTTPTypes
import Kernel

/// The figures for programs.
struct FigureAPI: Sendable {
  let desk: FigureDesk
  let world: World

  var endpoints: [APIEndpoint] { [list, show, rows, freeze, editions, frozen, seriesList, series, enter] }

  private static let at = APIParameter.query(
    "at", .day, Phrase(zh: "截止日，默认今天", en: "The cut-off, today if not given"))
  private static let code = APIParameter.path(
    "code", .string(format: nil, example: "A01"), Phrase(zh: "指标编号", en: "The figure's code"))

  /// An address below that of the first figure, if there is one.
  private func example(_ rest: String = "") -> String? {
    desk.book.sources.first.map { "/api/v1/figures/\($0.indicator.code)" + rest }
  }

  private var list: APIEndpoint {
    APIEndpoint(
      .get, "figures", summary: Phrase(zh: "某一截止日的全部指标", en: "Every figure at a cut-off"), needs: .readFigures,
      parameters: [Self.at], answer: [FigureView].schema, example: "/api/v1/figures?at=2026-10-31"
    ) { request in
      try APIAnswer(try await desk.table(at: cutoff(request), by: request.account).map { FigureView($0) })
    }
  }

  private var show: APIEndpoint {
    APIEndpoint(
      .get, "figures/:code",
      summary: Phrase(zh: "一项指标，及其他读法、分组和各月末", en: "One figure with its other readings, groups and month-ends"),
      needs: .readFigures, parameters: [Self.code, Self.at], answer: FigureDetail.schema, example: example()
    ) { request in
      try APIAnswer(FigureDetail(try await desk.find(code(request), at: cutoff(request), by: request.account)))
    }
  }

  private var rows: APIEndpoint {
    APIEndpoint(
      .get, "figures/:code/rows", summary: Phrase(zh: "指标的逐条记录", en: "The records of a figure"),
      needs: .observeFigures,
      parameters: [
        Self.code, Self.at,
        .query("part", .choice(FigurePart.allCases.map(\.rawValue)), Phrase(zh: "部分，默认 now", en: "“now” if not given")),
        .query(
          "standing", .choice(ContributionStanding.allCases.map(\.rawValue)),
          Phrase(zh: "计入或申报未计入", en: "Counted, or declared only")),
      ] + APIParameter.paging, answer: .page(of: CountedThingView.schema, named: "FigureRows"),
      example: example("/rows?limit=10")
    ) { request in
      let limit = try request.limit()
      let cursor = try request.cursor()
      if let cursor, cursor.keys.count != 1 { throw APIRefusal.wrongParameter("cursor") }
      let things = try await desk.contributions(
        code(request), at: cutoff(request), part: choice(request, "part") ?? .now,
        choice(request, "standing") ?? .counted, after: cursor?.keys[0], limit: limit + 1, by: request.account)
      let shown = things.prefix(limit)
      let next = things.count > limit ? shown.last.map { Cursor([$0.countedAs]) } : nil
      return try .page(shown.map { CountedThingView($0) }, next: next)
    }
  }

  private var freeze: APIEndpoint {
    APIEndpoint(
      .post, "figures/:code/frozen", summary: Phrase(zh: "定稿", en: "Freeze a figure"), needs: .freezeFigures,
      parameters: [Self.code], body: FreezeOrder.schema, answer: FrozenView.schema, status: .created
    ) { request in
      let order = try request.decode(FreezeOrder.self)
      let frozen = try await desk.freeze(
        code(request), at: order.cutoff, because: order.reason, by: request.account)
      return try APIAnswer(FrozenView(frozen), location: "/api/v1/frozen-figures/\(frozen.id)")
    }
  }

  private var editions: APIEndpoint {
    APIEndpoint(
      .get, "figures/:code/frozen",
      summary: Phrase(zh: "定稿各版；公众只见已公布的", en: "Frozen editions; the public sees published ones"), needs: .readFigures,
      parameters: [Self.code], answer: [FrozenView].schema, example: example("/frozen")
    ) { request in
      try APIAnswer(try await desk.editions(of: code(request), by: request.account).map { FrozenView($0) })
    }
  }

  private var frozen: APIEndpoint {
    APIEndpoint(
      .get, "frozen-figures/:id",
      summary: Phrase(zh: "一份定稿及此后的变更", en: "A frozen figure, and what has changed since"), needs: .readFigures,
      answer: FrozenDetail.schema
    ) { request in
      try APIAnswer(FrozenDetail(try await desk.frozen(try request.id(), by: request.account)))
    }
  }

  private var seriesList: APIEndpoint {
    APIEndpoint(
      .get, "series", summary: Phrase(zh: "外部数据序列", en: "Outside series"), needs: .readFigures,
      answer: [SeriesView].schema, example: "/api/v1/series"
    ) { request in
      try APIAnswer(try await desk.seriesFiles(by: request.account).map { SeriesView($0) })
    }
  }

  private var series: APIEndpoint {
    APIEndpoint(
      .get, "series/:series", summary: Phrase(zh: "一个序列的全部数值", en: "Every value of a series"), needs: .readFigures,
      parameters: [Self.seriesCode], answer: SeriesDetail.schema,
      example: desk.series.all.first.map { "/api/v1/series/\($0.code)" }
    ) { request in
      try APIAnswer(SeriesDetail(try await desk.seriesFile(request.text("series") ?? "", by: request.account)))
    }
  }

  private var enter: APIEndpoint {
    APIEndpoint(
      .post, "series/:series/values",
      summary: Phrase(zh: "录入一个数值；同一发布日的视为更正", en: "Enter a value; one of the same day of publication is corrected"),
      needs: .importSeries, parameters: [Self.seriesCode], body: SeriesOrder.schema, answer: SeriesDetail.schema,
      status: .created
    ) { request in
      let file = try await desk.seriesFile(request.text("series") ?? "", by: request.account)
      let draft = try request.decode(SeriesOrder.self).draft(of: file.series.code)
      try await desk.take([draft], by: request.account)
      return try APIAnswer(
        SeriesDetail(try await desk.seriesFile(file.series.code.description, by: request.account)))
    }
  }

  private static let seriesCode = APIParameter.path(
    "series", .string(format: nil, example: "population.jiangning"), Phrase(zh: "序列代码", en: "The series' code"))

  private func code(_ request: APIRequest) throws(APIRefusal) -> IndicatorCode {
    guard let code = request.text("code").flatMap({ IndicatorCode($0) }) else { throw .noSuchThing }
    return code
  }

  private func cutoff(_ request: APIRequest) throws(APIRefusal) -> Day {
    guard let text = request.text("at") else { return world.today() }
    guard let day = Day(text) else { throw .wrongParameter("at") }
    return day
  }

  private func choice<Value: RawRepresentable<String>>(
    _ request: APIRequest, _ name: String
  ) throws(APIRefusal) -> Value? {
    guard let text = request.text(name) else { return nil }
    guard let value = Value(rawValue: text) else { throw .wrongParameter(name) }
    return value
  }
}
