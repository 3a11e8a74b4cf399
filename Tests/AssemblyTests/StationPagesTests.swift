import Access
import AccessStore
import Assembly
import Foundation
import HTTPTypes
import Kernel
import Ledgers
import LedgersStore
import PortalFixtures
import Stations
import StationsStore
import Testing
import Web

@Suite struct `The page of a station's staff` {
  @Test func `has a copy that holds nothing of anybody, and a key for its staff alone`() async throws {
    try await TestZone.with { zone in
      let id = try await station(in: zone, staff: .institution)
      let worker = try await zone.signedIn(.institution)
      let desk = try await worker.get("/stations/\(id)/desk")
      #expect(desk.status == .ok && desk.headers[.cacheControl] == "private, no-store")
      let key = String(try #require(desk.text.firstMatch(of: /data-key="([^"]{44})"/)).1)
      #expect(try await worker.get("/en/stations/\(id)/desk").text.contains(key))
      // The same account has it again after its next sign-in, another one has another.
      #expect(try await zone.signedIn(.institution).get("/stations/\(id)/desk").text.contains(key))
      #expect(try await !zone.signedIn(.centreStaff).get("/stations/\(id)/desk").text.contains(key))
      // Of the right role, but not on the staff.
      let other = try await zone.signedIn(.baseManager).get("/stations/\(id)/desk")
      #expect(other.status == .forbidden && other.text.contains("stations.not-staff"))
      for copy in [
        try await zone.visitor().get("/stations/\(id)/offline"), try await worker.get("/stations/\(id)/offline"),
      ] {
        #expect(copy.status == .ok && copy.text.contains("station.js") && copy.text.contains("72 小时"))
        #expect(!copy.text.contains("data-key") && !copy.text.contains("data-login"))
      }
      let worker2 = try await zone.visitor().get("/assets/station-worker.js")
      #expect(worker2.status == .ok)
      #expect(worker2.headers[HTTPField.Name("Service-Worker-Allowed") ?? .allow] == "/")
    }
  }

  @Test func `takes a visit in without its script, too`() async throws {
    try await TestZone.with { zone in
      let id = try await station(in: zone, staff: .institution)
      let worker = try await zone.signedIn(.institution)
      let fields = [
        ("applicant", "示例来访人"), ("applicant-code", ""), ("category", "consulting"), ("question", "示例事项"),
      ]
      let taken = try await worker.post("/stations/\(id)/desk", fields)
      #expect(taken.status == .ok && taken.text.contains("CK-2026-00001"))
      let code = String(try #require(taken.text.firstMatch(of: /[A-Z2-9]{4}(-[A-Z2-9]{4}){3}/)).0)
      let status = try await zone.visitor().post("/status", [("code", code)])
      #expect(status.text.contains("CK-2026-00001"))
      let queue = try await worker.get("/stations/\(id)/queue").text
      #expect(queue.contains("CK-2026-00001") && queue.contains("示例来访人"))
      // The matter says where it was taken in.
      let centre = try await zone.signedIn(.centreStaff)
      let link = try #require(
        try await centre.get("/stations/\(id)/queue").text.firstMatch(of: /\/matters\/[0-9a-z]{13}/))
      #expect(try await centre.get(String(link.0)).text.contains("示例站点"))
      let refused = try await worker.post(
        "/en/stations/\(id)/desk",
        fields.filter { $0.0 != "applicant-code" } + [("applicant-code", "91350100M000100Y44")])
      #expect(refused.status == .unprocessableContent && refused.text.contains("href=\"#f-applicant-code\""))
      #expect(try await zone.isIntact())
    }
  }

  @Test func `hands in what it has kept, and is told why not`() async throws {
    try await TestZone.with { zone in
      let id = try await station(in: zone, staff: .institution)
      let worker = try await zone.signedIn(.institution)
      let token = try #require(try await worker.get("/stations/\(id)/desk").formToken)
      func hand(_ sequence: Int, code: String = "", token: String, by client: PortalClient) async throws -> PortalAnswer
      {
        let body = """
          {"queue":"\(String(repeating: "q", count: 32))","sequence":\(sequence),
          "key":"\(String(repeating: "\(sequence)", count: 32))","visitedAt":"2026-11-22T01:02:03.000Z",
          "applicant":"示例来访人\(sequence)","organisation":"\(code)",
          "answers":[{"field":"category","text":"consulting"},{"field":"question","text":"示例事项"}]}
          """
        return try await client.send(
          .post, "/api/v1/stations/\(id)/visits", [.contentType: "application/json", .formToken: token],
          [Array(body.utf8)])
      }
      #expect(try await hand(1, token: token, by: worker).status == .created)
      #expect(try await hand(1, token: token, by: worker).status == .ok)
      let early = try await hand(3, token: token, by: worker)
      #expect(early.status == .conflict && early.text.contains("\"code\":\"stations.out-of-order\""))
      let wrong = try await hand(2, code: "91350100M000100Y44", token: token, by: worker)
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("\"field\":\"applicant-code\""))
      // Without the token of the page, without a session, and by somebody of another station.
      #expect(try await hand(2, token: "", by: worker).status == .forbidden)
      #expect(try await hand(2, token: token, by: zone.visitor()).status == .unauthorized)
      let other = try await zone.signedIn(.baseManager)
      let othersToken = try #require(try await other.get("/account/profile").formToken)
      #expect(try await hand(1, token: othersToken, by: other).text.contains("stations.not-staff"))
      #expect(try await zone.count("station_visits") == 1)
      #expect(try await zone.isIntact())
    }
  }

  /// A station with the demonstration's login of `role` on its staff.
  private func station(in zone: TestZone, staff role: Role) async throws -> ID<Station> {
    let console = zone.zone.console
    let texts = [
      "number": "示例-01", "name": "示例站点", "place": "示例路 1 号", "hours": "9–17", "services": "咨询",
      "opened_on": "2026-01-05",
    ]
    let record = try await zone.zone.ledgers.add(LedgerDraft(texts: texts), to: .stations, by: console)
    let id = ID<Station>(record.number)
    try await zone.zone.stations.addStaff(try await zone.login(role).name, to: id, by: console)
    return id
  }
}
