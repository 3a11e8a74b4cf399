public import Access
public import Evidence
import Foundation
public import Journal
public import JournalStore
public import Kernel
public import Storage
import Tables

/// What the zone does with evidence: take it, show it, withdraw it.
public struct EvidenceDesk: Sendable {
  let database: any Database
  let world: World
  let folder: EvidenceFolder
  /// Bytes of one file.
  public let limit: Int64
  /// What becomes of records that rest on evidence which is withdrawn, in the same entry of the journal.
  private let release: Release

  public typealias Release = @Sendable (ID<EvidenceItem>, Recording, any Reading) throws -> Void

  /// Fifty megabytes: a scanned contract of a hundred pages.
  public static let usualLimit: Int64 = 50 << 20

  /// - Parameters:
  ///   - folder: where the files lie; every server of one zone shares it.
  ///   - release: lets go of evidence that is withdrawn, for those parts of the zone whose records rest on it.
  public init(
    database: any Database, world: World, folder: String, limit: Int64 = Self.usualLimit,
    release: @escaping Release = { _, _, _ in }
  ) {
    self.release = release
    self.database = database
    self.world = world
    self.folder = EvidenceFolder(path: folder)
    self.limit = limit
  }

  /// No evidence can have been issued after it.
  public var today: Day { world.today() }

  /// Newest first.
  public func page(
    _ filter: EvidenceFilter = EvidenceFilter(), after last: ID<EvidenceItem>? = nil, limit: Int = 50,
    by account: Account
  ) async throws -> [EvidenceItem] {
    try account.require(.readEvidence)
    return try await database.read { try EvidenceRows.page(filter, after: last, limit: limit, in: $0) }
  }

  /// Evidence that a record may rest on, by its id or its document number.
  ///
  /// - Throws: ``EvidenceRefusal``: there is none, it is withdrawn, or several have the number.
  public func standing(named text: String, by account: Account) async throws -> EvidenceItem {
    try account.require(.readEvidence)
    return try await database.read { db in
      let item = try EvidenceRows.standing(named: text, in: db)
      return try EvidenceRows.known(item.id, to: account, in: db)
    }
  }

  public func find(_ id: ID<EvidenceItem>, by account: Account) async throws -> EvidenceDossier {
    try account.require(.readEvidence)
    return try await database.read { db in
      let item = try EvidenceRows.known(id, to: account, in: db)
      guard let file = try EvidenceRows.file(item.file, in: db) else { throw EvidenceRefusal.unknown(id) }
      return EvidenceDossier(item: item, file: file, sharing: try EvidenceRows.sharing(item, in: db))
    }
  }

  /// Keeps a received file and registers what is said of it.
  ///
  /// The file is moved away only if it is taken. The bytes are on the disk before the record is, so that no record
  /// is without its file; the same bytes are kept once.
  ///
  /// - Throws: ``EvidenceRefusal``: the file is empty, too large or of no sort that is taken.
  public func add(
    _ received: ReceivedEvidence, _ facts: EvidenceFacts, by account: Account
  ) async throws -> ID<EvidenceItem> {
    try account.require(.addEvidence)
    let sort = try recognise(received)
    let (world, id) = (world, world.newID(EvidenceItem.self))
    try folder.keep(received.path, as: received.sha256, mark: "\(id)")
    try await database.write { db in
      let deed = Deed(
        .addEvidence, by: account, on: id.subject,
        facts: ["sha256": received.sha256, "size": "\(received.size)", "grade": facts.grade.code])
      try Recording.write(deed, world: world, in: db) { recording in
        let known = try EvidenceRows.file(withHash: received.sha256, in: db)
        let file =
          known ?? EvidenceFile(id: world.newID(), sha256: received.sha256, size: received.size, sort: sort)
        if known == nil { try recording.insert(EvidenceRows.values(file), into: .evidenceFiles) }
        let item = EvidenceItem(
          id: id, file: file.id, fileName: sort.fileName(received.name), facts: facts, addedBy: account.id.number,
          addedAt: world.now(), revision: 0)
        try recording.insert(EvidenceRows.values(item), into: .evidence)
      }
    }
    return id
  }

  /// Takes a piece of evidence out of use; it stays on file with the reason, and what rests on it counts as declared.
  public func withdraw(
    _ id: ID<EvidenceItem>, because reason: String, seen: Int64?, by account: Account
  ) async throws {
    try account.require(.withdrawEvidence)
    let reason = try Reason(reason, orElse: EvidenceRefusal.reasonMissing)
    let (world, release) = (world, release)
    try await database.write { db in
      let deed = Deed(.withdrawEvidence, by: account, on: id.subject, because: reason.text)
      try Recording.write(deed, world: world, in: db) { recording in
        let item = try EvidenceRows.known(id, to: account, in: db)
        let withdrawn = try item.withdrawn(at: world.now(), because: reason.text)
        try recording.update(EvidenceRows.values(withdrawn), in: .evidence, seen: seen)
        try release(id, recording, db)
      }
    }
  }

  private func recognise(_ received: ReceivedEvidence) throws -> EvidenceSort {
    guard EvidenceFolder.isHash(received.sha256) else { throw EvidenceRefusal.notTaken }
    guard received.size > 0 else { throw EvidenceRefusal.empty }
    guard received.size <= limit else { throw EvidenceRefusal.tooLarge(limit: limit) }
    switch try RecognisedFile.recognise(path: received.path) {
    case .pdf: return .pdf
    case .png: return .png
    case .jpeg: return .jpeg
    case .workbook(hasMacros: false): return .xlsx
    case .document(hasMacros: false): return .docx
    case .workbook(hasMacros: true), .document(hasMacros: true): throw EvidenceRefusal.hasMacros
    case .text(_, looksLikeMarkup: false): return .text
    case .text(_, looksLikeMarkup: true): throw EvidenceRefusal.looksLikeMarkup
    case .incomplete: throw EvidenceRefusal.incomplete
    case .encryptedOrOld: throw EvidenceRefusal.encryptedOrOld
    case .unknown: throw EvidenceRefusal.notTaken
    }
  }
}

/// A file as it was received: where it lies, and what it was called.
public struct ReceivedEvidence: Sendable {
  public let path: String
  public let sha256: String
  public let size: Int64
  public let name: String

  public init(path: String, sha256: String, size: Int64, name: String) {
    self.path = path
    self.sha256 = sha256
    self.size = size
    self.name = name
  }
}

/// A piece of evidence as its page shows it.
public struct EvidenceDossier: Sendable {
  public let item: EvidenceItem
  public let file: EvidenceFile
  /// Other evidence that consists of the same file.
  public let sharing: [EvidenceItem]
}

extension ID<EvidenceItem> {
  /// The piece of evidence as the journal names it.
  public var subject: Subject { Subject(table: "evidence", number: number) }
}

extension Permission {
  public static let readEvidence = Permission("evidence.read", Phrase(zh: "查看佐证", en: "See evidence"))
  public static let addEvidence = Permission("evidence.add", Phrase(zh: "登记佐证", en: "Add evidence"))
  public static let withdrawEvidence = Permission("evidence.withdraw", Phrase(zh: "撤回佐证", en: "Withdraw evidence"))
}

extension Action {
  static let addEvidence = Action("evidence.add", Phrase(zh: "登记佐证", en: "Added evidence"))
  static let withdrawEvidence = Action("evidence.withdraw", Phrase(zh: "撤回佐证", en: "Withdrew evidence"))
}
