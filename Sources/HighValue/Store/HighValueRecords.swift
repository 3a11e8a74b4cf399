import Evidence
import Figures
import HighValue
import Kernel
import Ledgers
import PatentsStore
import Patents
import Storage

/// Granted inventions of the register as the classes need them.
struct RegisterPart: Sendable {
  /// Those in the district, and those of which nothing says where they are.
  let patents: [HighValuePatent]
  /// Those that lie elsewhere, ascending.
  let elsewhere: [ApplicationNumber]
  /// Every granted invention, wherever it lies.
  let numbers: Set<ApplicationNumber>
}

/// What the ledgers say of patents, by the application that each record names.
struct ProofPart: Sendable {
  var pledges: [ApplicationNumber: [PatentPledge]] = [:]
  var awards: [ApplicationNumber: [PatentAward]] = [:]
  /// Records that name no application.
  var unread = 0

  /// Records whose application is none of `numbers`.
  func unmatched(in numbers: Set<ApplicationNumber>) -> Int {
    let strange = pledges.filter { !numbers.contains($0.key) }.reduce(0) { $0 + $1.value.count }
    return awards.filter { !numbers.contains($0.key) }.reduce(unread + strange) { $0 + $1.value.count }
  }
}

/// What the classes are decided by, out of the tables of the register, the ledgers and the outside series.
enum HighValueRecords {
  static let families = ["family-simple", "family-docdb", "family-extended"]
  static let offices = ["family-simple-offices", "family-extended-offices", "family-offices"]
  private static let facts = ["owner-district", "applicant-district", "end-day", "status-day", "validity"]
  private static let wanted = Set(families + offices + facts)

  static func register(of place: HighValuePlace, in db: any Reading) throws -> RegisterPart {
    let all = try PatentRegister.inventions(saying: wanted, in: db)
    let placed = all.map { (invention: $0, place: standing(of: $0, place)) }
    return RegisterPart(
      patents: try patents(placed.filter { $0.place != .outside }, in: db),
      elsewhere: placed.filter { $0.place == .outside }.map(\.invention.number).sorted(),
      numbers: Set(all.map(\.number)))
  }

  /// Some applications, wherever they lie; without those that are no inventions of the register.
  static func patents(
    _ numbers: [ApplicationNumber], of place: HighValuePlace, in db: any Reading
  ) throws -> [HighValuePatent] {
    try numbers.chunks(of: 500).flatMap { chunk in
      let inventions = try PatentRegister.inventions(only: chunk, saying: wanted, in: db)
      return try patents(inventions.map { ($0, standing(of: $0, place)) }, in: db)
    }
  }

  private static func standing(of invention: RegisterInvention, _ place: HighValuePlace) -> PlaceStanding {
    if let owner = invention.said["owner-district"] { return place.standing(address: nil, said: owner) }
    let byAddress = place.standing(address: invention.address, said: nil)
    guard byAddress == .unknown, let said = invention.said["applicant-district"] else { return byAddress }
    return place.standing(address: nil, said: said)
  }

  private static func patents(
    _ inventions: [(invention: RegisterInvention, place: PlaceStanding)], in db: any Reading
  ) throws -> [HighValuePatent] {
    let lists = inventions.map { memberNumbers(of: $0.invention) }
    let asked = Set(lists.flatMap { $0 }.compactMap { try? PublicationNumber($0) }.filter { $0.office != "CN" })
    let documents = try PatentRegister.documents(asked, in: db)
    return zip(inventions, lists).map { found, numbers in
      let (invention, place) = found
      return HighValuePatent(
        number: invention.number, patent: invention.patent, title: invention.title, applicants: invention.applicants,
        filedOn: invention.filedOn, grantedOn: invention.grantedOn,
        ipc: invention.ipc.compactMap { try? IPCSymbol($0) }, place: place,
        status: invention.legalStatus ?? invention.said["validity"],
        statusDay: day(invention.said["status-day"]), endedOn: day(invention.said["end-day"]),
        family: numbers.compactMap { number in
          guard let known = memberStanding(number) else { return nil }
          let document = (try? PublicationNumber(number)).flatMap { documents[$0] }
          return FamilyMember(
            number: number, standing: known, patent: document?.patent, publishedOn: document?.publishedOn)
        })
    }
  }

