import Access
import Figures
import FiguresStore
import Hummingbird
import Kernel
import Markup
import NIOCore
import Web

/// Translates between the portal and the figure desk.
struct FigurePages: Sendable {
  let desk: FigureDesk
  let world: World
  let links: FigureLinks
  private let kept = KeptPages()

  init(desk: FigureDesk, world: World, links: FigureLinks) {
    self.desk = desk
    self.world = world
    self.links = links
  }

  @Sendable func overview(_: Request, _ context: PortalContext) async throws -> Page {
    let day = try cutoff(context)
    let mayObserve = context.account.may(.observeFigures)
    let name = "overview \(day) \(mayObserve)"
    // The edition is asked for first: a page is never older than what it is kept under.
    let edition = try await desk.edition(by: context.account)
    if let page = kept.find(name, of: edition) { return page }
    let figures = try await desk.overview(at: day, .kept, by: context.account)
    let page = overviewPage(figures, series: desk.series, at: day, mayObserve: mayObserve)
    let isSettled = figures.flatMap(\.months).allSatisfy { $0.standing == .current || $0.standing == .ahead }
    if isSettled { kept.keep(page, as: name, of: edition) }
    return page
  }

  @Sendable func board(_: Request, _ context: PortalContext) async throws -> Page {
    try context.account.require(.observeFigures)
    let day = try cutoff(context)
    return try await keeping("board \(day)", context) {
      boardPage(try await desk.table(at: day, by: context.account), series: desk.series, at: day)
    }
  }

  @Sendable func table(_: Request, _ context: PortalContext) async throws -> Page {
    let day = try cutoff(context)
    let selection = context.query.optional("show").flatMap { FigureSelection(rawValue: $0) }
    let mayObserve = context.account.may(.observeFigures)
    return try await keeping("table \(day) \(selection?.rawValue ?? "") \(mayObserve)", context) {
      tablePage(
        try await desk.table(at: day, by: context.account), selection, series: desk.series, at: day,
        isDemonstration: context.site.isDemonstration, mayObserve: mayObserve)
    }
  }

  private func keeping(
    _ name: String, _ context: PortalContext, _ make: () async throws -> Page
  ) async throws -> Page {
    let edition = try await desk.edition(by: context.account)
    if let page = kept.find(name, of: edition) { return page }
    let page = try await make()
    kept.keep(page, as: name, of: edition)
    return page
  }

  @Sendable func tableFile(_: Request, _ context: PortalContext) async throws -> Response {
    let day = try cutoff(context)
    let figures = try await desk.table(at: day, by: context.account)
    let text = figureTableCSV(figures, isDemonstration: context.site.isDemonstration, in: context.language)
    return .csv(text, name: "figures-\(day).csv")
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let day = try cutoff(context)
    let file = try await desk.find(try code(context), at: day, .keptOrExact, by: context.account)
    let account = context.account
    let rights = FigureRights(
      mayObserve: account.may(.observeFigures), mayFreeze: account.may(.freezeFigures),
      mayRule: account.may(.setRulings))
    let extra = try await links.extra(file.figure, account)
    return figurePage(file, extra, series: desk.series, rights: rights, links: links, isFuture: day > world.today())
  }

  @Sendable func rows(_: Request, _ context: PortalContext) async throws -> Page {
    let (day, code) = (try cutoff(context), try code(context))
    let question = RowsQuestion(context.query)
    let figure = try await desk.figure(code, at: day, by: context.account)
    let things = try await desk.contributions(
      code, at: day, part: question.part, question.standing, narrowed: question.narrowing, after: question.last,
      limit: RowsQuestion.length + 1, by: context.account)
    let totals =
      question.narrowing.isWhole
      ? nil : try await desk.totals(code, at: day, narrowed: question.narrowing, by: context.account)
    let shown = Array(things.prefix(RowsQuestion.length))
    let records = Dictionary(grouping: shown.flatMap(\.records), by: \.table).mapValues { $0.map(\.record) }
    let beside = RowsBeside(
      evidence: try await links.evidence(context.account, records),
      closed: try await links.closed(context.account, records))
    return rowsPage(
      figure, totals ?? figure.totals, shown, beside, question, hasMore: things.count > RowsQuestion.length,
      links: links, for: context.account)
  }

