import Foundation
import HighValue
import HighValueStore
import Hummingbird
import Kernel
import Markup
import NIOCore
import Tables
import Web

/// The counts, the patents behind them, and the lists that were made.
struct HighValuePages: Sendable {
  let desk: HighValueDesk
  static let pageSize = 50

  @Sendable func survey(_: Request, _ context: PortalContext) async throws -> Page {
    let question = HighValueQuestion(context.query)
    let survey = try await desk.survey(on: question.day, by: context.account)
    let basis = try await desk.basis(on: question.day, by: context.account)
    let lists = try await desk.lists(limit: 5, by: context.account)
    return SurveyView(
      survey: survey, rules: basis.rules, lists: lists, question: question, residents: desk.residents,
      place: desk.place, today: desk.today, account: context.account
    ).page
  }

  @Sendable func patents(_: Request, _ context: PortalContext) async throws -> Page {
    let question = HighValueQuestion(context.query)
    let page = max(1, min(Int(context.query.text("page")) ?? 1, 1_000_000))
    let found = try await desk.find(
      question.selection, on: question.day, skipping: (page - 1) * Self.pageSize, limit: Self.pageSize,
      by: context.account)
    return patentRowsPage(found, question, page: page, for: context.account)
  }

  @Sendable func file(_: Request, _ context: PortalContext) async throws -> Response {
    let question = HighValueQuestion(context.query)
    let found = try await desk.find(question.selection, on: question.day, by: context.account)
    let text = patentRowsFile(found, isDemonstration: context.site.isDemonstration, in: context.language)
    return .download(
      ResponseBody(byteBuffer: ByteBuffer(string: text)), name: "high-value-\(found.survey.basis.day).csv",
      mediaType: "text/csv; charset=utf-8")
  }

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let certainty = Certainty(rawValue: context.query.text("certainty"))
    let after = context.query.text("after")
    let page = try await desk.list(
      try context.id(), certainty, after: after, limit: Self.pageSize + 1, by: context.account)
    return listPage(page, certainty, after: after)
  }

  @Sendable func entry(_: Request, _ context: PortalContext) async throws -> Page {
    entryPage(try await desk.entry(try context.id(), by: context.account))
  }

  @Sendable func showNewList(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let basis = try await desk.basis(by: context.account).basis
    return newListPage(basis, today: desk.today, state)
  }

  @Sendable func makeList(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let day = try check.takeRequired("day") { try form.day("day") }
    let reason = try check.take("reason") { try form.required("reason") }
    try check.verify()
    guard let day, let reason else { throw WebRefusal.malformedForm }
    let list: HighValueList
    do {
      list = try await desk.makeList(on: day, because: reason, by: context.account)
    } catch HighValueRefusal.nothingFound {
      throw FormRefusal([HighValueRefusal.nothingFound])
    }
    return .seeOther(HighValuePath.show(list.id), context, saying: .highValueListMade)
  }
}
