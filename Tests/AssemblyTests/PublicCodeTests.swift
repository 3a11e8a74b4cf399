import Access
import Assembly
import Fixtures
import Foundation
import HTTPTypes
import Kernel
import Ledgers
import Matters
import MattersStore
import PortalFixtures
import Storage
import Testing

@Suite struct `The code of a receipt` {
  @Test(arguments: [DatabaseKind.file, .postgres])
  func `shows at every stage what the applicant's account shows`(_ kind: DatabaseKind) async throws {
    try await MatterCast.with(kind) { cast in
      let visitor = Account.visitor(PermissionMatrix.zone.visitor)
      var stages = 0
      for (number, pattern) in cast.patterns.enumerated() where !pattern.isAnonymous {
        let matter = try await cast.file(pattern, number: number)
        for turn in 0..<12 {
          let file = try await cast.desk.find(matter.id, by: matter.filer)
          let status = try await cast.desk.status(matter.code.grouped.lowercased(), by: visitor)
          let stage = try #require(file.procedure.stage(file.matter.stage))
          #expect(status.status == stage.status && status.end == file.matter.end && status.due == file.matter.due)
          #expect(status.number == file.matter.number && status.filedAt == file.matter.filedAt)
          #expect(Set(status.steps.map(\.code)) == Set(file.steps.map(\.code)))
          let moves = file.timeline.filter { $0.event.from != $0.event.to }
          #expect(status.moves.map(\.at) == moves.map(\.event.at))
          #expect(status.reason == moves.last?.event.reason)
          stages += 1
          let next = file.procedure.steps(at: file.matter.stage).filter {
            file.procedure.after($0.code, at: stage.code) != stage.code
          }
          guard !next.isEmpty else { break }
          do { try await cast.take(next[turn % next.count], on: matter) } catch is any Refusal { break }
        }
      }
      #expect(stages > 2 * cast.desk.book.all.count)
    }
  }

  @Test func `tells who left no name what was answered, and nothing that is the office's own`() async throws {
    try await MatterCast.with(.file) { cast in
      let visitor = Account.visitor(PermissionMatrix.zone.visitor)
      let report = try #require(cast.patterns.first { $0.isAnonymous && $0.procedure == "complaint" })
      let matter = try await cast.file(report, number: 1)
      let staff = cast.staff(of: try await cast.file(of: matter).procedure)
      for (step, texts) in [
        ("accept-to-verify", [:]), ("decide", ["finding": "unfounded", "file_note": "内部核查记录"]),
        ("answer", ["outcome": "未发现违法"]),
      ] as [(String, [String: String])] {
        try await cast.desk.take(
          step, on: matter.id, StepGiven(texts: texts, reason: "有执业许可证"), seen: nil, by: staff)
        let status = try await cast.desk.status(matter.code.text, by: visitor)
        #expect(status.moves.last?.said.map { $0.value } == (step == "answer" ? [.text("未发现违法")] : []))
        #expect(status.reason == (step == "answer" ? "有执业许可证" : nil))
      }
      let page = try await cast.zone.visitor().post("/status", [("code", matter.code.text)]).text
      #expect(page.contains("未发现违法") && page.contains("有执业许可证") && !page.contains("内部核查记录"))
    }
  }