  @Sendable func rowsFile(_: Request, _ context: PortalContext) async throws -> Response {
    let (day, code) = (try cutoff(context), try code(context))
    let language = context.language
    let minimum = try await desk.figure(code, at: day, by: context.account).indicator.minimum
    let lines = RowLines(minimum: minimum, in: language)
    try await desk.eachContribution(code, at: day, by: context.account) { lines.add($0) }
    return .csv(lines.text, name: "\(code)-\(day).csv")
  }

  @Sendable func showFreeze(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    // Unless another day was asked for, the end of the last month.
    let today = world.today()
    let lastMonth = today.adding(days: -today.day)
    let day = context.query.optional("at") == nil ? lastMonth : try cutoff(context)
    let figure = try await desk.figure(try code(context), at: day, by: context.account)
    return freezePage(figure, series: desk.series, state, isDemonstration: context.site.isDemonstration)
  }

  @Sendable func freeze(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let day = try check.take("cutoff") { () throws -> Day in
      guard let day = try form.day("cutoff") else { throw FieldFault.missing }
      return day
    }
    let reason = try check.take("reason") { try Reason(form.text("reason"), orElse: FigureRefusal.reasonMissing) }
    try check.verify()
    guard let day, let reason else { throw WebRefusal.malformedForm }
    let frozen = try await desk.freeze(try code(context), at: day, because: reason.text, by: context.account)
    return .seeOther(FigurePath.frozen(frozen), context)
  }

  @Sendable func showFrozen(_: Request, _ context: PortalContext) async throws -> Page {
    let file = try await frozen(context)
    let account = context.account
    let mayObserve = account.may(.observeFigures)
    let last = Int(context.query.text("after")).map { max(0, $0) } ?? 0
    let rows =
      mayObserve ? try await desk.frozenRows(of: file.frozen.id, after: last, limit: 50, by: context.account) : []
    let named =
      (mayObserve ? file.changed.prefix(50).map { ($0.table, $0.record) } : []) + rows.map { ($0.table, $0.record) }
    let closed = try await links.closed(account, Dictionary(grouping: named, by: \.0).mapValues { $0.map(\.1) })
    return frozenPage(
      file, rows: rows, mayPublish: account.may(.publishFigures),
      named: mayObserve ? { links.named($0, $1, closed, for: account) } : nil)
  }

  @Sendable func showPublish(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    publishPage(try await frozen(context), state)
  }

  @Sendable func publish(_ form: Form, _ context: PortalContext) async throws -> Response {
    let file = try await frozen(context)
    try await desk.publish(file.frozen.id, because: form.text("reason"), by: context.account)
    return .seeOther(FigurePath.frozen(file.frozen), context)
  }

  private func frozen(_ context: PortalContext) async throws -> FrozenFile {
    let file = try await desk.frozen(try context.id(), by: context.account)
    guard file.frozen.code == (try code(context)) else { throw NoSuchPage() }
    return file
  }

  private func code(_ context: PortalContext) throws -> IndicatorCode {
    guard let code = IndicatorCode(try context.segment("code")) else { throw NoSuchPage() }
    return code
  }

  /// The day in the address, or today.
  private func cutoff(_ context: PortalContext) throws -> Day {
    guard let text = context.query.optional("at") else { return world.today() }
    guard let day = Day(text) else { throw FigureRefusal.noDay(String(text.prefix(40))) }
    return day
  }
}

extension Response {
  static func csv(_ text: String, name: String) -> Response {
    .download(
      ResponseBody(byteBuffer: ByteBuffer(string: text)), name: name, mediaType: "text/csv; charset=utf-8")
  }
}
