import Corpus
import CorpusStore
import Fixtures
import Foundation
import Kernel
import Patents
import PatentsStore
import Testing

@Suite struct `An index whose writing is cut off` {
  /// One process after the other takes in what has come to the register and is killed at some operation on its files:
  /// while it builds, writes, removes or merges.
  @Test func `is a hundred times what building it anew gives`() async throws {
    try await CorpusZone.with(.memory) { zone in
      var dice = SeededDice(seed: 5)
      var (killed, last) = (0, PatentImport?.none)
      for seed in 1...100 {
        if let run = last, seed.isMultiple(of: 9) {
          try await zone.patents.withdraw(run.id, because: "导错了文件", by: zone.clerk)
          last = nil
        } else {
          let lines = (0..<6).map { _ in
            line(
              dice.roll(below: 3 * seed + 6), title: "测量装置\(seed)",
              #""abstract":"一种方法，所述装置\#(dice.roll(below: 40))相连接""#)
          }
          let run = try await zone.bring(lines, as: "\(seed).jsonl")
          last = run.counts.updated == 0 ? run : nil
        }
        // One time in five there is nothing yet, so that the building is cut off.
        if dice.roll(below: 5) == 0 { try? FileManager.default.removeItem(atPath: zone.corpus()) }
        if try await Self.isKilled(zone, after: 1 + dice.roll(below: 40)) { killed += 1 }
        let clean = zone.desk("clean")
        try await clean.rebuild(by: zone.clerk)
        let found = try await Fingerprint(of: zone.desk(), by: zone.clerk)
        #expect(try await found == Fingerprint(of: clean, by: zone.clerk), "seed \(seed)")
      }
      #expect(killed > 40)
      #expect(zone.book.messages.isEmpty)
    }
  }

  private static func isKilled(_ zone: CorpusZone, after operations: Int) async throws -> Bool {
    let desk = zone.desk { (path) throws(CorpusRefusal) in try FailingFiles(folder: path, after: operations) }
    do {
      _ = try await desk.search(CorpusQuestion(), by: zone.clerk)
      return false
    } catch CorpusRefusal.unreadable(_, "killed") {
      return true
    }
  }
}
