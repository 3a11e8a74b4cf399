import API
import Access
import Foundation
import Kernel
import Ledgers
import LedgersStore
import Web

/// A table that was sent and waits for its sender's word, for a day at most.
///
/// It lies in the portal's temporary folder under the hash of its content and the account that sent it, so nobody else
/// comes to it.
struct LedgerUpload {
  let sha256: String
  let path: String

  /// - Throws: `NoSuchPage` for a hash that is none, or of a table that is gone.
  init(_ sha256: String, _ context: PortalContext) throws(NoSuchPage) {
    let isHash =
      sha256.utf8.count == 64 && sha256.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isHash else { throw NoSuchPage() }
    self.sha256 = sha256
    path = Self.path(sha256, context)
    guard FileManager.default.fileExists(atPath: path) else { throw NoSuchPage() }
  }

  /// Keeps what was sent.
  static func keep(_ file: UploadedFile, _ context: PortalContext) throws {
    let kept = path(file.sha256, context)
    guard !FileManager.default.fileExists(atPath: kept) else { return }
    try FileManager.default.moveItem(atPath: file.path, toPath: kept)
  }

  private static func path(_ sha256: String, _ context: PortalContext) -> String {
    "\(context.site.limits.folder)/upload-ledger-\(context.account.id)-\(sha256)"
  }
}

/// What a table is called: without folders and control characters, and not endless.
func tableName(_ given: String) -> String {
  let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
  let plain = String.UnicodeScalarView(last.unicodeScalars.filter { $0.properties.generalCategory != .control })
  let trimmed = String(String(plain).trimmingCharacters(in: .whitespaces).prefix(100))
  return trimmed.isEmpty ? "—" : trimmed
}

/// What is wrong with a file that was sent as a table.
struct UnusableTable: Refusal {
  let cause: any Refusal

  var kind: RefusalKind { .invalid }
  var code: String { cause.code }
  var phrase: Phrase { cause.phrase }
  var field: String? { "file" }
}
