import API
import HTTPTypes
import Hummingbird
import Jobs
import Kernel
import Markup
import NIOCore
import Patents
import PatentsStore
import Web

/// What the import pages do.
struct ImportPages: Sendable {
  let desk: PatentDesk

  @Sendable func list(_ request: Request, _ context: PortalContext) async throws -> Page {
    let last = context.query.optional("before").flatMap { ID<PatentImport>($0) }
    return importListPage(try await desk.imports(before: last, limit: 50, by: context.account), for: context.account)
  }

  @Sendable func show(_ request: Request, _ context: PortalContext) async throws -> Page {
    let found = try await desk.findImport(context.id(), by: context.account)
    let line = Int(context.query.text("after")) ?? 0
    let notes = try await desk.notes(of: found.run.id, after: line, limit: 101, by: context.account)
    return importPage(found, notes, for: context.account)
  }

  @Sendable func showNew(_ state: FormState, _ request: Request, _ context: PortalContext) async throws -> Page {
    newImportPage(state, limit: context.site.limits.file)
  }

  @Sendable func receive(_ form: Form, _ context: PortalContext) async throws -> Response {
    guard let file = form.file("file"), file.size > 0 else { throw FieldRefusal(ImportFormRefusal.noFile, in: "file") }
    try desk.keepUpload(at: file.path, sha256: file.sha256, by: context.account)
    return .seeOther(PatentPath.upload(file.sha256, named: file.name), context)
  }

  @Sendable func showUpload(_ state: FormState, _ request: Request, _ context: PortalContext) async throws -> Page {
    let sha256 = try context.segment("sha256")
    let preview = try await desk.previewUpload(sha256, by: context.account)
    return uploadPage(preview, sha256, named: name(in: context), state)
  }

  @Sendable func order(_ form: Form, _ context: PortalContext) async throws -> Response {
    let job = try await desk.orderImport(of: context.segment("sha256"), named: name(in: context), by: context.account)
    return .seeOther(Link("/jobs/\(job.id)"), context)
  }

  private func name(in context: PortalContext) -> String { String((context.query.optional("name") ?? "—").prefix(200)) }

  @Sendable func showWithdraw(_ state: FormState, _ request: Request, _ context: PortalContext) async throws -> Page {
    withdrawPage(try await desk.findImport(context.id(), by: context.account), state)
  }

  @Sendable func withdraw(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<PatentImport> = try context.id()
    try await desk.withdraw(id, because: form.text("reason"), seen: form.revision(), by: context.account)
    return .seeOther(PatentPath.show(id), context)
  }

  /// Every rejected or repaired row as CSV, for a spreadsheet.
  @Sendable func report(_ request: Request, _ context: PortalContext) async throws -> Response {
    let found = try await desk.findImport(context.id(), by: context.account)
    let (desk, account) = (desk, context.account)
    let body = ResponseBody { writer in
      try await writer.write(ByteBuffer(string: "\u{FEFF}row,sort,code,field,zh,en,original\r\n"))
      var line = 0
      while true {
        let notes = try await desk.notes(of: found.run.id, after: line, limit: 1_000, by: account)
        guard let last = notes.last else { break }
        // The last row may go on in the next page of notes; it is read whole there.
        let isWhole = notes.count < 1_000
        let shown = isWhole || notes.first?.line == last.line ? notes : notes.filter { $0.line < last.line }
        try await writer.write(ByteBuffer(string: shown.map(csvLine).joined()))
        line = shown.last?.line ?? last.line
        if isWhole { break }
      }
      try await writer.finish(nil)
    }
    return .download(body, name: "import-\(found.run.id).csv", mediaType: "text/csv; charset=utf-8")
  }
}

private func csvLine(_ note: ImportNote) -> String {
  let fields = [
    "\(note.line)", note.sort.rawValue, note.code, note.field ?? "", note.phrase.zh, note.phrase.en, note.original,
  ]
  return fields.map { "\"" + guarded($0).replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
}

/// A spreadsheet would run a cell that begins like a formula.
private func guarded(_ text: String) -> String {
  guard let first = text.first, "=+-@\t\r".contains(first) else { return text }
  return "'" + text
}

/// What is wrong with the upload form itself.
enum ImportFormRefusal: Refusal {
  case noFile

  var kind: RefusalKind { .invalid }
  var code: String { "patents.no-file" }
  var phrase: Phrase { Phrase(zh: "请选择要导入的文件", en: "Please choose the file to import") }
}
