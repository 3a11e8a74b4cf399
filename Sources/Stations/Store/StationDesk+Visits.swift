public import Access
import Journal
import JournalStore
public import Kernel
import Ledgers
import Matters
public import MattersStore
public import Stations
import Storage

extension StationDesk {
  /// Takes a visit in: once, however often it is handed in, and behind those that were written down before it.
  ///
  /// - Throws: ``StationRefusal/outOfOrder(expected:)`` for one whose turn has not come; `FormRefusal` with everything
  ///   that is wrong with it, after which the same visit can be handed in corrected.
  public func take(_ visit: StationVisit, at id: ID<Station>, by account: Account) async throws -> TakenVisit {
    try account.require(.workAtStation)
    let (filing, applicant) = try filing(visit, at: id)
    let (desk, matter, content) = (self, world.newID(Matter.self), content(of: visit))
    let seed = around.secret("station visit \(account.id) \(visit.key)")
    return try await database.write { db in
      let deed = Deed(.takeVisit, by: account, on: matter.subject, facts: ["station": id.description])
      return try Recording.write(deed, world: desk.world, in: db) { recording in
        let station = try Self.station(id, staffedBy: account, in: db)
        if let (known, said) = try StationRows.taken(visit.key, by: account.id, in: db),
          let filed = try desk.intake.filed(known, codeFrom: seed, in: db)
        {
          guard said == content else { throw StationRefusal.changedSince(number: filed.number.description) }
          return TakenVisit(matter: filed, isRepeated: true)
        }
        // A visit of the last day may have waited for a link overnight.
        let days = [desk.world.today(), visit.day(handedInAt: desk.world.now())]
        guard days.contains(where: station.isOpen) else { throw StationRefusal.closed }
        let next = try StationRows.last(of: visit, at: id, by: account.id, in: db) + 1
        guard visit.sequence == next else { throw StationRefusal.outOfOrder(expected: next) }
        let filed = try desk.intake.file(
          filing, for: applicant, as: matter, by: account, codeFrom: seed, in: recording, db)
        try recording.insert(
          StationRows.values(
            visit, content: content, of: matter, at: id, by: account.id, takenAt: desk.world.now()),
          into: .stationVisits)
        return TakenVisit(matter: filed, isRepeated: false)
      }
    }
  }

  /// Takes a visit in that no browser keeps: a form that is submitted once.
  ///
  /// - Parameter organisation: a unified social credit code as it was typed, or nothing.
  public func takeAtOnce(
    _ applicant: String, of organisation: String, texts: [String: String], at id: ID<Station>, by account: Account
  ) async throws -> TakenVisit {
    try account.require(.workAtStation)
    let key = Self.hexadecimal(world.randomBytes(16))
    let visit = StationVisit(
      queue: key, sequence: 1, key: key, visitedAt: world.now(), applicant: applicant, organisation: organisation,
      texts: texts)
    return try await take(visit, at: id, by: account)
  }

  private func filing(
    _ visit: StationVisit, at id: ID<Station>
  ) throws -> (MatterFiling, MatterFiling.Applicant) {
    var faults: [any Refusal] = visit.faults
    var organisation: SocialCreditCode?
    do throws(SocialCreditCodeRefusal) {
      if !visit.organisation.isEmpty { organisation = try SocialCreditCode(visit.organisation) }
    } catch {
      faults.append(FieldRefusal(error, in: "applicant-code"))
    }
    // What else is wrong is said at once, so that the visit need not come back twice.
    faults += procedure.read(visit.texts).faults
    if !faults.isEmpty { throw FormRefusal(faults) }
    let filing = MatterFiling(procedure.head.code, texts: visit.texts, channel: .station, station: id.description)
    return (filing, .init(name: visit.applicant, organisation: organisation))
  }

  /// A mark of what was said, so that a changed visit under an old key is noticed; keyed, so that nobody guesses names
  /// from it.
  private func content(of visit: StationVisit) -> String {
    let said = [visit.applicant, visit.organisation] + visit.texts.sorted { $0.key < $1.key }.flatMap { [$0, $1] }
    return Self.hexadecimal(around.secret("station content " + said.map { "\($0.utf8.count):\($0)" }.joined()))
  }
}

/// A visit that became a matter.
public struct TakenVisit: Sendable {
  public let matter: FiledMatter
  /// Whether it had come in before.
  public let isRepeated: Bool
}

extension Action {
  static let takeVisit = Action("stations.take-visit", Phrase(zh: "站点受理来访", en: "Took a visit in at a station"))
  static let addStaff = Action("stations.add-staff", Phrase(zh: "登记站点人员", en: "Added somebody to a station's staff"))
  static let removeStaff = Action(
    "stations.remove-staff", Phrase(zh: "移除站点人员", en: "Removed somebody from a station's staff"))
}
