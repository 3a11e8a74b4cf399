import Access
import Evidence
import EvidenceStore
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Storage
import Testing

/// A zone with a folder for evidence.
struct EvidenceZone {
  let database: any Database
  let folder: String
  let world = World.fixed()
  let clerk = Account.console([.readEvidence, .addEvidence, .withdrawEvidence, .verifyJournal])
  var desk: EvidenceDesk { desk(on: database) }

  func desk(on database: any Database, limit: Int64 = EvidenceDesk.usualLimit) -> EvidenceDesk {
    EvidenceDesk(database: database, world: world, folder: folder + "/evidence", limit: limit)
  }

  static func with(_ kind: DatabaseKind, _ work: (EvidenceZone) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "evidence-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await kind.withDatabase(journalMigrations + evidenceMigrations) { database in
      try await work(EvidenceZone(database: database, folder: folder))
    }
  }

  /// A file as the portal receives it, with the hash that `sha256sum` gives for it.
  func received(_ sample: SampleFile, named name: String = "a.bin") throws -> ReceivedEvidence {
    let path = folder + "/upload-\(UUID().uuidString)"
    try Data(sample.bytes).write(to: URL(fileURLWithPath: path))
    return ReceivedEvidence(path: path, sha256: sample.sha256, size: Int64(sample.bytes.count), name: name)
  }

  @discardableResult
  func add(_ sample: SampleFile, _ facts: EvidenceFacts = .sample(), named name: String = "a.bin") async throws
    -> ID<EvidenceItem>
  {
    try await desk.add(received(sample, named: name), facts, by: clerk)
  }

  func kept() throws -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder + "/evidence")
    return (names ?? []).sorted()
  }

  func isIntact() async throws -> Bool {
    let journal = JournalDesk(database: database, world: world, tables: evidenceTables, subjects: { _, _, _ in true })
    if case .intact = try await journal.verify(by: clerk) { return true }
    return false
  }
}

extension EvidenceFacts {
  static func sample(
    title: String = "关于认定示例单位的批复", grade: EvidenceGrade = .g1, issuer: String? = "示例主管部门",
    number: String? = "示例发〔2026〕1号", issuedOn: Day? = Day(year: 2026, month: 3, day: 1), note: String? = nil
  ) -> EvidenceFacts {
    EvidenceFacts(title, grade, issuer, number, issuedOn, note)
  }
}

/// A file and the SHA-256 that `sha256sum` prints for it.
struct SampleFile: Sendable {
  let bytes: [UInt8]
  let sha256: String

  static let text = SampleFile(
    bytes: Array("abc".utf8), sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  static let otherText = SampleFile(
    bytes: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
    sha256: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
}
