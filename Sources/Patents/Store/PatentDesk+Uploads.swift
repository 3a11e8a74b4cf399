public import Access
import Foundation
public import Jobs
public import JobsStore
import Kernel
import PatentFormats
public import Patents
import Storage
import Tables

extension PatentDesk {
  /// Keeps a received file under its hash with what it is called, where preview and import find both.
  ///
  /// The same content under another name is called by the newer one.
  /// - Throws: ``PatentRefusal/noSuchFile(_:)`` for anything but a file: Foundation takes "" for the working directory,
  ///   and would move that. The refusal of the formats for a file that none of them knows and that is no table either,
  ///   whose columns a person could map.
  public func keepUpload(at path: String, sha256: String, named name: String, by account: Account) throws {
    try account.require(.importPatents)
    guard isHash(sha256), isFile(path) else { throw PatentRefusal.noSuchFile("—") }
    do {
      do {
        _ = try FormatRecognition.recognise(path: path)
      } catch FormatRefusal.unknown(let seen) {
        guard (try? TableLook(path: path)) != nil else { throw FormatRefusal.unknown(seen: seen) }
      }
    } catch let refusal as any Refusal where refusal is FormatRefusal || refusal is TableRefusal {
      throw UnusableUpload(cause: refusal)
    }
    let kept = uploadPath(sha256)
    if !FileManager.default.fileExists(atPath: kept) { try FileManager.default.moveItem(atPath: path, toPath: kept) }
    try Data(UploadName(name).text.utf8).write(to: URL(fileURLWithPath: namePath(sha256)), options: .atomic)
  }

  /// An upload with a preview of its first rows, and the imports of the same content.
  public func previewUpload(_ sha256: String, by account: Account) async throws -> UploadPreview {
    try account.require(.importPatents)
    let path = try keptUpload(sha256)
    let mapping = try await kept(behind: format(of: path))
    let preview = try await preview(at: path, rows: 5_000, by: account)
    let runs = try await database.read { db in
      try ImportRows.file(withHash: sha256, in: db).map { try ImportRows.runs(of: $0.id, in: db) } ?? []
    }
    return UploadPreview(
      name: uploadName(sha256), preview: preview, imports: runs, mapping: mapping,
      isTable: (try? TableLook(path: path)) != nil)
  }

  /// Orders the import of an upload as a job.
  ///
  /// - Parameter mapping: the name of the mapping that reads its columns; nil for whatever its content tells.
  public func orderImport(of sha256: String, mapping: String? = nil, by account: Account) async throws -> Job {
    try account.require(.importPatents)
    _ = try await format(of: try keptUpload(sha256), mapping: mapping)
    let input = mapping.map { "\(sha256) \($0)" } ?? sha256
    return try await jobs.queue(kind: Self.importJob, input: input, title: uploadName(sha256), by: account)
  }

  /// - Throws: ``PatentRefusal/noSuchFile(_:)`` where nothing was sent under this name.
  func keptUpload(_ sha256: String) throws -> String {
    guard isHash(sha256), isFile(uploadPath(sha256)) else { throw PatentRefusal.noSuchFile("—") }
    return uploadPath(sha256)
  }

  /// The kind of import jobs.
  public static let importJob = "patents.import"

  /// Carries out an import job on behalf of whoever ordered it.
  public func carryOut(_ job: Job, report: @escaping @Sendable (JobProgress) async -> JobSignal) async throws -> String
  {
    let account = Account(
      id: ID(job.createdBy), standing: .system, name: "job \(job.id)", displayName: job.title, roles: [],
      permissions: [.importPatents])
    let parts = job.input.split(separator: " ", maxSplits: 1).map(String.init)
    guard let path = try? keptUpload(parts.first ?? "") else { throw PatentRefusal.noSuchFile(job.title) }
    let mapping = parts.count > 1 ? parts[1] : nil
    let run = try await importFile(at: path, named: job.title, mapping: mapping, by: account) { await report($0.job) }
    return run.id.description
  }

  func uploadPath(_ sha256: String) -> String { uploads + "/" + (isHash(sha256) ? sha256 : "none") }

  private func namePath(_ sha256: String) -> String { uploadPath(sha256) + ".name" }

  func uploadName(_ sha256: String) -> String {
    let kept = try? String(contentsOfFile: namePath(sha256), encoding: .utf8)
    return UploadName(kept ?? "").text
  }

  func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return !path.isEmpty && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }

  private func isHash(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

/// An upload as it stands before its import.
public struct UploadPreview: Sendable {
  /// What the person who sent it calls it.
  public let name: String
  public let preview: ImportPreview
  /// Imports of the same content, newest first.
  public let imports: [PatentImport]
  /// The mapping that reads its columns, where one does.
  public let mapping: KeptMapping?
  /// Whether it is a table whose columns a person could map otherwise.
  public let isTable: Bool
}

/// A file that was sent and is none that can be imported.
struct UnusableUpload: Refusal {
  let cause: any Refusal

  var kind: RefusalKind { .invalid }
  var code: String { cause.code }
  var phrase: Phrase { cause.phrase }
  var field: String? { "file" }
}

/// What a file is called: without folders and control characters, and not endless.
private struct UploadName {
  let text: String

  init(_ given: String) {
    let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    let plain = String(
      String.UnicodeScalarView(last.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    let trimmed = String(plain.trimmingCharacters(in: .whitespaces).prefix(200))
    text = trimmed.isEmpty ? "—" : trimmed
  }
}
