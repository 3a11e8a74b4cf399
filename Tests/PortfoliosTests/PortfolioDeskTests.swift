import Access
import Fixtures
import Foundation
import Kernel
import Patents
import Portfolios
import PortfoliosStore
import Storage
import Testing

@Suite struct `A portfolio` {
  @Test(arguments: DatabaseKind.all)
  func `is seen by those with a mandate of its owner, and by nobody else`(_ kind: DatabaseKind) async throws {
    try await PortfolioZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.open())
      #expect(try await desk.find(id, by: zone.colleague).portfolio.ownerName == "示例大学")
      for account in [zone.stranger, zone.nobody] {
        await #expect(throws: PortfolioRefusal.unknown(.portfolio)) { try await desk.find(id, by: account) }
        #expect(try await desk.index(by: account).kept.isEmpty)
      }
      await #expect(throws: PortfolioRefusal.noMandate) { try await zone.open(zone.stranger) }
      await #expect(throws: PortfolioRefusal.openedAlready) { try await zone.open(zone.colleague) }
      #expect(try await desk.index(by: zone.stranger).openable.map(\.organisationName) == ["示例公司"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `takes patents over from the register, each once`(_ kind: DatabaseKind) async throws {
    try await PortfolioZone.with(kind) { zone in
      let (first, second) = (number("202010100001"), number("201820200002"))
      try await zone.register(
        "公开（公告）号,申请号,名称,申请日,公开（公告）日,申请人,发明人\r\n"
          + "CN110000001A,\(first),示例方法,2020-03-02,2020-09-02,示例大学,张三;李四\r\n"
          + "CN110000001B,\(first),示例方法,2020-03-02,2022-05-03,示例大学,张三;李四\r\n"
          + "CN208000002U,\(second),示例装置,2018-06-01,2019-01-04,示例大学;示例公司,王五\r\n"
          + "CN110000009A,\(number("202010100009")),他人方法,2020-03-02,2020-09-02,示例公司,赵六\r\n")
      let (desk, id) = (try zone.desk(), try await zone.open())
      let found = try await desk.candidates(for: id, by: zone.officer)
      #expect(Set(found.map(\.number.description)) == [first, second])
      #expect(try await desk.takeOver([first, "ZL" + second], into: id, by: zone.officer) == 2)
      #expect(try await desk.takeOver([first], into: id, by: zone.officer) == 0)
      let held = try await desk.find(id, by: zone.officer).held
      let invention = try #require(held.first { $0.holding.number.description == first }).holding.facts
      // The publication of the grant tells when it was granted.
      #expect(invention.grantedOn == Day("2022-05-03"))
      #expect(invention.inventors == ["张三", "李四"])
      #expect(invention.role == .sole)
      let model = try #require(held.first { $0.holding.number.description == second }).holding.facts
      #expect(model.role == .first && model.coOwners == ["示例公司"] && model.kind == .utilityModel)
      await #expect(throws: PortfolioRefusal.badNumbers(["202010100001.8"])) {
        try await desk.takeOver(["202010100001.8"], into: id, by: zone.officer)
      }
      let unknown = number("202010100077")
      await #expect(throws: PortfolioRefusal.notInRegister([unknown])) {
        try await desk.takeOver([unknown], into: id, by: zone.officer)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `records payments in the order of the years`(_ kind: DatabaseKind) async throws {
    try await PortfolioZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.open())
      _ = try await zone.take(
        header + "\(number("202010100001")),示例,发明,2020-03-02,2022-05-03,示例大学,张三,有效,,6\r\n", into: id)
      let patent = try #require(try await desk.find(id, by: zone.officer).held.first).holding.id
      // 2026-03-02 was the day for the seventh year, 2026-09-02 the last with a surcharge.
      #expect(try await desk.holding(patent, by: zone.officer).line.state?.mark == .overdue)
      func pay(_ year: Int) async throws {
        try await desk.pay(
          patent, year: year, amount: Fen(200_000), surcharge: Fen(0), on: try #require(Day("2026-02-20")),
          document: "收据1", by: zone.officer)
      }
      await #expect(throws: PortfolioRefusal.notNextYear(7)) { try await pay(8) }
      try await pay(7)
      let file = try await desk.holding(patent, by: zone.officer)
      #expect(file.line.state?.mark == .due && file.line.state?.next?.year == 8)
      #expect(file.payments.map(\.year) == [7])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `tells of an annuity once ahead, and once when it is late`(_ kind: DatabaseKind) async throws {
    try await PortfolioZone.with(kind) { zone in
      let id = try await zone.open()
      // The eighth year is due on 2027-03-02.
      _ = try await zone.take(
        header + "\(number("202010100001")),示例,发明,2020-03-02,2022-05-03,示例大学,张三,有效,,7\r\n", into: id)
      let clock = Account.system([.remindOfAnnuities])
      #expect(try await zone.desk(on: "2027-01-30").remind(by: clock) == 0)
      #expect(try await zone.desk(on: "2027-01-31").remind(by: clock) == 1)
      #expect(try await zone.desk(on: "2027-02-15").remind(by: clock) == 0)
      #expect(try await zone.desk(on: "2027-03-03").remind(by: clock) == 1)
      #expect(try await zone.desk(on: "2027-04-03").remind(by: clock) == 0)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `stands in the calendars of those who hold a mandate`(_ kind: DatabaseKind) async throws {
    try await PortfolioZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.open())
      _ = try await zone.take(
        header + "\(number("202010100001")),示例,发明,2020-03-02,2022-05-03,示例大学,张三,有效,,7\r\n", into: id)
      func days(_ code: String) async throws -> [AnnuityDay] {
        let mandate = Mandate(
          id: ID(9), holder: ID(1), organisation: try SocialCreditCode(code), organisationName: "", grade: .clerk,
          from: Day(number: 0), to: nil, stage: .approved)
        return try await zone.database.read { try desk.days(of: [mandate], in: $0) }
      }
      #expect(try await days(PortfolioZone.university).map(\.day) == [Day("2027-03-02")])
      #expect(try await days(PortfolioZone.firm).isEmpty)
    }
  }
}

