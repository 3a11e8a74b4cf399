import Access
import Foundation
import Hummingbird
public import Kernel
import NIOCore
import Patents
import PatentsStore
import Tables
public import Web

/// The hits of a search, to be taken along as a file.
public struct PatentResults: Sendable {
  /// The register's ids of all that the address of a request asks for.
  let find: @Sendable (PortalContext) async throws -> [Int64]

  public init(find: @escaping @Sendable (PortalContext) async throws -> [Int64]) { self.find = find }

  /// The forms in which a result set comes, by the endings of their addresses.
  public static let forms: [(ending: String, words: Phrase)] = ResultForm.allCases.map { ($0.rawValue, $0.words) }
}

func addResultDoors(to routes: inout Routes, desk: PatentDesk, results: PatentResults) {
  let files = ResultFiles(desk: desk, results: results)
  for form in ResultForm.allCases {
    routes.file("/search/export.\(form.rawValue)", needs: .exportPatents) { _, context in
      try await files.response(form, context)
    }
  }
}

/// Writes result sets while they are read: memory does not grow with them.
struct ResultFiles: Sendable {
  let desk: PatentDesk
  let results: PatentResults

  /// How many patents are read at once.
  private static let chunk = 500

  func response(_ form: ResultForm, _ context: PortalContext) async throws -> Response {
    let ids = try await results.find(context)
    let reserved = try await desk.beginExport(of: ids.count, as: form.rawValue, by: context.account)
    let run = ResultRun(
      desk: desk, account: context.account, ids: ids, reserved: reserved, table: ResultTable(language: context.language)
    )
    let folder = context.site.limits.folder
    let path = "\(folder)/results-\(context.requestID).xlsx"
    let body = ResponseBody { writer in
      if form == .xlsx {
        try await run.writeWorkbook(at: path, folder: folder) { try await writer.write($0) }
      } else {
        try await run.writeText(ResultText(form: form, table: run.table)) { try await writer.write($0) }
      }
      try await writer.finish(nil)
    }
    return .download(body, name: "results-\(desk.today).\(form.rawValue)", mediaType: form.mediaType)
  }

  /// One result set on its way out.
  struct ResultRun: Sendable {
    let desk: PatentDesk
    let account: Account
    let ids: [Int64]
    let reserved: Set<String>
    let table: ResultTable

    func writeText(_ text: ResultText, _ write: (ByteBuffer) async throws -> Void) async throws {
      try await write(ByteBuffer(string: text.head))
      var count = ResultCount()
      for start in stride(from: 0, to: ids.count, by: ResultFiles.chunk) {
        let lines = count.permitted(try await lines(from: start), without: reserved)
        try await write(ByteBuffer(string: text.piece(lines)))
      }
      try await write(ByteBuffer(string: text.tail(count)))
    }

    /// A workbook is packed when its last row is known, so it lies in the folder for received files meanwhile.
    func writeWorkbook(at path: String, folder: String, _ write: (ByteBuffer) async throws -> Void) async throws {
      defer { try? FileManager.default.removeItem(atPath: path) }
      let language = table.language
      let book = try WorkbookWriter(path: path, folder: folder, made: desk.now)
      try book.beginSheet(Phrase(zh: "检索结果", en: "Results").text(in: language), columns: table.columns)
      var count = ResultCount()
      for start in stride(from: 0, to: ids.count, by: ResultFiles.chunk) {
        for line in count.permitted(try await lines(from: start), without: reserved) {
          try book.append(table.cells(line))
        }
        try Task.checkCancellation()
      }
      try book.addNotes(
        Phrase(zh: "说明", en: "Notes").text(in: language),
        [
          (Phrase(zh: "件数", en: "Documents").text(in: language), count.phrase.text(in: language)),
          (Phrase(zh: "导出日", en: "Exported").text(in: language), "\(desk.today)"),
        ])
      try book.finish()
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty {
        try await write(ByteBuffer(bytes: piece))
      }
    }

    private func lines(from start: Int) async throws -> [PatentLine] {
      try await desk.lines(of: Array(ids[start..<min(start + ResultFiles.chunk, ids.count)]), by: account)
    }
  }
}
