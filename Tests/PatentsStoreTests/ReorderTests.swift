import Fixtures
import Foundation
import Jobs
import JobsStore
import Kernel
import Patents
import PatentsStore
import Storage
import Testing

@Suite struct `The register by another order of sources` {
  private static let vendor = """
    标题,公开(公告)号,申请号,法律状态
    厂商名称,CN110000001A,201710601862.3,授权
    只有厂商,CN110000002A,,授权

    """
  private static let corpus = [
    line(1, title: "语料名称", applicants: ["乙公司"], "\"abstract\":\"摘要\""), line(3, title: "只有语料"),
  ]
  private static let plain = "title,publication_number,abstract,year,region\n英文表名称,CN110000001A,另一摘要,2019,江苏\n"

  private func bringAll(_ zone: PatentZone) async throws {
    try await zone.bring(try zone.write([Self.vendor], to: "a.csv"))
    try await zone.bring(try zone.write(Self.corpus, to: "b.jsonl"))
    try await zone.bring(try zone.write([Self.plain], to: "c.csv"))
    try await zone.bring(try zone.write([Self.plain + "\n"], to: "d.csv"))
  }

  private static let orders: [[String: Int]] = [
    ["corpus-jsonl": 400], ["plain-table": 300, "corpus-jsonl": 300], ["cnipr-xlsx": 50, "corpus-jsonl": 60],
    ["cnipr-xlsx": 10, "corpus-jsonl": 10, "plain-table": 10],
  ]

  @Test(arguments: DatabaseKind.all)
  func `is what it would be if its files had come in under it`(_ kind: DatabaseKind) async throws {
    for order in Self.orders {
      var wanted: [String] = []
      try await PatentZone.with(kind) { zone in
        zone.ranks.rule(order)
        _ = try await zone.desk.reorder(by: zone.clerk)
        try await bringAll(zone)
        wanted = try await zone.export()
      }
      try await PatentZone.with(kind) { zone in
        try await bringAll(zone)
        zone.ranks.rule(order)
        #expect(try await !zone.desk.sourceOrder(by: zone.clerk).isFollowed)
        let done = try await zone.desk.reorder(by: zone.clerk)
        #expect(done.looked == 3 && done.kept == 0 && done.endedAt != nil)
        #expect(try await zone.export() == wanted, "\(order)")
        #expect(try await zone.desk.sourceOrder(by: zone.clerk).isFollowed)
        #expect(try await zone.isIntact())
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `comes back with the order before, and lets imports be withdrawn`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await bringAll(zone)
      let before = try await zone.export()
      zone.ranks.rule(["corpus-jsonl": 400])
      let there = try await zone.desk.reorder(by: zone.clerk)
      #expect(there.changed == 1)
      #expect(try await zone.patent("P:CN110000001A")?.facts[.title] == "语料名称")
      zone.ranks.rule([:])
      #expect(try await zone.desk.reorder(by: zone.clerk).changed == 1)
      #expect(try await zone.export() == before)
      zone.ranks.rule(["corpus-jsonl": 400])
      _ = try await zone.desk.reorder(by: zone.clerk)
      let runs = try await zone.desk.imports(by: zone.clerk).map(\.run)
      // The newest first: each rests on none that is left.
      for run in runs.dropLast() { try await zone.desk.withdraw(run.id, because: "试", by: zone.clerk) }
      let patent = try #require(try await zone.patent("P:CN110000001A"))
      #expect(patent.facts[.title] == "厂商名称" && patent.facts[.abstract] == nil && patent.precedence == 200)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `does not change by a rule alone, and takes what comes later by the order in effect`(
    _ kind: DatabaseKind
  ) async throws {
    try await PatentZone.with(kind) { zone in
      zone.ranks.rule(["corpus-jsonl": 400])
      try await bringAll(zone)
      #expect(try await zone.patent("P:CN110000001A")?.facts[.title] == "厂商名称")
      let id = try #require(try await zone.patent("P:CN110000001A")).id
      let dossier = try await zone.desk.find(id, by: zone.clerk)
      let title = try #require(dossier.disputes.first { $0.field == .title })
      #expect(title.sayings.map(\.value) == ["厂商名称", "语料名称", "英文表名称", "英文表名称"])
      #expect(title.sayings.map(\.rank) == [200, 100, 100, 100])
      #expect(title.sayings.map(\.standing).prefix(3) == [.shown, .ranksLower(than: 200), .ranksLower(than: 200)])
      #expect(dossier.sources.flatMap { dossier.sayings(of: $0) }.allSatisfy { $0.name != "agrees" })
      #expect(dossier.disputes.map(\.field).contains(.abstract))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `leaves documents that were merged by hand as they are, and says how many`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await bringAll(zone)
      let nameless = #"{"title":"无号方法","applicants":["丙公司"],"abstract":"无号摘要"}"#
      try await zone.bring(try zone.write([nameless], to: "n.jsonl"))
      let all = try await zone.desk.page(limit: 100, by: zone.clerk).patents
      let merged = try #require(all.first { $0.identity.isWithoutNumber })
      let target = try #require(all.first { $0.identity.text == "P:CN110000002A" })
      try await zone.desk.merge(merged.id, into: target.id, because: "同一件", seen: merged.revision, by: zone.clerk)
      zone.ranks.rule(["corpus-jsonl": 400])
      let done = try await zone.desk.reorder(by: zone.clerk)
      #expect(done.kept == 1 && done.looked == 3)
      #expect(try await zone.patent("P:CN110000002A")?.facts[.title] == "只有厂商")
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is computed as a job, which can be stopped and begun anew`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await bringAll(zone)
      zone.ranks.rule(["corpus-jsonl": 400])
      let stopped = try await zone.desk.reorder(by: zone.clerk) { _ in .stop }
      #expect(stopped.endedAt == nil)
      let job = try await zone.desk.orderReorder(by: zone.clerk)
      let worker = try #require(zone.desk.workers[job.kind])
      _ = try await worker(job) { _ in .goOn }
      let runs = try await zone.desk.sourceOrder(by: zone.clerk).runs
      #expect(runs.map { $0.endedAt != nil } == [true, false])
      #expect(try await zone.patent("P:CN110000001A")?.facts[.title] == "语料名称")
    }
  }
}
