import Access
public import Foundation
public import Kernel

/// A piece of evidence (佐证): a document that a record or figure rests on.
public struct EvidenceItem: Equatable, Sendable {
  public let id: ID<EvidenceItem>
  /// What was sent; several pieces may cite the same file.
  public let file: ID<EvidenceFile>
  /// What the file was called when it was sent: for the download only.
  public let fileName: String
  public let facts: EvidenceFacts
  public let addedBy: Int64
  public let addedAt: Date
  public var withdrawal: EvidenceWithdrawal?
  public let revision: Int64

  public init(
    id: ID<EvidenceItem>, file: ID<EvidenceFile>, fileName: String, facts: EvidenceFacts, addedBy: Int64,
    addedAt: Date, withdrawal: EvidenceWithdrawal? = nil, revision: Int64
  ) {
    self.id = id
    self.file = file
    self.fileName = fileName
    self.facts = facts
    self.addedBy = addedBy
    self.addedAt = addedAt
    self.withdrawal = withdrawal
    self.revision = revision
  }

  /// Whether the zone took it in by itself, for somebody's matter: the matter alone gives it out, to whom it concerns.
  public var isHeld: Bool { addedBy == Self.keeper }

  /// Who takes in what comes with a matter: the program itself.
  public static let keeper = Account.system([]).id.number

  /// Whether records may rest on it.
  public var stands: Bool { withdrawal == nil }

  public func withdrawn(at instant: Date, because reason: String) throws(EvidenceRefusal) -> EvidenceItem {
    guard stands else { throw .withdrawn(id) }
    var item = self
    item.withdrawal = EvidenceWithdrawal(at: instant, reason: reason)
    return item
  }
}

/// That a piece of evidence no longer counts, and why; it stays on file.
public struct EvidenceWithdrawal: Equatable, Sendable {
  public let at: Date
  public let reason: String

  public init(at: Date, reason: String) {
    self.at = at
    self.reason = reason
  }
}

/// A file that evidence consists of: its bytes are kept once, under their SHA-256.
public struct EvidenceFile: Equatable, Sendable {
  public let id: ID<EvidenceFile>
  /// Sixty-four hexadecimal digits.
  public let sha256: String
  public let size: Int64
  public let sort: EvidenceSort

  public init(id: ID<EvidenceFile>, sha256: String, size: Int64, sort: EvidenceSort) {
    self.id = id
    self.sha256 = sha256
    self.size = size
    self.sort = sort
  }
}