@Suite struct `An old platform’s table` {
  /// Ten rows: six patents that can be kept, one of them three times, and two that cannot.
  private var table: String {
    header
      + "\(number("202010100001")),甲方法,发明,2020-03-02,2022-05-03,示例大学,张三,有效,机械学院,6\r\n"
      + "ZL\(number("202010100002")),乙方法,发明,2020-04-02,,示例大学,张三,审中,机械学院,\r\n"
      + "CN\(number("201820200003")),丙装置,实用新型,2018-06-01,2019-01-04,示例大学,王五,有效,,\r\n"
      + "202010100001,甲方法,发明,2020-03-02,2022-05-03,示例大学,张三,有效,机械学院,6\r\n"
      + "\(number("202010100001").dropLast())8,校验位错,发明,2020-03-02,,示例大学,张三,有效,,\r\n"
      + "\(number("202130300004")),丁外观,外观设计,2021-07-01,2021-12-03,示例大学,赵六,有效,,\r\n"
      + "\(number("202010100005")),无申请日,发明,,2022-05-03,示例大学,张三,有效,,\r\n"
      + "\(number("202010100001")),甲方法,发明,2020-03-02,2022-05-03,示例大学,张三,有效,机械学院,6\r\n"
      + "\(number("201210100006")),戊方法,发明,2012-03-02,2014-05-03,示例大学,张三,未缴年费专利权终止,,9\r\n"
      + "\(number("202010100007")),己方法,发明,2020-03-02,2022-05-03,示例大学;示例公司,张三,有效,,6\r\n"
  }

