public import Access
public import Evidence
import Foundation
public import Kernel
import Storage

extension EvidenceDesk {
  /// The file of a piece of evidence, once its bytes have been found to be those that were registered.
  ///
  /// - Throws: ``EvidenceRefusal/damaged(_:)`` where they are not.
  /// - Complexity: one pass over the file.
  public func open(_ id: ID<EvidenceItem>, by account: Account) async throws -> OpenEvidence {
    try account.require(.readEvidence)
    let (item, file) = try await database.read { db in
      let item = try EvidenceRows.known(id, to: account, in: db)
      guard let file = try EvidenceRows.file(item.file, in: db) else { throw EvidenceRefusal.unknown(id) }
      return (item, file)
    }
    guard folder.state(of: file) == .sound else { throw EvidenceRefusal.damaged(id) }
    return OpenEvidence(path: folder.place(file.sha256), name: item.fileName, file: file)
  }

  /// Compares every registered file with its SHA-256.
  ///
  /// - Returns: how many there are, and those that are not what was registered.
  /// - Complexity: one pass over all bytes of evidence.
  public func verify(by account: Account) async throws -> EvidenceVerdict {
    try account.require(.readEvidence)
    let files = try await database.read { try EvidenceRows.files(in: $0) }
    var verdict = EvidenceVerdict()
    for file in files {
      try Task.checkCancellation()
      verdict.files += 1
      verdict.bytes += file.size
      switch folder.state(of: file) {
      case .sound: break
      case .missing: verdict.missing.append(file)
      case .altered: verdict.altered.append(file)
      }
    }
    return verdict
  }
}

/// A file that may be given out.
public struct OpenEvidence: Sendable {
  public let path: String
  /// What it is saved as.
  public let name: String
  public let file: EvidenceFile
}

/// What a comparison of all files with their hashes found.
public struct EvidenceVerdict: Equatable, Sendable {
  public internal(set) var files = 0
  public internal(set) var bytes: Int64 = 0
  public internal(set) var missing: [EvidenceFile] = []
  public internal(set) var altered: [EvidenceFile] = []

  public var isSound: Bool { missing.isEmpty && altered.isEmpty }
}
