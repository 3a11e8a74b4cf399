import API
import Access
import Foundation
import HighValue
import HighValueStore
import Hummingbird
import Kernel
import Markup
import NIOCore
import Web

/// Versions of the table of industries: first it is shown what a file holds, then it is taken, whole or not at all.
struct SEITablePages: Sendable {
  let desk: HighValueDesk
  static let pageSize = 100

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    tablesPage(try await desk.tables(by: context.account), for: context.account)
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let after = max(0, min(Int(context.query.text("after")) ?? 0, 1_000_000))
    let page = try await desk.table(
      try context.id(), after: after, limit: Self.pageSize + 1, by: context.account)
    return tablePage(page, for: context.account)
  }

  @Sendable func template(_: Request, _ context: PortalContext) async throws -> Response {
    .download(
      ResponseBody(byteBuffer: ByteBuffer(string: SEITableFile.template)), name: "sei-ipc-template.csv",
      mediaType: "text/csv; charset=utf-8")
  }

  @Sendable func showNew(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    newTablePage(state, limit: context.site.limits.file)
  }

  @Sendable func receive(_ form: Form, _ context: PortalContext) async throws -> Response {
    guard let file = form.file("file"), file.size > 0 else { throw FieldRefusal(FieldFault.noFile, in: "file") }
    do {
      _ = try SEITableFile(path: file.path)
    } catch let refusal as any Refusal {
      throw FieldRefusal(refusal, in: "file")
    }
    try WaitingUpload.keep(file, as: "sei", context)
    return .seeOther(HighValuePath.trial(file.sha256, named: WaitingUpload.name(file.name)), context)
  }

  @Sendable func showTrial(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let upload = try WaitingUpload(try context.segment("sha256"), as: "sei", context)
    let trial = try await desk.trial(
      try SEITableFile(path: upload.path), hash: upload.sha256, by: context.account)
    return trialPage(
      trial, upload.sha256, named: WaitingUpload.name(context.query.text("name")), today: desk.today, state)
  }

  @Sendable func take(_ form: Form, _ context: PortalContext) async throws -> Response {
    let upload = try WaitingUpload(try context.segment("sha256"), as: "sei", context)
    var check = FormCheck()
    let name = try check.take("name") { try form.required("name") }
    let source = try check.take("source") { try form.required("source") }
    let from = try check.takeRequired("from") { try form.day("from") }
    try check.verify()
    guard let name, let source, let from else { throw WebRefusal.malformedForm }
    let draft = SEITableDraft(
      name: name, source: source, from: from, fileName: WaitingUpload.name(context.query.text("name")),
      fileHash: upload.sha256)
    let table = try await desk.take(try SEITableFile(path: upload.path), draft, by: context.account)
    return .seeOther(HighValuePath.show(table.id), context, saying: .seiTableTaken)
  }

  @Sendable func showWithdraw(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    withdrawTablePage(try await desk.table(try context.id(), limit: 1, by: context.account).table, state)
  }

  @Sendable func withdraw(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<SEITable> = try context.id()
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    var check = FormCheck()
    let reason = try check.take("reason") { try form.required("reason") }
    try check.verify()
    try await desk.withdraw(id, because: reason ?? "", seen: seen, by: context.account)
    return .seeOther(HighValuePath.show(id), context, saying: .seiTableWithdrawn)
  }
}
