import Access
import Foundation
import Hummingbird
import Kernel
import Ledgers
import LedgersStore
import NIOCore
import Synchronization
import Web

/// Tables that the zone hands out.
struct LedgerFiles: Sendable {
  let room: LedgerRoom

  /// The header alone, with a star at what must be filled in.
  @Sendable func template(_: Request, _ context: PortalContext) async throws -> Response {
    let fields = room.ledger.fields
    let titles = zip(fields.map(\.isRequired) + [false, false], LedgerExport.headers(fields, in: context.language))
      .map { isRequired, title in isRequired ? title + "*" : title }
    return csv(LedgerExport.line(titles), "template")
  }

  @Sendable func templateWorkbook(_: Request, _ context: PortalContext) async throws -> Response {
    try workbook([], room.ledger.fields, "template", context)
  }

  @Sendable func export(_: Request, _ context: PortalContext) async throws -> Response {
    let (records, fields) = try await found(context)
    var text = LedgerExport.line(
      LedgerExport.headers(fields, hints: hintColumn(context), in: context.language))
    for record in records {
      text += LedgerExport.line(
        LedgerExport.texts(record, fields, hints: hintColumn(context), in: context.language))
    }
    return csv(text, "export")
  }

  @Sendable func exportWorkbook(_: Request, _ context: PortalContext) async throws -> Response {
    let (records, fields) = try await found(context)
    return try workbook(records, fields, "export", context, hints: hintColumn(context))
  }

  /// Whoever sees what awaits approval sees what should be checked.
  private func hintColumn(_ context: PortalContext) -> LedgerExport.HintColumn {
    room.hints.isEmpty || !LedgerQuestion.hasStages(room.ledger, context.account) ? .none : .last
  }

  /// Every record of the list as it is narrowed, with what the account may see of it.
  private func found(_ context: PortalContext) async throws -> ([LedgerRecord], [LedgerField]) {
    let (ledger, account) = (room.ledger, context.account)
    let question = room.question(for: account) { context.query.optional($0) }
    let isWhole = context.query.text("personal") == "yes"
    let fields = isWhole ? ledger.fields : ledger.fieldsOpen(to: account).filter { !$0.isPersonal && !$0.isHashed }
    let records = Mutex<[LedgerRecord]>([])
    try await room.desk.export(ledger, question.filter, isWhole ? .shown : .leftOut, by: account) { record in
      records.withLock { $0.append(record) }
    }
    return (records.withLock { $0 }, fields)
  }

  private func csv(_ text: String, _ what: String) -> Response {
    .download(
      .init(byteBuffer: ByteBuffer(string: "\u{FEFF}" + text)), name: "\(room.ledger.code)-\(what).csv",
      mediaType: "text/csv; charset=utf-8")
  }

  private func workbook(
    _ records: [LedgerRecord], _ fields: [LedgerField], _ what: String, _ context: PortalContext,
    hints: LedgerExport.HintColumn = .none
  ) throws -> Response {
    let path = "\(context.site.limits.folder)/upload-ledger-\(context.requestID).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try LedgerExport.workbook(
      records, of: room.ledger, fields, hints: hints, at: path, made: room.desk.now, in: context.language)
    return .download(
      .init(byteBuffer: ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: path)))),
      name: "\(room.ledger.code)-\(what).xlsx",
      mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  }
}
