import API
import Access
import Foundation
import Hummingbird
import Institutions
import Kernel
import Ledgers
import Markup
import NIOCore
import Programme
import ProgrammeStore
import Web

/// The national questionnaire: how much of it the zone can fill, and the tables themselves.
struct QuestionnairePages: Sendable {
  let desk: ProgrammeDesk

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    questionnairePage(try await found(context), thisYear: Day(desk.now).year)
  }

  @Sendable func table(_: Request, _ context: PortalContext) async throws -> Response {
    let found = try await found(context)
    return .csv(QuestionnaireFile.csv(found, in: context.language), name: "questionnaire-\(found.year).csv")
  }

  @Sendable func workbook(_: Request, _ context: PortalContext) async throws -> Response {
    let found = try await found(context)
    let path = "\(context.site.limits.folder)/questionnaire-\(context.requestID).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try QuestionnaireFile.workbook(found, at: path, made: desk.now, in: context.language)
    return .download(
      .init(byteBuffer: ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: path)))),
      name: "questionnaire-\(found.year).xlsx",
      mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  }

  private func found(_ context: PortalContext) async throws -> Questionnaire {
    let asked = context.query.optional("year").flatMap { Int($0) }.flatMap { (2020...2100).contains($0) ? $0 : nil }
    let code = context.query.optional("institution").flatMap { try? SocialCreditCode($0) }
    return try await desk.questionnaire(of: asked ?? Day(desk.now).year - 1, for: code, by: context.account)
  }
}

/// Each institution with how much of its questionnaire is known.
private func questionnairePage(_ found: Questionnaire, thisYear: Int) -> Page {
  let all = Questionnaire.columns.count
  let rows = found.entries.map { entry -> [HTML] in
    let name: HTML =
      entry.filed.map { "<a href=\"\(Link("/returns/\($0.record)"))\">\(marked(entry.name))</a>" }
      ?? marked(entry.name)
    let query = [("year", "\(found.year)"), ("institution", entry.code)]
    return [
      name, "\(entry.filed?.stage.phrase ?? Phrase(zh: "缺报", en: "Missing"))",
      "\(Phrase(zh: "\(entry.values.count)／\(all)", en: "\(entry.values.count) of \(all)"))",
      """
      <a href="\(Link("/returns/questionnaire.xlsx", query: query))">XLSX</a> \
      <a href="\(Link("/returns/questionnaire.csv", query: query))">CSV</a>
      """,
    ]
  }
  let query = [("year", "\(found.year)")]
  return Page(
    Phrase(zh: "全国统计调查表", en: "The national questionnaire"),
    trail: [Crumb(Ledger.returns.name, Link("/returns"))],
    """
    <p class="lead">\(Phrase(
      zh: "按知识产权服务业统计调查的栏目，用已审核的年度报表、名录和台账预先填好；未掌握的留空，不填 0。",
      en: "Under the headings of the national survey of IP services, filled from approved returns, the register and the ledgers. What is not known stays empty; it is no 0."))</p>
    \(filterBar(
      to: Link("/returns/questionnaire"),
      field(
        "year", Phrase(zh: "年度", en: "Year"), .list((2024...max(2024, thisYear)).map { Choice("\($0)", text: "\($0)") }),
        values: ["\(found.year)"], need: .required)))
    <p class="actions">\(linkButton(Phrase(zh: "全部下载（XLSX）", en: "Download all (XLSX)"), to: Link("/returns/questionnaire.xlsx", query: query)))\
    \(linkButton(Phrase(zh: "全部下载（CSV）", en: "Download all (CSV)"), to: Link("/returns/questionnaire.csv", query: query)))</p>
    \(rows.isEmpty ? none : table(
      Phrase(zh: "各机构的调查表", en: "Questionnaire of each institution"),
      columns: [
        Column(Phrase(zh: "机构", en: "Institution"), .name), Column(Phrase(zh: "年度报表", en: "Yearly return")),
        Column(Phrase(zh: "已知栏目", en: "Headings filled"), .number), Column(Phrase(zh: "下载", en: "Download")),
      ], rows: rows))
    """)
}

private let none = emptyState(
  Phrase(zh: "该年度没有在册机构", en: "No institution was here in that year"),
  Phrase(zh: "请选择其他年度", en: "Please choose another year"))
