import Evidence
import EvidenceStore
import Fixtures
import Foundation
import Kernel
import Tables
import Testing

private let hash = String(repeating: "0", count: 64)

/// What becomes of a file with these bytes.
private func sort(of bytes: [UInt8]) async throws -> Result<EvidenceSort, EvidenceRefusal> {
  var result: Result<EvidenceSort, EvidenceRefusal> = .failure(.notTaken)
  try await EvidenceZone.with(.memory) { zone in
    do {
      let id = try await zone.add(SampleFile(bytes: bytes, sha256: hash))
      result = .success(try await zone.desk.find(id, by: zone.clerk).file.sort)
    } catch let refusal as EvidenceRefusal {
      result = .failure(refusal)
      #expect(try zone.kept().isEmpty)
    }
  }
  return result
}

private func sort(of text: String) async throws -> Result<EvidenceSort, EvidenceRefusal> {
  try await sort(of: Array(text.utf8))
}

@Suite struct `A file of evidence` {
  @Test func `is told by its content`() async throws {
    #expect(try await sort(of: "%PDF-1.7\n…\nstartxref\n0\n%%EOF\n") == .success(.pdf))
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let iend: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
    #expect(try await sort(of: signature + iend) == .success(.png))
    #expect(try await sort(of: [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0xFF, 0xD9]) == .success(.jpeg))
    #expect(try await sort(of: "名称,数量\n甲,1\n") == .success(.text))
    // 名称 in GB 18030.
    #expect(try await sort(of: [0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0x31, 0x0A]) == .success(.text))
  }

  @Test func `is a workbook if it has the parts of one`() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let book = try WorkbookWriter(path: path, made: .noon)
    try book.beginSheet("甲", columns: [WorkbookColumn("一")])
    try book.finish()
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(try await sort(of: bytes) == .success(.xlsx))
    #expect(try await sort(of: Array(bytes.prefix(bytes.count / 2))) == .failure(.incomplete))
  }

  @Test func `is refused if it is anything else, whatever it is called`() async throws {
    #expect(try await sort(of: []) == .failure(.empty))
    #expect(try await sort(of: "%PDF-1.7\nhalf") == .failure(.incomplete))
    #expect(try await sort(of: "  <!DOCTYPE html><script>alert(1)</script>") == .failure(.looksLikeMarkup))
    #expect(try await sort(of: "\u{FEFF}<svg onload=\"x\"/>") == .failure(.looksLikeMarkup))
    #expect(try await sort(of: "#!/bin/sh\n") == .failure(.looksLikeMarkup))
    #expect(try await sort(of: [0x4D, 0x5A, 0x90, 0x00]) == .failure(.notTaken))
    #expect(try await sort(of: [0x1F, 0x8B, 0x08, 0x00]) == .failure(.notTaken))
    #expect(try await sort(of: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .failure(.encryptedOrOld))
    // A good first half does not make a text: the last byte begins a character and does not end it.
    #expect(try await sort(of: Array(repeating: 0x61, count: 300_000) + [0xFF]) == .failure(.notTaken))
  }

  @Test func `is refused beyond the limit`() async throws {
    try await EvidenceZone.with(.memory) { zone in
      let desk = zone.desk(on: zone.database, limit: 2)
      await #expect(throws: EvidenceRefusal.tooLarge(limit: 2)) {
        try await desk.add(zone.received(.text), .sample(), by: zone.clerk)
      }
      let kept = try zone.kept()
      #expect(kept.isEmpty)
    }
  }

  @Test(arguments: [
    ("../../etc/passwd", "passwd.txt"), ("a.html", "a.html.txt"), ("数据.CSV", "数据.CSV"), ("..", "evidence.txt"),
    ("a\u{202E}txt.exe", "atxt.exe.txt"), ("C:\\x\\b.txt", "b.txt"),
  ])
  func `is saved under a name that opens as what it is`(_ given: String, _ saved: String) {
    #expect(EvidenceSort.text.fileName(given) == saved)
  }
}
