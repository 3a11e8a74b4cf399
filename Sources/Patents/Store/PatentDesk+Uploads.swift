public import Access
import Foundation
public import Jobs
public import JobsStore
import Kernel
import Patents

extension PatentDesk {
  /// Keeps a received file under its hash, where preview and import find it.
  ///
  /// - Throws: ``PatentRefusal/noSuchFile(_:)`` for anything but a file: Foundation takes "" for the working directory,
  ///   and would move that.
  public func keepUpload(at path: String, sha256: String, by account: Account) throws {
    try account.require(.importPatents)
    guard isHash(sha256), isFile(path) else { throw PatentRefusal.noSuchFile("—") }
    let kept = uploadPath(sha256)
    if FileManager.default.fileExists(atPath: kept) { return }
    try FileManager.default.moveItem(atPath: path, toPath: kept)
  }

  /// A preview of an upload's first rows.
  public func previewUpload(_ sha256: String, by account: Account) async throws -> ImportPreview {
    try account.require(.importPatents)
    guard isHash(sha256), isFile(uploadPath(sha256)) else { throw PatentRefusal.noSuchFile("—") }
    return try await preview(at: uploadPath(sha256), rows: 5_000, by: account)
  }

  /// Orders the import of an upload as a job.
  public func orderImport(of sha256: String, named name: String, by account: Account) async throws -> Job {
    try account.require(.importPatents)
    guard isHash(sha256), isFile(uploadPath(sha256)) else {
      throw PatentRefusal.noSuchFile(name)
    }
    return try await jobs.queue(kind: Self.importJob, input: sha256, title: name, by: account)
  }

  /// The kind of import jobs.
  public static let importJob = "patents.import"

  /// Carries out an import job on behalf of whoever ordered it.
  public func carryOut(_ job: Job, report: @escaping @Sendable (JobProgress) async -> JobSignal) async throws -> String
  {
    let account = Account(
      id: ID(job.createdBy), standing: .system, name: "job \(job.id)", displayName: job.title, roles: [],
      permissions: [.importPatents])
    let run = try await importFile(at: uploadPath(job.input), named: job.title, by: account) { await report($0.job) }
    return run.id.description
  }

  private func uploadPath(_ sha256: String) -> String { uploads + "/" + (isHash(sha256) ? sha256 : "none") }

  func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return !path.isEmpty && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }

  private func isHash(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
