import API
import HTTPTypes
import Kernel
import Premises
import PremisesStore

/// The premises for programs.
struct PremisesAPI: Sendable {
  let desk: PremisesDesk
  let world: World

  var endpoints: [APIEndpoint] { [sites, rooms, occupancies, moveIn, moveOut] }

  private static let on = APIParameter.query(
    "on", .day, Phrase(zh: "所查日期，默认今天", en: "The day in question, today if not given"))

  private var sites: APIEndpoint {
    APIEndpoint(
      .get, "premises/sites", summary: Phrase(zh: "一中心、两基地及其占用", en: "The sites and how full they are"),
      needs: .readPremises, parameters: [Self.on], answer: [SiteView].schema, example: "/api/v1/premises/sites"
    ) { request in
      let (book, day) = try await look(request)
      return try APIAnswer(book.sites.map { SiteView($0, book.vacancy(of: $0.id, on: day)) })
    }
  }

  private var rooms: APIEndpoint {
    APIEndpoint(
      .get, "premises/rooms", summary: Phrase(zh: "某日的全部房间", en: "All rooms of a day"), needs: .readPremises,
      parameters: [
        .query("site", .choice(SiteCode.allCases.map(\.rawValue)), Phrase(zh: "片区", en: "The site")), Self.on,
      ], answer: [RoomView].schema, example: "/api/v1/premises/rooms"
    ) { request in
      let (book, day) = try await look(request)
      let code = try request.text("site").map { (text) throws(APIRefusal) -> SiteCode in
        guard let code = SiteCode(rawValue: text) else { throw .wrongParameter("site") }
        return code
      }
      return try APIAnswer(
        book.sites.filter { code == nil || $0.code == code }.flatMap { site in
          book.states(of: site.id, on: day).map { RoomView($0, at: site.code) }
        })
    }
  }

  private var occupancies: APIEndpoint {
    APIEndpoint(
      .get, "premises/occupancies", summary: Phrase(zh: "入驻记录", en: "Occupancies"), needs: .readPremises,
      parameters: APIParameter.paging + [
        .query("tenant", .text, Phrase(zh: "统一社会信用代码", en: "Unified social credit code"))
      ], answer: .page(of: OccupancyView.schema, named: "Occupancies"), example: "/api/v1/premises/occupancies?limit=10"
    ) { request in
      let limit = try request.limit()
      let last = try Self.last(request.cursor())
      let tenant = request.text("tenant")?.uppercased()
      let found = try await desk.book(by: request.account).occupancies
        .filter { stay in
          (last.map { stay.id > $0 } ?? true) && (tenant == nil || stay.tenant.description == tenant)
        }
        .sorted { $0.id < $1.id }
      let shown = found.prefix(limit)
      let next = found.count > limit ? shown.last.map { Cursor([$0.id.description]) } : nil
      return try .page(shown.map { OccupancyView($0) }, next: next)
    }
  }

  private var moveIn: APIEndpoint {
    APIEndpoint(
      .post, "premises/occupancies", summary: Phrase(zh: "登记入驻", en: "Record a move-in"), needs: .managePremises,
      body: MoveInBody.schema, answer: OccupancyView.schema, status: .created
    ) { request in
      let body: MoveInBody = try request.decode()
      let entry = MoveIn(
        room: body.room, tenant: try SocialCreditCode(body.tenant), tenantName: body.tenantName,
        stay: try Stay(from: body.first, to: body.last), contract: body.contract, decision: body.decision,
        matter: body.matter, lateReason: body.lateReason)
      let made = try await desk.moveIn(entry, by: request.account)
      return try APIAnswer(OccupancyView(try await find(made.id, request)))
    }
  }

  private var moveOut: APIEndpoint {
    APIEndpoint(
      .post, "premises/occupancies/:id/departure", summary: Phrase(zh: "登记迁出", en: "Record a move-out"),
      needs: .managePremises, body: MoveOutBody.schema, answer: OccupancyView.schema
    ) { request in
      let id: ID<Occupancy> = try request.id()
      let body: MoveOutBody = try request.decode()
      guard let reason = DepartureReason(rawValue: body.reason) else { throw APIRefusal.malformedBody("reason") }
      let seen: Int64 =
        if let given = request.seenRevision { given } else { try await find(id, request).revision }
      let entry = MoveOut(
        last: body.last, reason: reason, decision: body.decision, matter: body.matter, dispute: body.dispute,
        lateReason: body.lateReason)
      try await desk.moveOut(id, entry, seen: seen, by: request.account)
      return try APIAnswer(OccupancyView(try await find(id, request)))
    }
  }

  private func find(_ id: ID<Occupancy>, _ request: APIRequest) async throws -> Occupancy {
    try await desk.book(by: request.account).occupancy(id)
  }

  private func look(_ request: APIRequest) async throws -> (PremisesBook, Day) {
    var day = world.today()
    if let text = request.text("on") {
      guard let asked = Day(text) else { throw APIRefusal.wrongParameter("on") }
      day = asked
    }
    return (try await desk.book(by: request.account), day)
  }

  private static func last(_ cursor: Cursor?) throws(APIRefusal) -> ID<Occupancy>? {
    guard let cursor else { return nil }
    guard cursor.keys.count == 1, let id = ID<Occupancy>(cursor.keys[0]) else { throw .wrongParameter("cursor") }
    return id
  }
}
