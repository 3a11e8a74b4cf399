import Access
import AccessStore
import Assembly
import Fixtures
import Foundation
import Kernel
import Ledgers
import LedgersStore
import Matters
import MattersStore
import Storage
import Testing

/// A zone with the demonstration's matters, and people who between them can take every step of every procedure.
///
/// How a matter is filed and what is said with its steps is read off the demonstration, so that a procedure that joins
/// the book takes part in these tests as soon as the demonstration has matters of it.
struct MatterCast: Sendable {
  let zone: TestZone
  let patterns: [MatterPattern]
  private let said: [String: StepGiven]
  private let ids: [Role: ID<Account>]

  var desk: MatterDesk { zone.zone.matters }

  /// A zone that has logins, the organisations that the demonstration's matters name, and no matters yet.
  ///
  /// - Parameters:
  ///   - kind: a file or PostgreSQL.
  ///   - day: in 2026.
  static func with(
    _ kind: DatabaseKind, on day: String = "2026-11-22", _ work: (MatterCast) async throws -> Void
  ) async throws {
    let noon = try #require(Day(day)).start.addingTimeInterval(12 * 3_600)
    let library = try await MatterLibrary.demonstration.value
    try await TestZone.inFolder { folder in
      try await kind.withPlace { place in
        var server: String?
        if case .postgres(let url) = place { server = url }
        let zone = try await TestZone(ZonePlace(directory: folder, server: server), clock: TestClock(at: noon))
        try await zone.zone.access.createDemonstrationLogins(by: zone.zone.console)
        try await library.fill(zone.zone)
        try await work(MatterCast(zone, library))
        try await zone.zone.close()
      }
    }
  }

  private init(_ zone: TestZone, _ library: MatterLibrary) async throws {
    (self.zone, said) = (zone, library.said)
    // Whoever leaves has a room, and here nobody has one: the tests of premises walk those matters.
    patterns = library.patterns.filter { $0.procedure != "move-out" }
    let logins = try await zone.zone.access.accounts(limit: 200, by: zone.zone.console)
    ids = Dictionary(
      logins.compactMap { line in line.roles.count == 1 ? line.roles.first.map { ($0, line.id) } : nil },
      uniquingKeysWith: { first, _ in first })
  }

  /// Somebody with every permission of the zone: charts and sides alone decide what they may do.
  func person(_ role: Role, for organisation: SocialCreditCode? = nil) -> Account {
    person(ids[role] ?? ID(-1), for: organisation)
  }

  private func person(_ id: ID<Account>, for organisation: SocialCreditCode? = nil) -> Account {
    let mandate = organisation.map { code in
      Mandate(
        id: ID(1), holder: id, organisation: code, organisationName: "示例单位", grade: .clerk, from: Day(number: 0),
        to: nil, stage: .approved)
    }
    return Account(
      id: id, standing: .person, name: "person-\(id)", displayName: "示例人员", roles: [.member],
      permissions: Set(PermissionMatrix.zone.all), mandate: mandate)
  }

  /// Somebody whose role works on the procedure, as the register of accounts knows it.
  func staff(of procedure: Procedure) -> Account {
    let role = [Role.centreStaff, .regulator, .inspector, .government, .baseManager].first {
      PermissionMatrix.zone.permissions(of: [$0]).contains(procedure.head.handlers)
    }
    return person(role ?? .centreStaff)
  }

  static let zoneItself = Account.system(Set(PermissionMatrix.zone.all + [.runClocks]))

  /// Files one more matter like `pattern`.
  ///
  /// - Parameter number: makes its words differ from those of others.
  func file(_ pattern: MatterPattern, number: Int, over desk: MatterDesk? = nil) async throws -> LiveMatter {
    let nobody = Account.visitor(Set(PermissionMatrix.zone.all))
    let filer = pattern.isAnonymous ? nobody : person(.member, for: pattern.organisation)
    let filed = try await (desk ?? self.desk).file(pattern.filing(number), by: filer)
    return LiveMatter(id: filed.id, number: filed.number, code: filed.code, pattern: pattern, filer: filer)
  }

  /// Whoever may take `step` of the matter now.
  func takers(of step: StepEntry, on matter: LiveMatter) async throws -> [Account] {
    let file = try await self.file(of: matter)
    var found: [Account] = []
    for taker in step.takers {
      switch taker {
      case .filer: found.append(matter.filer)
      case .party(let role):
        for party in file.parties where party.role == role {
          found.append(party.account.map { person($0) } ?? person(.institution, for: party.organisation))
        }
      case .staff, .handler: found.append(staff(of: file.procedure))
      case .zone: found.append(Self.zoneItself)
      }
    }
    return found
  }

