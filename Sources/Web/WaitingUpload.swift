public import API
import Access
import Foundation
import Kernel

/// A file that was sent, was shown for what it holds, and waits for its sender's word, for a day at most.
///
/// It lies in the portal's temporary folder under the hash of its content and the account that sent it, so nobody else
/// comes to it.
public struct WaitingUpload: Sendable {
  public let sha256: String
  public let path: String

  /// - Parameter sort: what it was sent as; files of another sort are not found.
  /// - Throws: `NoSuchPage` for a hash that is none, or of a file that is gone.
  public init(_ sha256: String, as sort: String, _ context: PortalContext) throws(NoSuchPage) {
    let isHash =
      sha256.utf8.count == 64 && sha256.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isHash else { throw NoSuchPage() }
    self.sha256 = sha256
    path = Self.path(sha256, sort, context)
    guard FileManager.default.fileExists(atPath: path) else { throw NoSuchPage() }
  }

  /// Keeps what was sent.
  public static func keep(_ file: UploadedFile, as sort: String, _ context: PortalContext) throws {
    let kept = path(file.sha256, sort, context)
    guard !FileManager.default.fileExists(atPath: kept) else { return }
    try FileManager.default.moveItem(atPath: file.path, toPath: kept)
  }

  private static func path(_ sha256: String, _ sort: String, _ context: PortalContext) -> String {
    "\(context.site.limits.folder)/upload-\(sort)-\(context.account.id)-\(sha256)"
  }

  /// What a file is called: without folders and control characters, and not endless.
  public static func name(_ given: String) -> String {
    let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    let plain = String.UnicodeScalarView(last.unicodeScalars.filter { $0.properties.generalCategory != .control })
    let trimmed = String(String(plain).trimmingCharacters(in: .whitespaces).prefix(100))
    return trimmed.isEmpty ? "—" : trimmed
  }
}