  @Test(arguments: DatabaseKind.all)
  func `goes in whole: what is kept and what is rejected is what was there`(_ kind: DatabaseKind) async throws {
    try await PortfolioZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.open())
      let trial = try await desk.trial(try OldPlatformTable(path: try zone.write(table)), in: id, by: zone.officer)
      #expect(try await desk.find(id, by: zone.officer).lines.isEmpty)
      let run = try await zone.take(table, into: id)
      #expect(trial.counts == run.counts)
      #expect(run.counts.rows == 10)
      #expect(run.counts[.repeated] == 2)
      #expect(run.counts.patents == 8)
      #expect(run.counts[.added] == 6 && run.counts[.rejected] == 2)
      #expect(run.counts.addsUp)
      let line = try await desk.find(id, by: zone.officer)
      #expect(line.lines.count == 6 && line.held.count == 5)
      #expect(line.lines.first { $0.holding.departure != nil }?.holding.departure?.way == .lapsed)
      let rejected = try await desk.run(run.id, effects: [.rejected], by: zone.officer).rows
      #expect(rejected.map(\.code) == ["portfolios.row.wrong-check", "portfolios.row.no-filing-day"])
      let repeated = try await desk.run(run.id, effects: [.repeated], by: zone.officer).rows
      #expect(Set(repeated.compactMap(\.holding)).count == 1)
      await #expect(throws: PortfolioRefusal.unknown(.run)) {
        try await desk.run(run.id, effects: [], by: zone.stranger)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `changes nothing the second time`(_ kind: DatabaseKind) async throws {
    try await PortfolioZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.open())
      _ = try await zone.take(table, into: id)
      let before = try await desk.find(id, by: zone.officer).lines.map(\.holding)
      let again = try await zone.take(table, into: id)
      #expect(again.counts[.unchanged] == 6 && again.counts[.added] == 0 && again.counts[.updated] == 0)
      #expect(again.counts.addsUp)
      #expect(try await desk.find(id, by: zone.officer).lines.map(\.holding) == before)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `adds what was missing, and never takes a paid year back`(_ kind: DatabaseKind) async throws {
    try await PortfolioZone.with(kind) { zone in
      let (desk, id) = (try zone.desk(), try await zone.open())
      _ = try await zone.take(table, into: id)
      let later =
        header + "\(number("202010100001")),甲方法,发明,2020-03-02,2022-05-03,示例大学,张三,有效,,5\r\n"
        + "\(number("202010100002")),乙方法,发明,2020-04-02,2023-02-03,示例大学,张三,有效,电气学院,6\r\n"
        + "\(number("202130300004")),丁外观,外观设计,2021-07-02,,示例大学,赵六,有效,,\r\n"
      let run = try await zone.take(later, into: id)
      #expect(run.counts[.unchanged] == 1 && run.counts[.updated] == 1 && run.counts[.rejected] == 1)
      let held = try await desk.find(id, by: zone.officer).held.map(\.holding.facts)
      #expect(held.first { $0.title == "甲方法" }?.paidThrough == 6)
      let second = try #require(held.first { $0.title == "乙方法" })
      #expect(second.grantedOn == Day("2023-02-03") && second.department == "电气学院" && second.paidThrough == 6)
    }
  }

  /// Columns in another order, with full-width brackets, and a fifth of them missing.
  @Test func `is known by its headers in any order`() async throws {
    try await PortfolioZone.with(.memory) { zone in
      let id = try await zone.open()
      let run = try await zone.take(
        "发明（设计）人,申请日,名称,申请（专利权）人,申请号\r\n"
          + "张三,2020-03-02,甲方法,示例大学,\(number("202010100001"))\r\n", into: id)
      #expect(run.counts[.added] == 1)
      let facts = try #require(try await zone.desk().find(id, by: zone.officer).held.first).holding.facts
      #expect(facts.inventors == ["张三"] && facts.title == "甲方法" && facts.kind == .invention)
    }
  }
}
