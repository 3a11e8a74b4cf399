import Corpus
import CorpusStore
import Fixtures
import Foundation
import Kernel
import Patents
import PatentsStore
import Testing

@Suite struct `The index follows the register` {
  @Test(arguments: DatabaseKind.all)
  func `through imports, corrections, a merge and a withdrawal`(_ kind: DatabaseKind) async throws {
    try await CorpusZone.with(kind) { zone in
      let desk = zone.desk()
      #expect(try await zone.ids("", desk).isEmpty)
      try await zone.bring([line(1, title: "旧名称"), line(2)])
      #expect(try await zone.ids("旧名称", desk) == [try #require(try await zone.id(1))])
      try await zone.bring([line(1, title: "新名称"), line(3)], as: "b.jsonl")
      #expect(try await zone.ids("旧名称", desk).isEmpty)
      #expect(try await zone.ids("新名称", desk).count == 1)
      #expect(try await zone.ids("", desk).count == 3)
      let run = try await zone.bring([line(1, title: "误名称"), line(4)], as: "c.jsonl")
      #expect(try await zone.ids("误名称", desk).count == 1)
      try await zone.patents.withdraw(run.id, because: "导错了文件", by: zone.clerk)
      #expect(try await zone.ids("误名称", desk).isEmpty)
      #expect(try await zone.ids("新名称", desk).count == 1)
      #expect(try await zone.ids("", desk).count == 3)
      #expect(try await same(desk, zone))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `through the withdrawal of words on a document that stayed as it was`(_ kind: DatabaseKind) async throws {
    try await CorpusZone.with(kind) { zone in
      try await zone.bring([line(1, title: "甲", #""claims":"1.轴。""#), line(2)])
      let desk = zone.desk()
      #expect(try await zone.ids("行星架", desk).isEmpty)
      // The first claim is the same, so the patent is not changed; the further one is a saying of the source.
      let run = try await zone.bring([line(1, title: "甲", #""claims":"1.轴。\n2.如权利要求1所述的轴，有行星架。""#)], as: "b.jsonl")
      #expect(run.counts.unchanged == 1)
      #expect(try await zone.ids("行星架", desk).count == 1)
      try await zone.patents.withdraw(run.id, because: "导错了文件", by: zone.clerk)
      #expect(try await zone.ids("行星架", desk).isEmpty)
      #expect(try await same(desk, zone))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `and is the same as one that is built at once`(_ kind: DatabaseKind) async throws {
    try await CorpusZone.with(kind) { zone in
      let desk = zone.desk()
      try await zone.bringSample()
      _ = try await zone.ids("", desk)
      for round in 0..<6 {
        let lines = (0..<30).map {
          line(round * 17 + $0, title: "测量装置\(round)号\($0)", #""filing_date":"20\#(10 + round)-01-02""#)
        }
        try await zone.bring(lines, as: "\(round).jsonl")
        _ = try await zone.ids("", desk)
      }
      #expect(try await same(desk, zone))
      let before = try await Fingerprint(of: desk, by: zone.clerk)
      try await desk.rebuild(by: zone.clerk)
      #expect(try await Fingerprint(of: desk, by: zone.clerk) == before)
      // And so it is for whoever opens the folder next.
      #expect(try await Fingerprint(of: zone.desk(), by: zone.clerk) == before)
    }
  }

  @Test(arguments: DatabaseKind.shared)
  func `beside the requests, says how far, and waits for an entry`(_ kind: DatabaseKind) async throws {
    try await CorpusZone.with(kind) { zone in
      try await zone.bring([line(1)])
      let desk = zone.desk()
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await desk.follow() }
        // Until the first pass is through there is no total, rather than a wrong one.
        try await until { (try? await desk.search(CorpusQuestion(), by: zone.clerk).total) == 1 }
        try await zone.bring([line(2), line(3)], as: "b.jsonl")
        let head = try await zone.head()
        let answer = try await desk.search(CorpusQuestion(atLeast: head), by: zone.clerk)
        #expect(answer.total == 3 && answer.standing.lag == 0 && answer.standing.position >= head)
        await #expect(throws: CorpusSearchRefusal.notYetWritten(head + 1)) {
          try await desk.search(CorpusQuestion(atLeast: head + 1), by: zone.clerk)
        }
        let status = try await desk.status(by: zone.clerk)
        #expect(
          status.state == .ready && status.documents == 3 && status.registered == 3 && status.folder == "corpus/1")
        group.cancelAll()
      }
    }
  }

  @Test func `in a folder of its own for each process, and looks into another's where it only searches`() async throws {
    try await CorpusZone.with(.file) { zone in
      try await zone.bring([line(1)])
      let first = zone.desk()
      #expect(try await zone.ids("", first).count == 1)
      // A command beside it searches what the first one keeps.
      let beside = zone.desk()
      #expect(try await zone.ids("", beside).count == 1)
      #expect(try await beside.status(by: zone.clerk).folder == "corpus/1")
      await #expect(throws: CorpusRefusal.inUse(folder: "corpus/1")) { try await beside.rebuild(by: zone.clerk) }
      try await zone.bring([line(2)], as: "b.jsonl")
      let behind = try await beside.search(CorpusQuestion(), by: zone.clerk)
      #expect(behind.total == 1 && behind.standing.lag > 0)
      #expect(try await zone.ids("", first).count == 2)
      #expect(try await beside.search(CorpusQuestion(), by: zone.clerk).total == 2)
      // A second server keeps one of its own.
      let second = zone.desk()
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await second.follow() }
        try await until { try await second.status(by: zone.clerk).folder == "corpus/2" }
        try await until { (try? await second.search(CorpusQuestion(), by: zone.clerk).total) == 2 }
        group.cancelAll()
      }
    }
  }

  @Test func `says how far it is built, and gives no total before`() async throws {
    try await CorpusZone.with(.memory) { zone in
      try await zone.bring((0..<5).map { line($0) })
      #expect(try await zone.desk().status(by: zone.clerk).state == .absent)
      let asked = Asked()
      let desk = zone.desk()
      try await desk.rebuild(by: zone.clerk) { done, all in asked.note(done, all) }
      #expect(asked.all == ["0/5", "5/5"])
      #expect(try await desk.status(by: zone.clerk).state == .ready)
    }
  }

  @Test func `and does not take the index of another journal for its own`() async throws {
    try await CorpusZone.with(.memory) { zone in
      try await zone.bring([line(1, title: "别处的文献")])
      #expect(try await zone.ids("别处", zone.desk()).count == 1)
      try await CorpusZone.with(.memory) { other in
        try await other.bring([line(1, title: "本处的文献")])
        try FileManager.default.moveItem(atPath: zone.corpus(), toPath: other.corpus())
        let desk = other.desk()
        #expect(try await other.ids("别处", desk).isEmpty)
        #expect(try await other.ids("本处", desk).count == 1)
      }
    }
  }

  /// Whether the index answers as one does that is built now.
  private func same(_ desk: CorpusDesk, _ zone: CorpusZone) async throws -> Bool {
    let clean = zone.desk("clean-\(UUID().uuidString)")
    return try await Fingerprint(of: desk, by: zone.clerk) == Fingerprint(of: clean, by: zone.clerk)
  }

  /// Half a minute at most.
  private func until(_ condition: () async throws -> Bool) async throws {
    for _ in 0..<1_500 {
      if try await condition() { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("it did not come to pass")
  }
}
