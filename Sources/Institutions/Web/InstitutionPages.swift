import Access
import HTTPTypes
import Hummingbird
import Institutions
import InstitutionsStore
import Kernel
import Ledgers
import Markup
import NIOCore
import Web

/// Translates between the portal and the desk of the institutions.
struct InstitutionPages: Sendable {
  let desk: InstitutionDesk
  let world: World

  @Sendable func chain(_: Request, _ context: PortalContext) async throws -> Page {
    let day = context.query.optional("on").flatMap { Day($0) } ?? world.today()
    let category = context.query.optional("category").flatMap { ServiceCategory(rawValue: $0) }
    var rows: CountedRows?
    if let category {
      rows = CountedRows(
        name: category.phrase, ledger: "/institutions", day: Phrase(zh: "在册自", en: "Active from"),
        records: try await desk.offering(category, on: day, by: context.account))
    }
    return chainPage(try await desk.chain(on: day, by: context.account), rows, on: day)
  }

  @Sendable func funnel(_: Request, _ context: PortalContext) async throws -> Page {
    let today = world.today()
    let year = context.query.optional("year").flatMap { Int($0) }.flatMap { (2020...2100).contains($0) ? $0 : nil }
    let last = Day(year: year ?? today.year, month: 12, day: 31) ?? today
    let first = year == nil ? Day(year: 2024, month: 1, day: 1) ?? today : last.adding(months: -12).adding(days: 1)
    let days = first...max(first, last)
    let funnel = try await desk.funnel(of: days, until: today, by: context.account)
    let step = context.query.optional("step").flatMap { step in leadStepChoices.first { $0.code == step }?.code }
    var rows: CountedRows?
    if let step {
      rows = CountedRows(
        name: leadStepWords(step), ledger: "/institutions/leads", day: Phrase(zh: "走到该步", en: "Reached on"),
        records: try await desk.leads(at: step, of: days, until: today, by: context.account))
    }
    return funnelPage(funnel, rows, year: year, today: today)
  }

  @Sendable func chase(_: Request, _ context: PortalContext) async throws -> Page {
    let (year, period) = asked(context)
    let chase = try await desk.chase(year, period, by: context.account)
    return chasePage(
      chase, try await filed(year, period, context), thisYear: world.today().year,
      mayFile: context.account.may(.fileForInstitution))
  }

  /// The returns behind the number that was asked for.
  private func filed(_ year: Int, _ period: ReturnPeriod, _ context: PortalContext) async throws -> CountedRows? {
    let (isApproved, name): (Bool, Phrase)
    switch context.query.optional("show") {
    case "approved": (isApproved, name) = (true, Phrase(zh: "已审核", en: "Approved"))
    case "pending": (isApproved, name) = (false, Phrase(zh: "待审核或退回", en: "Pending"))
    default: return nil
    }
    let records = try await desk.returns(year, period, isApproved: isApproved, by: context.account)
    return CountedRows(
      name: name, ledger: "/returns", day: Phrase(zh: "报告期末", en: "End of the period"), records: records)
  }

  @Sendable func chaseList(_: Request, _ context: PortalContext) async throws -> Response {
    let (year, period) = asked(context)
    let chase = try await desk.chase(year, period, by: context.account)
    let header = Phrase(zh: "统一社会信用代码,机构名称,电话", en: "Credit code,Name,Telephone").text(in: context.language)
    let rows = chase.missing.map { missing in
      [missing.code, missing.name, missing.phone ?? ""].map(quoted).joined(separator: ",")
    }
    let text = "\u{FEFF}" + ([header] + rows).joined(separator: "\r\n") + "\r\n"
    var response = Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: text)))
    response.headers[.contentType] = "text/csv; charset=utf-8"
    response.headers[.contentDisposition] = "attachment; filename=\"missing-\(year)-\(period.rawValue).csv\""
    return response
  }

  private func asked(_ context: PortalContext) -> (year: Int, period: ReturnPeriod) {
    let last = ReturnPeriod.lastQuarter(before: world.today())
    let year = context.query.optional("year").flatMap { Int($0) }.flatMap { (2020...2100).contains($0) ? $0 : nil }
    return (
      year ?? last.year, context.query.optional("period").flatMap { ReturnPeriod(rawValue: $0) } ?? last.period
    )
  }

  /// In quotation marks, and never a formula.
  private func quoted(_ text: String) -> String {
    let safe = "=+-@\t\r".contains(text.first ?? " ") ? "'" + text : text
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