  /// 32¹⁶ = 2⁸⁰ codes.
  ///
  /// A million matters and ten million tries a second for a century find one with a probability of
  /// 10⁶ · 10⁷ · 3.2 · 10⁹ / 1.2 · 10²⁴, less than one in thirty.
  @Test func `is sixteen of thirty-two symbols, thrown anew for each, and kept by the zone as a mark alone`()
    async throws
  {
    try await MatterCast.with(.file) { cast in
      let pattern = try cast.pattern("volunteer")
      var thrown: [String] = []
      for number in 1...120 { thrown.append(try await cast.file(pattern, number: number).code.text) }
      let codes = thrown
      #expect(codes.allSatisfy { $0.count == 16 } && Set(codes).count == 120)
      // Every place takes many symbols, and none is told from the one before it.
      for place in 0..<16 {
        let symbols = codes.map { Array($0)[place] }
        #expect(Set(symbols).count >= 25)
        #expect(zip(symbols, symbols.dropFirst()).count { $0 == $1 } < 15)
      }
      #expect(Set(codes.joined()).count == 32)
      let tables = try await cast.zone.zone.database.read { db in
        try db.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").map { row in
          var columns = row.columns
          return try columns.text()
        }
      }
      for table in tables {
        let holds = try await cast.zone.zone.database.read { db in
          var holds = false
          try db.forEach("SELECT * FROM \(SQL(name: table))") { row in
            let text = "\(row.values)"
            if codes.contains(where: text.contains) { holds = true }
          }
          return holds
        }
        #expect(!holds, "\(table)")
      }
    }
  }

  @Test func `cannot be guessed: twenty wrong ones, and nothing from there is heard for a while`() async throws {
    var settings = Settings()
    settings.trustedProxy = true
    try await TestZone.with(settings) { zone in
      let filed = try await zone.zone.matters.file(
        MatterFiling("window-ticket", texts: ["category": "other", "question": "示例"]),
        by: .visitor(PermissionMatrix.zone.visitor))
      let browser = zone.visitor()
      let wrong = (0..<20).map { number in
        number.isMultiple(of: 2)
          ? "AAAA-BBBB-CCCC-DD\(number + 22)".replacing("0", with: "Z").replacing("1", with: "Y") : "短\(number)"
      }
      var answers: Set<String> = []
      for code in wrong {
        let answer = try await look(code, browser, from: "198.51.100.7")
        #expect(answer.status == .unprocessableContent)
        // The same words whatever was wrong: no matter, no code at all.
        answers.insert(try #require(answer.text.firstMatch(of: /没有与此查询码相符的办件[^<]*/)).output.description)
      }
      #expect(answers.count == 1)
      #expect(try await look(filed.code.text, browser, from: "198.51.100.7").status == .tooManyRequests)
      // Neither form nor program: one count for all doors.
      let body = Array(#"{"code": "\#(filed.code.text)"}"#.utf8)
      let json: HTTPFields = [.contentType: "application/json", .from: "198.51.100.7"]
      #expect(try await browser.send(.post, "/api/v1/matters/status", json, [body]).status == .tooManyRequests)
      let step = try await browser.post(
        "/status/window-ticket/withdraw", [("code", filed.code.text)], [.from: "198.51.100.7"])
      #expect(step.status == .tooManyRequests)
      // Elsewhere the code is heard, and here an hour later.
      #expect(try await look(filed.code.text, browser, from: "198.51.100.8").text.contains("\(filed.number)"))
      zone.clock.advance(by: 61)
      #expect(try await look(filed.code.text, browser, from: "198.51.100.7").text.contains("\(filed.number)"))
      // One network of IPv6 is one door.
      for number in 0..<20 { _ = try await look("Z", browser, from: "2001:db8:1:2::\(number + 1)") }
      #expect(try await look(filed.code.text, browser, from: "2001:db8:1:2:ffff::1").status == .tooManyRequests)
      #expect(try await look(filed.code.text, browser, from: "2001:db8:1:3::1").status == .ok)
      // Whose address it was is nowhere.
      let kept = try await zone.zone.database.read { db in
        try db.rows("SELECT subject FROM sign_in_attempts").map { "\($0.values)" }
      }
      #expect(!kept.isEmpty && !kept.joined().contains("198.51"))
    }
  }

  private func look(_ code: String, _ browser: PortalClient, from address: String) async throws -> PortalAnswer {
    try await browser.post("/status", [("code", code)], [.from: address])
  }
}

extension HTTPField.Name {
  fileprivate static let from = HTTPField.Name("X-Forwarded-For") ?? .origin
}
