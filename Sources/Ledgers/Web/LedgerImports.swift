import API
import Access
import Hummingbird
import Kernel
import Ledgers
import LedgersStore
import Markup
import NIOCore
import Web

/// Tables that somebody brings: first it is shown what they would do, then they are taken.
struct LedgerImports: Sendable {
  let room: LedgerRoom

  @Sendable func showNew(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    room.newImportPage(state, limit: context.site.limits.file, for: context.account)
  }

  @Sendable func receive(_ form: Form, _ context: PortalContext) async throws -> Response {
    guard let file = form.file("file"), file.size > 0 else { throw FieldRefusal(FieldFault.noFile, in: "file") }
    do {
      _ = try LedgerTable(path: file.path, of: room.ledger)
    } catch let refusal as any Refusal {
      throw UnusableTable(cause: refusal)
    }
    try WaitingUpload.keep(file, as: "ledger", context)
    return .seeOther(room.path.trial(file.sha256, named: WaitingUpload.name(file.name)), context)
  }

  @Sendable func showTrial(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let upload = try WaitingUpload(try context.segment("sha256"), as: "ledger", context)
    let report = try await take(upload, asTrial: true, context)
    return room.trialPage(
      report, upload.sha256, named: WaitingUpload.name(context.query.text("name")), state, for: context.account)
  }

  @Sendable func take(_ form: Form, _ context: PortalContext) async throws -> Response {
    let upload = try WaitingUpload(try context.segment("sha256"), as: "ledger", context)
    let report = try await take(upload, asTrial: false, context)
    let name = WaitingUpload.name(context.query.text("name"))
    return try room.takenPage(report, upload.sha256, named: name, for: context.account).answer(context)
  }

  /// Every rejected row with what stood in it and what to change, for a spreadsheet.
  @Sendable func report(_: Request, _ context: PortalContext) async throws -> Response {
    let upload = try WaitingUpload(try context.segment("sha256"), as: "ledger", context)
    let report = try await take(upload, asTrial: true, context)
    let language = context.language
    let headings = [
      Phrase(zh: "行号", en: "Row"), Phrase(zh: "列", en: "Column"), Phrase(zh: "原文", en: "What stood there"),
      Phrase(zh: "如何修改", en: "What to change"),
    ]
    var lines = "\u{FEFF}" + LedgerExport.line(headings.map { $0.text(in: language) })
    for row in report.rejected {
      for refusal in row.refusals {
        let field = refusal.field.flatMap { room.column($0) }
        lines += LedgerExport.line([
          "\(row.number)", field?.words.text(in: language) ?? "", field.flatMap { row.texts[$0.name] } ?? "",
          refusal.phrase.text(in: language),
        ])
      }
    }
    return .download(
      .init(byteBuffer: ByteBuffer(string: lines)), name: "\(room.ledger.code)-report.csv",
      mediaType: "text/csv; charset=utf-8")
  }

  private func take(
    _ upload: WaitingUpload, asTrial isTrial: Bool, _ context: PortalContext
  ) async throws -> LedgerImportReport {
    let table = try LedgerTable(path: upload.path, of: room.ledger)
    var report = try await room.desk.take(
      table.rows, named: WaitingUpload.name(context.query.text("name")), into: room.ledger, asTrial: isTrial,
      by: context.account)
    report.unknownHeaders = table.unknownHeaders
    return report
  }
}