  /// The matter as its staff sees it.
  func file(of matter: LiveMatter) async throws -> MatterFile {
    try await desk.find(matter.id, by: zone.zone.console)
  }

  /// What is said with a step: what the demonstration says, or something that its fields take.
  func given(for step: StepEntry, on matter: LiveMatter) async throws -> StepGiven {
    let file = try await self.file(of: matter)
    var given =
      said["\(matter.pattern.shape)/\(step.code)"] ?? said["\(file.procedure.head.code)/\(step.code)"]
      ?? StepGiven(reason: "示例理由")
    for field in step.fields where field.isRequired && given.texts[field.name]?.isEmpty ?? true {
      given.texts[field.name] = text(for: field)
    }
    if step.needsReason, given.reason.isEmpty { given.reason = "示例理由" }
    if let asked = step.appoints {
      given.named = (file.candidates[step.code] ?? []).prefix(asked.count.lowerBound).map(\.account)
    }
    return given
  }

  private func text(for field: LedgerField) -> String {
    switch field.sort {
    case .text, .lines: "示例"
    case .day: "\(zone.zone.world.today())"
    case .whole(let range): "\(range.lowerBound)"
    case .hundredths, .money, .share: "1"
    case .choice(let choices), .choices(let choices): choices[0].code
    case .flag: "是"
    case .creditCode, .organisation: "91320115MA1X000027"
    case .person: "1"
    }
  }

  /// Takes `step`, by whoever may, and with the code where nobody left a name.
  func take(
    _ step: StepEntry, on matter: LiveMatter, _ given: StepGiven, by account: Account, over desk: MatterDesk? = nil
  ) async throws {
    let desk = desk ?? self.desk
    if account.standing == .visitor {
      try await desk.take(step.code, withCode: matter.code.text, given, by: account)
    } else {
      try await desk.take(step.code, on: matter.id, given, seen: nil, by: account)
    }
  }

  /// Takes `step`, by the first who may.
  func take(_ step: StepEntry, on matter: LiveMatter, over desk: MatterDesk? = nil) async throws {
    let account = try #require(try await takers(of: step, on: matter).first)
    let isHandled = step.takers.contains { if case .handler = $0 { true } else { false } }
    if isHandled, try await file(of: matter).matter.handler != account.id {
      try await self.desk.assign(matter.id, to: account.id, seen: nil, by: account)
    }
    try await take(step, on: matter, try await given(for: step, on: matter), by: account, over: desk)
  }
}

/// How matters of one sort are filed.
struct MatterPattern: Sendable {
  let procedure: String
  let texts: [String: String]
  let files: [HandedIn]
  let organisation: SocialCreditCode?
  let isAnonymous: Bool
  /// Matters of one shape are asked the same questions.
  let shape: String
  private let free: Set<String>

  init(_ file: MatterFile) {
    let (matter, fields) = (file.matter, file.procedure.fields)
    procedure = matter.procedure
    let pairs = fields.compactMap { field in
      file.application[field.name].map { (field.name, field.written($0, in: .zh)) }
    }
    texts = Dictionary(pairs) { $1 }
    files = file.files.filter { $0.place == 1 }.map {
      HandedIn(material: $0.material, evidence: $0.evidence, name: $0.name)
    }
    organisation = matter.organisation
    let names = fields.contains { $0.isPersonal && $0.isInternal && file.application[$0.name] != nil }
    isAnonymous = file.procedure.head.allowsAnonymity && matter.applicant == nil && !names
    free = Set(
      fields.filter { field in
        switch field.sort {
        case .lines: true
        case .text(let limit): limit >= 200
        default: false
        }
      }.map(\.name))
    shape = "\(procedure) \(pairs.map(\.0)) \(isAnonymous) \(organisation != nil)"
  }

  func filing(_ number: Int) -> MatterFiling {
    var filing = MatterFiling(
      procedure, texts: texts.merging(texts.filter { free.contains($0.key) }.mapValues { "\($0) \(number)" }) { $1 },
      files: files)
    filing.isAnonymous = isAnonymous
    return filing
  }
}

/// A matter of a test, with who filed it and the code that was shown once.
struct LiveMatter: Sendable {
  let id: ID<Matter>
  let number: MatterNumber
  let code: PublicCode
  let pattern: MatterPattern
  let filer: Account
}
