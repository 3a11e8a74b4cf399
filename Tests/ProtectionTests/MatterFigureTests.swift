import Access
import Enterprises
import Evidence
import Figures
import FiguresStore
import Fixtures
import JournalStore
import Kernel
import Matters
import MattersStore
import PremisesStore
import ProgrammeStore
import Protection
import Rules
import Storage
import Testing

/// What matters give to the figures, by counting on one's fingers.
@Suite struct `A figure made of matters` {
  @Test(arguments: DatabaseKind.all) func `counts tickets and aid that closed with an outcome, each once`(
    _ kind: DatabaseKind
  ) async throws {
    try await ProtectionZone.with(kind) { zone in
      let served = try await zone.ticket(at: "百家湖站")
      let late = try await zone.ticket(at: "禄口站")
      let elsewhere = try await zone.ticket(at: "禄口站")
      let person = try await zone.ticket(by: Cast.stranger)
      _ = try await zone.ticket()
      for id in [served, person] { try await zone.take("close", id, Self.closing, by: Cast.staff) }
      try await zone.take("refer", elsewhere, ["addressee": "市税务局"], because: "属税务事项", by: Cast.staff)
      // Closed on 13 October, the time limit having ended on the 10th.
      zone.clock.set("2026-10-13")
      try await zone.take("close", late, Self.closing, by: Cast.staff)
      zone.clock.set("2026-10-31")

      #expect(try await zone.value("A08", at: "2026-09-30") == "2")
      #expect(try await zone.value("A08", at: "2026-10-31") == "3")
      #expect(try await zone.value("A08.1", at: "2026-09-30") == "100.00")
      #expect(try await zone.value("A08.1", at: "2026-10-31") == "66.67")
      // Stations of the month: the one of September, that of October, and both in the month up to the 15th.
      #expect(try await zone.value("E03", at: "2026-09-30") == "1")
      #expect(try await zone.value("E03", at: "2026-10-31") == "1")
      #expect(try await zone.value("E03", at: "2026-10-15") == "2")
      #expect(try await zone.value("E03", at: "2026-08-31") == nil)
      // Two tickets of one firm are one firm served; the person is none.
      #expect(try await zone.value("C05", at: "2026-10-31") == "1")
      let file = try await zone.figures.find("A08", at: zone.today, by: Cast.counter)
      #expect(file.byCategory.map { "\($0.key ?? "") \($0.rows)" } == ["late 1", "on-time 2"])
      // A station is no base: by that no matter is told apart.
      #expect(file.byBase.allSatisfy { $0.key == nil })
      // Where a visit led to a ticket its station is called by its name.
      try await zone.visit(late, at: "禄口服务站")
      #expect(
        try await zone.figures.contributions("E03", at: zone.today, by: Cast.counter).map(\.records[0].label) == [
          "禄口服务站"
        ])
      // Rated 4 and 5, after the end of September.
      for (id, rating, account) in [(served, "4", Cast.firm), (person, "5", Cast.stranger)] {
        try await zone.take("rate", id, ["rating": rating], by: account)
      }
      #expect(try await zone.value("A08.2", at: "2026-09-30") == nil)
      #expect(try await zone.value("A08.2", at: "2026-10-31") == "4.5")
      try await zone.rowsAddUp("A08", to: ["CK-2026-00001", "CK-2026-00002", "CK-2026-00004"])
    }
  }

  @Test(arguments: DatabaseKind.all) func `says of nothing that it was on time where no time was set`(
    _ kind: DatabaseKind
  ) async throws {
    try await ProtectionZone.with(kind, rules: .operating) { zone in
      let id = try await zone.ticket()
      try await zone.take("close", id, Self.closing, by: Cast.staff)
      #expect(try await zone.value("A08", at: "2026-09-30") == "1")
      #expect(try await zone.value("A08.1", at: "2026-09-30") == nil)
      let file = try await zone.figures.find("A08", at: zone.today, by: Cast.counter)
      #expect(file.byCategory.map { "\($0.key ?? "") \($0.rows)" } == ["untimed 1"])
    }
  }

  @Test(arguments: DatabaseKind.all) func `counts aid when it closes with an outcome, not when it is asked for`(
    _ kind: DatabaseKind
  ) async throws {
    try await ProtectionZone.with(kind) { zone in
      let helped = try await zone.fileAid().id
      let refused = try await zone.fileAid().id
      let overdue = try await zone.fileAid().id
      try await zone.take("accept", helped, by: Cast.staff)
      try await zone.take("assign", helped, naming: [Cast.helper.id], by: Cast.staff)
      try await zone.take("help", helped, ["help_kind": "advice", "content": "咨询"], by: Cast.staff)
      try await zone.take("refuse", refused, ["where_to": "市保护中心"], because: "不属援助范围", by: Cast.staff)
      #expect(try await zone.value("E04", at: "2026-09-30") == nil)
      #expect(try await zone.value("C05", at: "2026-09-30") == nil)
      zone.clock.set("2026-10-20")
      try await zone.take("close", helped, `Rights-protection aid`.closing, by: Cast.staff)
      #expect(try await zone.value("E04", at: "2026-10-31") == "1")
      #expect(try await zone.value("C05", at: "2026-10-31") == "1")
      // The status of this firm rests on no list of an authority: its service is declared, not counted.
      let highTech = try await zone.figures.figure("C01", at: #require(Day("2026-10-31")), by: Cast.counter)
      #expect(highTech.valueText == nil && highTech.totals.declared == 1)
      // Its service was on 20 October, not on the day that it was asked for.
      #expect(try await zone.value("C05", at: "2026-10-19") == nil)
      // The two decisions of September were in time; the third became overdue on 11 October.
      #expect(try await zone.value("E04.1", at: "2026-10-10") == "100.00")
      #expect(try await zone.value("E04.1", at: "2026-10-11") == "66.67")
      try await zone.take("withdraw", overdue, by: Cast.firm)
      #expect(try await zone.value("E04.1", at: "2026-10-31") == "100.00")
      try await zone.rowsAddUp("E04", to: ["WQ-2026-00001"])
    }
  }

  @Test(arguments: DatabaseKind.all) func `counts disputes that came to a mediator, and names nobody`(
    _ kind: DatabaseKind
  ) async throws {
    try await ProtectionZone.with(kind) { zone in
      let agreed = try await zone.mediation()
      let failed = try await zone.mediation()
      let asked = try await zone.file("mediation", ProtectionZone.dispute).id
      try await zone.take("ask", asked, by: Cast.staff)
      try await zone.take("end", failed, because: "分歧过大", by: Cast.staff)
      try await zone.take("propose", agreed, ["agreement": "分两期", "performed_by": "2027-06-30"], by: Cast.helper)
      try await zone.take("sign-as-respondent", agreed, ["signatory": "郑某"], by: Cast.agency)
      try await zone.take("sign-as-filer", agreed, ["signatory": "吴某"], by: Cast.firm)
      try await zone.take("seal", agreed, by: Cast.staff)
      try await zone.take("forgo-confirmation", agreed, by: Cast.staff)
      #expect(try await zone.value("E05", at: "2026-10-31") == "2")
      #expect(try await zone.value("E05.1", at: "2026-10-31") == "0.00")
      // The one that failed took no whole day.
      #expect(try await zone.value("E05.2", at: "2026-10-31") == "0.0")
      #expect(try await zone.value("C05", at: "2026-10-31") == nil)
      zone.clock.set("2026-10-09")
      try await zone.take("call-back", agreed, ["performance": "whole"], by: Cast.staff)
      #expect(try await zone.value("E05.1", at: "2026-10-31") == "50.00")
      // From 28 September to 9 October are eleven days: the two in the middle are 0 and 11.
      #expect(try await zone.value("E05.2", at: "2026-10-31") == "5.5")
      #expect(try await zone.value("E05.3", at: "2026-10-31") == nil)
      // The firm was served on protection; a ticket of the same firm serves it no second time.
      #expect(try await zone.value("C05", at: "2026-10-31") == "1")
      try await zone.rowsAddUp("C05", to: ["TJ-2026-00001"])
      let ticket = try await zone.ticket()
      try await zone.take("close", ticket, Self.closing, by: Cast.staff)
      #expect(try await zone.value("C05", at: "2026-10-31") == "1")
      try await zone.rowsAddUp("C05", to: [Cast.firmCode])
      try await zone.rowsAddUp("E05", to: ["TJ-2026-00001", "TJ-2026-00002"])
      for code in ["E05", "E05.1"] as [IndicatorCode] {
        let things = try await zone.figures.contributions(code, at: zone.today, by: Cast.counter)
        let said = things.map { "\($0.countedAs) \($0.records)" }.joined()
        for name in ["星河科技", "清风代理", "涉案", Cast.firmCode, Cast.agencyCode] { #expect(!said.contains(name), "\(name)") }
      }
      let confirmed = try await zone.mediation()
      try await zone.take("propose", confirmed, ["agreement": "一次付清", "performed_by": "2027-06-30"], by: Cast.helper)
      try await zone.take("sign-as-respondent", confirmed, ["signatory": "郑某"], by: Cast.agency)
      try await zone.take("sign-as-filer", confirmed, ["signatory": "吴某"], by: Cast.firm)
      try await zone.take("seal", confirmed, by: Cast.staff)
      try await zone.take(
        "apply-for-confirmation", confirmed, ["confirming_court": "江宁区人民法院", "applied_on": "2026-10-09"],
        by: Cast.staff)
      try await zone.take(
        "enter-confirmation", confirmed, ["ruling_number": "（2026）民特1号", "ruled_on": "2026-10-09"], by: Cast.staff)
      #expect(try await zone.value("E05.3", at: "2026-10-31") == "1")
      #expect(try await zone.value("E05.3", at: "2026-10-08") == nil)
      // It goes on: the middle of those that are closed is where it was.
      #expect(try await zone.value("E05.2", at: "2026-10-31") == "5.5")
    }
  }

  @Test(arguments: DatabaseKind.all) func `divides complaints decided on in time by those decided on or overdue`(
    _ kind: DatabaseKind
  ) async throws {
    try await ProtectionZone.with(kind) { zone in
      var filed: [ID<Matter>] = []
      for _ in 0..<5 { filed.append(try await zone.file("complaint", DisputeZone.complaint).id) }
      let (settled, refused, withdrawn, corrected) = (filed[0], filed[1], filed[2], filed[3])
      try await zone.take("withdraw", withdrawn, by: Cast.firm)
      try await zone.take("request-correction", corrected, because: "请写明金额", by: Cast.staff)
      zone.clock.set("2026-10-08")
      try await zone.take("accept-to-mediate", settled, ["respondent_code": Cast.agencyCode], by: Cast.staff)
      try await zone.take("settle", settled, ["settlement": "退还一半"], by: Cast.staff)
      try await zone.take("close", settled, by: Cast.staff)
      zone.clock.set("2026-10-14")
      try await zone.take(
        "refuse", refused, ["refusal_ground": "not-competent", "right_address": "江宁区市场监督管理局"], because: "不属职责",
        by: Cast.staff)
      zone.clock.set("2026-10-15")
      let report = try await zone.answered()
      let other = try await zone.answered()
      try await zone.take("object", report, because: "还有另一家", by: Cast.firm)
      zone.clock.set("2026-10-30")
      try await zone.file("complaint", DisputeZone.complaint)

      // The seventh working day was 13 October: by then one was decided on, and of two nothing can be said yet.
      #expect(try await zone.value("E14", at: "2026-10-13") == "100.00")
      // In time: the settled one; late: the refused one, and one that nobody decided on. The seven days are not those
      // of reports, nor of disputes over services.
      try await zone.file("complaint", DisputeZone.complaint.merging(["complaint_kind": "service"]) { $1 })
      #expect(try await zone.value("E14", at: "2026-10-31") == "33.33")
      // Two of eight are closed, one of eight was objected to; the withdrawn one is none of them.
      #expect(try await zone.value("E14.1", at: "2026-10-31") == "25.00")
      #expect(try await zone.value("E14.2", at: "2026-10-31") == "12.50")
      let file = try await zone.figures.find("E14.2", at: zone.today, by: Cast.counter)
      #expect(file.byCategory.map(\.key) == ["consumer", "report", "service"])
      let check = try await zone.figures.verify("E14", at: zone.today, by: Cast.counter)
      #expect(check.disagreements.isEmpty && check.records == 3)
      // What is objected to in November changes no October.
      zone.clock.set("2026-11-03")
      try await zone.take("object", other, because: "另有线索", by: Cast.firm)
      #expect(try await zone.value("E14.2", at: "2026-10-31") == "12.50")
      #expect(try await zone.value("E14.2", at: "2026-11-30") == "25.00")
    }
  }

  @Test func `shows a matter to who may open it, and to nobody else`() async throws {
    try await ProtectionZone.with(.memory) { zone in
      let id = try await zone.mediation()
      let desk = try zone.desk()
      for (account, opens) in [
        (Cast.staff, true), (Cast.firm, true), (Cast.agency, true), (Cast.helper, true), (Cast.stranger, false),
      ] {
        #expect(try await desk.opened([id], by: account) == (opens ? [id] : []), "\(account.name)")
      }
      try await desk.recuse(id, because: "亲属", seen: nil, by: Cast.staff)
      #expect(try await desk.opened([id], by: Cast.staff).isEmpty)
    }
  }

  private static let closing = ["outcome": "已办", "provider": "运营中心", "record": "签-7"]
}

extension Cast {
  static let counter = Account.console([.readFigures, .observeFigures])
}

extension ProtectionZone {
  static let dispute = DisputeZone.dispute.merging(["respondent_code": Cast.agencyCode, "respondent_name": "清风代理"]) {
    $1
  }

  var today: Day { world.today() }

  var figures: FigureDesk {
    FigureDesk(
      book: FigureBook(planFigures { _ in nil }), series: SeriesBook([]), tables: Self.tables + figureTables,
      isDemonstration: true, database: database, world: world)
  }

  func value(_ code: IndicatorCode, at day: String) async throws -> String? {
    let day = try #require(Day(day))
    return try await figures.figure(code, at: day, by: Cast.counter).valueText
  }

  /// A ticket that was answered.
  func ticket(at station: String? = nil, by account: Account = Cast.firm) async throws -> ID<Matter> {
    let channel: Matter.Channel = station == nil ? .web : .station
    let filed = try await file(
      "window-ticket", `A window ticket`.texts, channel: channel, station: station, by: account)
    try await take("answer", filed.id, ["answer": "已联系"], by: Cast.staff)
    return filed.id
  }

  /// A report that was looked into and answered.
  func answered() async throws -> ID<Matter> {
    let report = try await file("complaint", DisputeZone.report).id
    try await take("accept-to-verify", report, by: Cast.staff)
    try await take("decide", report, ["finding": "unfounded", "file_note": "核查记录"], by: Cast.staff)
    try await take("answer", report, ["outcome": "未发现违法"], because: "证据不足", by: Cast.staff)
    return report
  }

  /// That a ticket came from a visit to a station of this name, as the stations' own tables have it.
  func visit(_ ticket: ID<Matter>, at name: String) async throws {
    try await database.write { db in
      try db.insert(
        [
          [
            .integer(7), .text("01"), .text(name), .text("甲路"), .text("全天"), .text(",consulting,"), .text("2026-01-01"),
            .integer(2), .text("approved"), .integer(0), .blob([]),
          ]
        ], into: "stations",
        columns: [
          "id", "number", "name", "place", "hours", "services", "opened_on", "grade", "stage", "entry", "digest",
        ])
      try db.insert(
        [
          [
            ticket.sqlValue, .integer(7), .integer(1), .text("a"), .integer(1), .text("k"), .text("c"), .integer(0),
            .integer(0), .integer(0), .blob([]),
          ]
        ], into: "station_visits",
        columns: [
          "matter", "station", "account", "queue", "sequence", "visit_key", "content", "visited_at", "taken_at",
          "entry",
          "digest",
        ])
    }
  }

  /// A mediation with a mediator.
  func mediation() async throws -> ID<Matter> {
    let filed = try await file("mediation", Self.dispute, channel: .web)
    try await take("ask", filed.id, by: Cast.staff)
    try await take("consent", filed.id, by: Cast.agency)
    try await take("appoint", filed.id, naming: [Cast.helper.id], by: Cast.staff)
    return filed.id
  }

  /// The list of what counts is `things`, its rows are those of the figure, and each holds against the journal.
  func rowsAddUp(_ code: IndicatorCode, to things: [String]) async throws {
    let listed = try await figures.contributions(code, at: today, by: Cast.counter)
    #expect(listed.map(\.countedAs) == things)
    let figure = try await figures.figure(code, at: today, by: Cast.counter)
    #expect(figure.totals.met.now.rows == listed.map(\.rows).reduce(0, +))
    let check = try await figures.verify(code, at: today, by: Cast.counter)
    #expect(check.disagreements.isEmpty && check.records == figure.totals.met.now.rows)
  }
}
