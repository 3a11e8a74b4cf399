import Access
import Evidence
import EvidenceStore
import Fixtures
import Foundation
import Journal
import Kernel
import Storage
import Testing

@Suite struct `Evidence` {
  @Test(arguments: DatabaseKind.all)
  func `is kept once however many pieces consist of it`(_ kind: DatabaseKind) async throws {
    try await EvidenceZone.with(kind) { zone in
      let first = try await zone.add(.text, named: "批复.txt")
      let second = try await zone.add(.text, .sample(title: "合同", grade: .g2, number: nil), named: "b.csv")
      let other = try await zone.add(.otherText)
      #expect(try zone.kept() == [SampleFile.otherText.sha256, SampleFile.text.sha256])
      let found = try await zone.desk.find(second, by: zone.clerk)
      #expect(found.file.sha256 == SampleFile.text.sha256 && found.file.size == 3 && found.file.sort == .text)
      #expect(found.sharing.map(\.id) == [first])
      #expect(found.item.fileName == "b.csv" && found.item.facts.grade == .g2 && found.item.addedAt == .noon)
      #expect(try await zone.desk.page(by: zone.clerk).map(\.id) == [other, second, first])
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is found by its words and grade, page by page`(_ kind: DatabaseKind) async throws {
    try await EvidenceZone.with(kind) { zone in
      let decision = try await zone.add(.text)
      let contract = try await zone.add(
        .text, .sample(title: "Service_Contract 100%", grade: .g2, issuer: "乙公司", number: nil))
      let plain = try await zone.add(.otherText, .sample(title: "说明", grade: .g4, issuer: nil, number: nil))
      func ids(_ filter: EvidenceFilter) async throws -> [ID<EvidenceItem>] {
        try await zone.desk.page(filter, by: zone.clerk).map(\.id)
      }
      #expect(try await ids(EvidenceFilter(words: "批复 主管部门")) == [decision])
      #expect(try await ids(EvidenceFilter(words: "service_contract")) == [contract])
      #expect(try await ids(EvidenceFilter(words: "0%")) == [contract])
      #expect(try await ids(EvidenceFilter(words: "_")) == [contract])
      #expect(try await ids(EvidenceFilter(words: "〔2026〕")) == [decision])
      #expect(try await ids(EvidenceFilter(grade: .g4)) == [plain])
      let last = try await zone.desk.page(after: contract, limit: 1, by: zone.clerk)
      #expect(last.map(\.id) == [decision])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that is withdrawn stays on file and no longer counts`(_ kind: DatabaseKind) async throws {
    try await EvidenceZone.with(kind) { zone in
      let id = try await zone.add(.text)
      func grade() async throws -> EvidenceGrade? {
        try await zone.database.read { try EvidenceRows.grade(of: id, in: $0) }
      }
      #expect(try await grade() == .g1)
      let seen = try await zone.desk.find(id, by: zone.clerk).item.revision
      await #expect(throws: EvidenceRefusal.reasonMissing) {
        try await zone.desk.withdraw(id, because: " ", seen: seen, by: zone.clerk)
      }
      await #expect(throws: JournalRefusal.changedMeanwhile) {
        try await zone.desk.withdraw(id, because: "重复", seen: seen + 1, by: zone.clerk)
      }
      try await zone.desk.withdraw(id, because: "登记重复", seen: seen, by: zone.clerk)
      let item = try await zone.desk.find(id, by: zone.clerk).item
      #expect(item.withdrawal == EvidenceWithdrawal(at: .noon, reason: "登记重复"))
      #expect(try await grade() == nil)
      await #expect(throws: EvidenceRefusal.withdrawn(id)) {
        try await zone.database.read { _ = try EvidenceRows.standing(id, in: $0) }
      }
      await #expect(throws: EvidenceRefusal.withdrawn(id)) {
        try await zone.desk.withdraw(id, because: "又一次", seen: nil, by: zone.clerk)
      }
      #expect(try await zone.desk.page(by: zone.clerk).isEmpty)
      #expect(try await zone.desk.page(EvidenceFilter(standing: .withdrawn), by: zone.clerk).map(\.id) == [id])
      #expect(try await zone.desk.open(id, by: zone.clerk).name == "a.bin.txt")
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is not given out once its bytes are others, and mended by sending them again`(_ kind: DatabaseKind) async throws
  {
    try await EvidenceZone.with(kind) { zone in
      let (id, gone) = (try await zone.add(.text), try await zone.add(.otherText))
      let place = zone.folder + "/evidence/" + SampleFile.text.sha256
      #expect(try await zone.desk.verify(by: zone.clerk).isSound)
      try FileManager.default.removeItem(atPath: place)
      try Data("abd".utf8).write(to: URL(fileURLWithPath: place))
      try FileManager.default.removeItem(atPath: zone.folder + "/evidence/" + SampleFile.otherText.sha256)
      await #expect(throws: EvidenceRefusal.damaged(id)) { try await zone.desk.open(id, by: zone.clerk) }
      await #expect(throws: EvidenceRefusal.damaged(gone)) { try await zone.desk.open(gone, by: zone.clerk) }
      let verdict = try await zone.desk.verify(by: zone.clerk)
      #expect(verdict.files == 2 && verdict.bytes == 59)
      #expect(verdict.altered.map(\.sha256) == [SampleFile.text.sha256])
      #expect(verdict.missing.map(\.sha256) == [SampleFile.otherText.sha256])
      try await zone.add(.text)
      let open = try await zone.desk.open(id, by: zone.clerk)
      #expect(try String(contentsOfFile: open.path, encoding: .utf8) == "abc")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is added and withdrawn wholly or not at all`(_ kind: DatabaseKind) async throws {
    try await EvidenceZone.with(kind) { zone in
      let (adding, id) = try await failEverywhere(on: zone.database) { faulty in
        try await zone.desk(on: faulty).add(try zone.received(.text), .sample(), by: zone.clerk)
      }
      let (withdrawing, _) = try await failEverywhere(on: zone.database) { faulty in
        try await zone.desk(on: faulty).withdraw(id, because: "误", seen: nil, by: zone.clerk)
      }
      #expect(adding > 4 && withdrawing > 4)
      #expect(try await zone.isIntact())
    }
  }