  /// The numbers that sources list as family; where they list offices alone, those.
  private static func memberNumbers(of invention: RegisterInvention) -> [String] {
    var seen: Set<String> = []
    let numbers = families.flatMap { parts(invention.said[$0]) }.filter { seen.insert($0).inserted }
    return numbers.isEmpty ? offices.flatMap { parts(invention.said[$0]) }.filter { seen.insert($0).inserted } : numbers
  }

  private static func parts(_ text: String?) -> [String] {
    (text ?? "").split { $0.isNewline || ";；|、".contains($0) }.map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }.filter { !$0.isEmpty }
  }

  private static func memberStanding(_ text: String) -> FamilyStanding? {
    if let standing = FamilyStanding(number: text) { return standing }
    // An office alone, such as `US`, says that something was filed there.
    guard text.utf8.count == 2, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }), text != "CN" else { return nil }
    return ["HK", "MO", "TW"].contains(text) ? .undecided : .application
  }

  /// A day as exports write it: `2026-03-01`, `2026/3/1`, `2026.03.01` or `20260301`.
  static func day(_ text: String?) -> Day? {
    guard let text else { return nil }
    let parts = text.split { !$0.isNumber }.prefix(3).compactMap { Int($0) }
    if parts.count == 3 { return Day(year: parts[0], month: parts[1], day: parts[2]) }
    guard parts.count == 1, parts[0] > 10_000_000 else { return nil }
    return Day(year: parts[0] / 10_000, month: parts[0] / 100 % 100, day: parts[0] % 100)
  }

  /// Pledges and awards that count as records.
  static func proofs(in db: any Reading) throws -> ProofPart {
    var part = ProofPart()
    try takePledges(into: &part, in: db)
    try takeAwards(into: &part, in: db)
    return part
  }

  private static func takePledges(into part: inout ProofPart, in db: any Reading) throws {
    for row in try db.rows(
      """
      SELECT patent, id, registered_on, ended_on, amount, grade FROM patent_pledges
      WHERE withdrawn_on IS NULL AND stage = 'approved' ORDER BY id
      """)
    {
      var columns = row.columns
      let text = try columns.text()
      let pledge = try PatentPledge(
        id: columns.id(), registeredOn: columns.day(), endedOn: columns.optional { try $0.day() },
        amount: columns.optional { Fen(try $0.integer()) }, grade: EvidenceGrade(rawValue: columns.int()) ?? .g4)
      if let found = application(text) { part.pledges[found, default: []].append(pledge) } else { part.unread += 1 }
    }
  }

  private static func takeAwards(into part: inout ProofPart, in db: any Reading) throws {
    for row in try db.rows(
      """
      SELECT patent, id, award, year, announced_on, grade FROM patent_awards
      WHERE withdrawn_on IS NULL AND stage = 'approved' ORDER BY id
      """)
    {
      var columns = row.columns
      let text = try columns.text()
      let award = try PatentAward(
        id: columns.id(), kind: columns.value(), year: columns.int(), announcedOn: columns.optional { try $0.day() },
        grade: EvidenceGrade(rawValue: columns.int()) ?? .g4)
      if let found = application(text) { part.awards[found, default: []].append(award) } else { part.unread += 1 }
    }
  }

  /// As people write it: with its check symbol or without, and with ZL or CN before it.
  private static func application(_ text: String) -> ApplicationNumber? {
    (try? ApplicationNumberReading(text))?.number
  }

  /// The newest value of an outside series up to a day, the final one where both are kept.
  static func population(of series: String, on day: Day, in db: any Reading) throws -> ResidentPopulation? {
    try db.row(
      """
      SELECT id, numerator, denominator, period, standing FROM series_in_use
      WHERE series = \(series) AND period_end <= \(day) ORDER BY period_end DESC, id DESC LIMIT 1
      """
    ).flatMap { row in
      var columns = row.columns
      let id: ID<SeriesValue> = try columns.id()
      guard
        let value = Quantity(Int128(try columns.integer()), over: Int128(try columns.integer()))
      else { return nil }
      return try ResidentPopulation(
        value: id, tenThousands: value, period: columns.text(), standing: columns.value())
    }
  }
}
