import Access
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Patents
import Portfolios
import PortfoliosStore
import Storage
import Testing

@Suite struct `A yearly review` {
  private func table(_ count: Int) -> String {
    header
      + (1...count).map { place in
        let plain = "20201010000\(place)"
        return "\(number(plain)),示例方法\(place),发明,2020-03-02,2022-05-03,示例大学,张三,有效,机械学院,7\r\n"
      }.joined()
  }

  @Test(arguments: DatabaseKind.all)
  func `closes only when nothing is left open, and says what is`(_ kind: DatabaseKind) async throws {
    try await PortfolioZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.open())
      _ = try await zone.take(table(3), into: id)
      let review = try await desk.openReview(of: 2026, in: id, by: zone.officer)
      let items = try await desk.review(review, by: zone.officer).items
      #expect(items.map(\.place) == [1, 2, 3])
      try await desk.decide(DecisionDraft(.keep), on: items[0].id, by: zone.officer)
      try await desk.decide(DecisionDraft(.abandon, because: "无人使用"), on: items[1].id, by: zone.officer)
      await #expect(
        throws: PortfolioRefusal.undecided(count: 2, first: [number("202010100002"), number("202010100003")])
      ) { try await desk.close(review, by: zone.officer) }
      await #expect(throws: PortfolioRefusal.ownDecision) { try await desk.confirm(items[1].id, by: zone.officer) }
      try await desk.confirm(items[1].id, by: zone.colleague)
      try await desk.decide(DecisionDraft(.transfer), on: items[2].id, by: zone.officer)
      try await desk.close(review, by: zone.officer)
      let file = try await desk.review(review, by: zone.officer)
      #expect(file.summary.counts == [.keep: 1, .abandon: 1, .transfer: 1])
      #expect(file.summary.total == 3 && file.summary.undecided == 0)
      // The eighth year of each: ¥ 2,000.
      #expect(file.summary.fees[.keep] == Fen(200_000))
      await #expect(throws: PortfolioRefusal.reviewClosed) {
        try await desk.decide(DecisionDraft(.keep, because: "改"), on: items[0].id, by: zone.officer)
      }
      await #expect(throws: PortfolioRefusal.unknown(.review)) { try await desk.review(review, by: zone.stranger) }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `keeps its list as it was frozen`(_ kind: DatabaseKind) async throws {
    try await PortfolioZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.open())
      _ = try await zone.take(table(2), into: id)
      let review = try await desk.openReview(of: 2026, in: id, by: zone.officer)
      _ = try await zone.take(table(3), into: id)
      let line = try #require(try await desk.find(id, by: zone.officer).held.first)
      var facts = line.holding.facts
      facts.title = "改过的名称"
      try await desk.correct(line.holding.id, to: facts, seen: line.holding.revision, by: zone.officer)
      let file = try await desk.review(review, by: zone.officer)
      #expect(file.items.map(\.frozen.title) == ["示例方法1", "示例方法2"])
      #expect(file.later == 1)
      #expect(file.isListAsFrozen)
      await #expect(throws: PortfolioRefusal.reviewThere(2026)) {
        try await desk.openReview(of: 2026, in: id, by: zone.officer)
      }
      await #expect(throws: PortfolioRefusal.reviewOpen(2026)) {
        try await desk.openReview(of: 2025, in: id, by: zone.officer)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `starts from last year’s decisions and marks what has changed`(_ kind: DatabaseKind) async throws {
    try await PortfolioZone.with(kind) { zone in
      let id = try await zone.open()
      _ = try await zone.take(table(3), into: id)
      let then = try zone.desk(on: "2026-11-25")
      let first = try await then.openReview(of: 2026, in: id, by: zone.officer)
      for item in try await then.review(first, by: zone.officer).items {
        #expect(item.changes == [])
        try await then.decide(DecisionDraft(.keep), on: item.id, by: zone.officer)
      }
      try await then.close(first, by: zone.officer)
      let held = try await then.find(id, by: zone.officer).held
      try await then.leave(
        held[0].holding.id, Departure(.transferred, on: Day("2026-11-25"), document: "合同1"),
        seen: held[0].holding.revision, by: zone.officer)
      try await then.addContract(
        ContractDraft(.pledge, with: "示例银行", document: "登记1", from: try #require(Day("2026-11-20")), to: nil),
        on: held[1].holding.id, by: zone.officer)
      _ = try await zone.take(table(4), into: id)
      // On 2027-02-01 the eighth year is still ahead for all.
      let now = try zone.desk(on: "2027-02-01")
      let second = try await now.openReview(of: 2027, in: id, by: zone.officer)
      let file = try await now.review(second, by: zone.officer)
      #expect(file.previous?.id == first)
      #expect(file.items.map(\.lastDecision) == [.keep, .keep, nil])
      #expect(file.items.map(\.changes) == [[.contracts], [], [.new]])
      #expect(file.gone.map(\.frozen.number.description) == [number("202010100001")])
      await #expect(throws: PortfolioRefusal.boundByContract([.pledge])) {
        try await now.decide(DecisionDraft(.abandon, because: "无人使用"), on: file.items[0].id, by: zone.officer)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `leaves a journal that holds`(_ kind: DatabaseKind) async throws {
    try await PortfolioZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.open())
      _ = try await zone.take(table(2), into: id)
      let review = try await desk.openReview(of: 2026, in: id, by: zone.officer)
      let items = try await desk.review(review, by: zone.officer).items
      try await desk.decide(DecisionDraft(.abandon, because: "无人使用"), on: items[0].id, by: zone.officer)
      try await desk.sendBack(items[0].id, because: "仍有问询", by: zone.colleague)
      let actions = try await zone.database.read { db in
        try db.rows("SELECT action FROM journal ORDER BY number").map { row in
          var columns = row.columns
          return try columns.text()
        }
      }
      #expect(
        actions == [
          "portfolios.open", "portfolios.import", "portfolios.open-review", "portfolios.decide",
          "portfolios.send-back",
        ])
      let item = try await desk.item(items[0].id, by: zone.officer).item
      #expect(item.state == .open && item.sentBack == "仍有问询")
    }
  }
}