  @Test func `of an authority has issuer and number, and nothing is issued tomorrow`() throws {
    let today = try #require(Day("2026-11-22"))
    func codes(_ grade: EvidenceGrade, _ issuer: String?, _ number: String?, _ day: String) -> [String] {
      do throws(FormRefusal) {
        _ = try EvidenceFacts(
          title: "标题", grade: grade, issuer: issuer, number: number, issuedOn: Day(day), note: nil,
          today: today)
        return []
      } catch {
        return error.causes.map(\.code)
      }
    }
    #expect(
      codes(.g1, nil, nil, "2026-11-23") == [
        "evidence.issuer-missing", "evidence.number-missing", "evidence.issued-in-future",
      ])
    #expect(codes(.g2, nil, nil, "2026-11-22") == ["evidence.issuer-missing"])
    #expect(codes(.g1, "甲", "1", "2026-11-22").isEmpty)
    #expect(codes(.g3, nil, nil, "2026-11-22").isEmpty)
  }

  @Test func `is stronger the nearer it is to an authority`() {
    #expect(EvidenceGrade.allCases.map(\.code) == ["G1", "G2", "G3", "G4"])
    #expect(EvidenceGrade.g1 > .g2 && EvidenceGrade.allCases.min() == .g4)
    #expect(EvidenceGrade.g2.meets(.g2) && EvidenceGrade.g1.meets(.g2) && !EvidenceGrade.g3.meets(.g2))
    #expect(EvidenceGrade(code: "G3") == .g3 && EvidenceGrade(code: "g3") == nil)
  }
}
