import Access
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
    try context.account.require(room.ledger.writers)
    let fields = room.ledger.fields
    let titles = zip(fields.map(\.isRequired) + [false, false], LedgerExport.headers(fields, in: context.language))
      .map { isRequired, title in isRequired ? title + "*" : title }
    return csv("\u{FEFF}" + LedgerExport.line(titles), "template")
  }

  /// Every record of the list as it is narrowed, with what the account may see of it.
  @Sendable func export(_: Request, _ context: PortalContext) async throws -> Response {
    let (ledger, account, language) = (room.ledger, context.account, context.language)
    let question = LedgerQuestion(ledger, for: account) { context.query.optional($0) }
    let isWhole = context.query.text("personal") == "yes"
    let fields = isWhole ? ledger.fields : ledger.fieldsOpen(to: account).filter { !$0.isPersonal && !$0.isHashed }
    let text = Mutex("\u{FEFF}" + LedgerExport.line(LedgerExport.headers(fields, in: language)))
    try await room.desk.export(ledger, question.filter, isWhole ? .shown : .leftOut, by: account) { record in
      let line = LedgerExport.line(LedgerExport.texts(record, fields, in: language))
      text.withLock { $0 += line }
    }
    return csv(text.withLock { $0 }, "export")
  }

  private func csv(_ text: String, _ what: String) -> Response {
    .download(
      .init(byteBuffer: ByteBuffer(string: text)), name: "\(room.ledger.code)-\(what).csv",
      mediaType: "text/csv; charset=utf-8")
  }
}
