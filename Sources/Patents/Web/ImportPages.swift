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
    let place = Int(context.query.text("place")) ?? .max
    let notes = try await desk.notes(of: found.run.id, after: line, place: place, limit: 101, by: context.account)
    return importPage(found, notes, for: context.account)
  }

  @Sendable func showRow(_ request: Request, _ context: PortalContext) async throws -> Page {
    guard let row = Int(try context.segment("row")), row > 0 else { throw NoSuchPage() }
    return importedRowPage(row, try await desk.originalRow(row, of: context.id(), by: context.account))
  }

  @Sendable func showNew(_ state: FormState, _ request: Request, _ context: PortalContext) async throws -> Page {
    newImportPage(state, limit: context.site.limits.file)
  }

  @Sendable func receive(_ form: Form, _ context: PortalContext) async throws -> Response {
    guard let file = form.file("file") else { throw FieldRefusal(ImportFormRefusal.noFile, in: "file") }
    guard file.size > 0 else { throw FieldRefusal(ImportFormRefusal.emptyFile, in: "file") }
    try desk.keepUpload(at: file.path, sha256: file.sha256, named: file.name, by: context.account)
    let isUnknown = try await desk.needsColumns(file.sha256, by: context.account)
    return .seeOther(isUnknown ? PatentPath.columns(file.sha256) : PatentPath.upload(file.sha256), context)
  }

  @Sendable func showUpload(_ state: FormState, _ request: Request, _ context: PortalContext) async throws -> Page {
    let sha256 = try context.segment("sha256")
    guard try await !desk.needsColumns(sha256, by: context.account) else { return unknownTablePage(sha256) }
    return uploadPage(try await desk.previewUpload(sha256, by: context.account), sha256, state)
  }

  @Sendable func order(_ form: Form, _ context: PortalContext) async throws -> Response {
    let job = try await desk.orderImport(of: context.segment("sha256"), by: context.account)
    return .seeOther(Link("/jobs/\(job.id)"), context)
  }

  @Sendable func showWithdraw(_ state: FormState, _ request: Request, _ context: PortalContext) async throws -> Page {
    let found = try await desk.findImport(context.id(), by: context.account)
    if found.run.stage == .withdrawn { throw PatentRefusal.alreadyWithdrawn }
    return withdrawPage(found, state)
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
  case noFile, emptyFile

  var kind: RefusalKind { .invalid }

  var code: String {
    switch self {
    case .noFile: "patents.no-file"
    case .emptyFile: "patents.empty-file"
    }
  }

  var phrase: Phrase {
    switch self {
    case .noFile: Phrase(zh: "请选择要导入的文件", en: "Please choose the file to import")
    case .emptyFile: Phrase(zh: "所选文件是空的（0 字节），请重新导出后再上传", en: "The file is empty (0 bytes); please export it again")
    }
  }
}
