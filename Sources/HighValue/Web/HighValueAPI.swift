import API
import HTTPTypes
import HighValue
import HighValueStore
import Kernel

/// High-value patents for programs.
struct HighValueAPI: Sendable {
  let desk: HighValueDesk

  var endpoints: [APIEndpoint] { [summary, patents, tables] }

  private static let day = APIParameter.query(
    "on", .day, Phrase(zh: "截至日期，默认今天", en: "As of this day; today if not given"))

  private var summary: APIEndpoint {
    APIEndpoint(
      .get, "high-value", summary: Phrase(zh: "高价值发明专利的件数", en: "How many high-value patents there are"),
      needs: .readHighValue, parameters: [Self.day], answer: HighValueSummaryView.schema, example: "/api/v1/high-value"
    ) { request in
      try APIAnswer(HighValueSummaryView(try await desk.survey(on: try day(request), by: request.account)))
    }
  }

  private var patents: APIEndpoint {
    APIEndpoint(
      .get, "high-value/patents",
      summary: Phrase(zh: "高价值发明专利及其依据", en: "High-value patents with what shows it"),
      needs: .readHighValue,
      parameters: APIParameter.paging + [
        Self.day,
        .query(
          "bin", .choice(HighValueBin.allCases.map(\.rawValue)),
          Phrase(zh: "范围，默认确定的", en: "Which; the certain ones if not given")),
        .query("class", .choice(HighValueClass.allCases.map(\.rawValue)), Phrase(zh: "类别", en: "Of this class")),
      ], answer: .page(of: HighValuePatentView.schema, named: "HighValuePatents"),
      example: "/api/v1/high-value/patents"
    ) { request in
      var selection = HighValueSelection(bin: .certain)
      if let text = request.text("bin") {
        guard let bin = HighValueBin(rawValue: text) else { throw APIRefusal.wrongParameter("bin") }
        selection.bin = bin
      }
      if let text = request.text("class") {
        guard let kind = HighValueClass(rawValue: text) else { throw APIRefusal.wrongParameter("class") }
        selection.kind = kind
      }
      let limit = try request.limit()
      let last = try cursor(request)
      let found = try await desk.find(
        selection, on: try day(request), after: last, limit: limit, by: request.account)
      let shown = found.assessments
      let next = found.count > limit ? shown.last.map { Cursor([$0.patent.number.description]) } : nil
      return try .page(shown.map(HighValuePatentView.init), next: next)
    }
  }

  private var tables: APIEndpoint {
    APIEndpoint(
      .get, "high-value/tables",
      summary: Phrase(zh: "战略性新兴产业与 IPC 参照关系表的各版", en: "The tables of strategic emerging industries"),
      needs: .readHighValue, answer: [SEITableView].schema, example: "/api/v1/high-value/tables"
    ) { request in
      try APIAnswer(try await desk.tables(by: request.account).tables.map(SEITableView.init))
    }
  }

  private func day(_ request: APIRequest) throws -> Day? {
    guard let text = request.text("on") else { return nil }
    guard let day = Day(text) else { throw APIRefusal.wrongParameter("on") }
    return day
  }

  private func cursor(_ request: APIRequest) throws -> ApplicationNumber? {
    guard let cursor = try request.cursor() else { return nil }
    guard cursor.keys.count == 1, let number = try? ApplicationNumber(cursor.keys[0]) else {
      throw APIRefusal.wrongParameter("cursor")
    }
    return number
  }
}
