import API
import Access
import Foundation
import Hummingbird
import Kernel
import Markup
import NIOCore
import Patents
import PatentsStore
import Tables
import Web

func addTrademarkDoors(to routes: inout Routes, desk: PatentDesk) {
  let pages = TrademarkPages(desk: desk)
  routes.page("/trademarks", needs: .readPatents, pages.list)
  routes.file("/trademarks/export.csv", needs: .exportPatents, pages.export)
  routes.page("/trademarks/:id", needs: .readPatents, pages.show)
  addTrademarkEndpoints(to: &routes, desk: desk)
}

/// Every address of the pages of trademarks.
enum TrademarkPath {
  static let list = Link("/trademarks")

  static func list(_ filter: TrademarkFilter, after identity: String? = nil) -> Link {
    Link("/trademarks", query: query(filter) + (identity.map { [("after", $0)] } ?? []))
  }

  static func export(_ filter: TrademarkFilter) -> Link { Link("/trademarks/export.csv", query: query(filter)) }
  static func show(_ id: ID<TrademarkRecord>) -> Link { Link("/trademarks/\(id)") }

  private static func query(_ filter: TrademarkFilter) -> [(String, String)] {
    var query: [(String, String)] = []
    if let text = filter.text { query.append(("q", text)) }
    if let sort = filter.sort { query.append(("sort", sort.rawValue)) }
    if let number = filter.niceClass { query.append(("class", "\(number)")) }
    if let status = filter.status { query.append(("status", status)) }
    if let office = filter.office { query.append(("office", office)) }
    return query
  }
}

/// What the list of trademarks is asked; it stands in the address.
struct TrademarkQuestion {
  let filter: TrademarkFilter
  let after: String?
  let faults: [PatentQuestionFault]

  /// - Parameter text: the value of a parameter, nil where it is absent or blank.
  init(_ text: (String) -> String?) {
    var faults: [PatentQuestionFault] = []
    func read<Value>(_ name: String, _ label: Phrase, _ read: (String) -> Value?) -> Value? {
      guard let given = text(name) else { return nil }
      let value = read(given)
      if value == nil { faults.append(PatentQuestionFault(parameter: name, label: label, given: given)) }
      return value
    }
    let sort = read("sort", Phrase(zh: "类别", en: "Sort")) { TrademarkRecord.Sort(rawValue: $0) }
    let number = read("class", Phrase(zh: "国际分类", en: "Nice class")) { given in
      Int(given).flatMap { (1...45).contains($0) ? $0 : nil }
    }
    filter = TrademarkFilter(
      sort: sort, niceClass: number, status: text("status"), office: text("office"), text: text("q"))
    after = text("after")
    self.faults = faults
  }

  func fault(of parameter: String) -> Phrase? { faults.first { $0.parameter == parameter }?.phrase }
}

/// What the pages of trademarks do.
struct TrademarkPages: Sendable {
  let desk: PatentDesk

  /// How many marks of an export are read at once.
  private static let chunk = 500

  @Sendable func list(_ request: Request, _ context: PortalContext) async throws -> Page {
    let question = TrademarkQuestion { context.query.optional($0) }
    let page = try await desk.trademarks(
      question.faults.isEmpty ? question.filter : TrademarkFilter(), after: question.after, by: context.account)
    return trademarkListPage(page, question, for: context.account)
  }

  @Sendable func show(_ request: Request, _ context: PortalContext) async throws -> Page {
    trademarkPage(try await desk.trademark(context.id(), by: context.account), for: context.account)
  }

  /// Marks from sources that may not be given on stay out; the last line says how many.
  @Sendable func export(_ request: Request, _ context: PortalContext) async throws -> Response {
    let question = TrademarkQuestion { context.query.optional($0) }
    if let fault = question.faults.first { throw fault }
    let (desk, account) = (desk, context.account)
    let found = try await desk.beginTrademarkExport(question.filter, by: account)
    let table = TrademarkTable(language: context.language)
    let body = ResponseBody { writer in
      try await writer.write(ByteBuffer(string: table.head))
      var (written, leftOut) = (0, 0)
      for identities in found.identities.chunks(of: Self.chunk) {
        let marks = try await desk.trademarks(of: identities, by: account)
        let free = marks.filter { mark in !mark.sources.contains { found.reserved.contains($0.format) } }
        written += free.count
        leftOut += marks.count - free.count
        try await writer.write(ByteBuffer(string: free.map(table.line).joined()))
      }
      try await writer.write(ByteBuffer(string: table.tail(written, leftOut)))
      try await writer.finish(nil)
    }
    return .download(
      body, name: "trademarks-\(desk.today).csv", mediaType: "text/csv; charset=utf-8; header=present")
  }
}

/// How trademarks stand in a table: their fields, and behind them where they came from.
struct TrademarkTable {
  let language: Language

  private var csv: CSVWriter { CSVWriter(formulas: .disarmed) }
  private var separator: String { language == .zh ? "；" : "; " }

  var head: String {
    let others = [
      Phrase(zh: "类别", en: "Sort"), Phrase(zh: "商品和服务", en: "Goods and services"), Phrase(zh: "来源", en: "Source"),
      Phrase(zh: "来源文件", en: "Source file"), Phrase(zh: "导入日", en: "Day of import"), Phrase(zh: "登记编号", en: "Id"),
    ]
    return CSVWriter.mark
      + csv.line((TrademarkField.allCases.map(\.phrase) + others).map { $0.text(in: language) })
  }

  func line(_ found: TrademarkDossier) -> String {
    func each(_ text: (TrademarkSource) -> String) -> String {
      found.sources.map(text).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.joined(separator: separator)
    }
    return csv.line(
      TrademarkField.allCases.map { $0.texts(in: found.mark).joined(separator: separator) } + [
        found.mark.sort.phrase.text(in: language),
        found.mark.goods.compactMap { goods in goods.text.map { "\(goods.niceClass): \($0)" } }.joined(
          separator: separator),
        each { sourceName(of: $0.format).text(in: language) },
        each { $0.file.split(separator: "/").last.map(String.init) ?? "" }, each { "\(Day($0.importedAt))" },
        "\(found.id)",
      ])
  }

  func tail(_ written: Int, _ leftOut: Int) -> String {
    let phrase =
      leftOut == 0
      ? Phrase(zh: "共导出 \(written) 件", en: "\(written) marks in all")
      : Phrase(
        zh: "共导出 \(written) 件；另有 \(leftOut) 件未导出，其来源不得再提供",
        en: "\(written) marks in all; \(leftOut) were left out because their source may not be given on")
    return csv.line([phrase.text(in: language)])
  }
}
