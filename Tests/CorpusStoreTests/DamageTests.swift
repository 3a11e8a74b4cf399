import Corpus
import CorpusStore
import Fixtures
import Foundation
import Kernel
import PatentsStore
import Testing

@Suite struct `A damaged index` {
  @Test func `is detected, named in the log and built anew, whatever file and whatever damage`() async throws {
    try await CorpusZone.with(.memory) { zone in
      try await Self.fill(zone)
      let clean = try await Fingerprint(of: zone.desk(), by: zone.clerk)
      let folder = zone.corpus() + "/1"
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "lock" }.sorted()
      #expect(names.contains("manifest"))
      #expect(Set(names.map { ($0 as NSString).pathExtension }) == ["", "seg", "del"])
      var dice = SeededDice(seed: 11)
      let copy = zone.corpus("copy")
      try FileManager.default.copyItem(atPath: folder, toPath: copy)
      for name in names {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(copy)/\(name)")))
        for round in 0..<6 {
          try FileManager.default.removeItem(atPath: folder)
          try FileManager.default.copyItem(atPath: copy, toPath: folder)
          var damaged = bytes
          if round.isMultiple(of: 2) {
            damaged[dice.roll(below: bytes.count)] ^= 1 << UInt8(dice.roll(below: 8))
          } else {
            damaged.removeLast(1 + dice.roll(below: bytes.count))
          }
          try Data(damaged).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
          let told = zone.book.messages.count
          let desk = zone.desk()
          #expect(try await Fingerprint(of: desk, by: zone.clerk) == clean, "\(name)")
          let messages = zone.book.messages.dropFirst(told)
          #expect(messages.contains { $0.contains(name) }, "\(name): \(messages)")
          #expect(try await desk.status(by: zone.clerk).damage != nil)
        }
      }
      #expect(try await zone.desk().status(by: zone.clerk).damage == nil)
    }
  }

  @Test func `without one of its files is built anew`() async throws {
    try await CorpusZone.with(.memory) { zone in
      try await Self.fill(zone)
      let clean = try await Fingerprint(of: zone.desk(), by: zone.clerk)
      let folder = zone.corpus() + "/1"
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "lock" {
        guard FileManager.default.fileExists(atPath: "\(folder)/\(name)") else { continue }
        try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        #expect(try await Fingerprint(of: zone.desk(), by: zone.clerk) == clean, "\(name)")
      }
    }
  }

  /// Two segments, of which one has a document that is gone.
  private static func fill(_ zone: CorpusZone) async throws {
    let desk = zone.desk()
    try await zone.bring((0..<40).map { line($0, #""abstract":"一种测量方法，所述装置\#($0)相连接。""#) })
    _ = try await zone.ids("", desk)
    try await zone.bring([line(3, title: "改名")], as: "last.jsonl")
    _ = try await zone.ids("", desk)
  }
}
