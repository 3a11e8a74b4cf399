import Access
import AccessStore
import Crypto
import Enterprises
import Evidence
import EvidenceStore
import Foundation
import Kernel
import Ledgers
import LedgersStore
import Matters
import MattersStore
import Premises
import PremisesStore

extension Seed {
  /// The invented matters, each step on its own day; nothing where there are matters already.
  static func matters(_ zone: Zone, _ sample: SampleZone) async throws {
    guard try await zone.matters.queue(MatterFilter(), limit: 1, by: zone.console).count == 0,
      sample.enterprises.count > 2, let agency = sample.institutions.last(where: { $0.to == nil })
    else { return }
    let visit = try await recentVisit(zone)
    let (firm, other) = (sample.enterprises[0], sample.enterprises[2])
    let cast = try await Cast(zone, firm: firm, other: other)
    let matters = sample.matters(
      firm: firm, other: other, agency: agency, visit: visit, tenants: try await tenants(zone, sample))
    var evidence: [String: ID<EvidenceItem>] = [:]
    for material in Set(matters.flatMap(\.files)).sorted() {
      evidence[material] = try await material.evidence(in: zone)
    }
    // In the order of their days, as the journal would have it.
    let deeds = matters.enumerated().flatMap { place, matter in
      [(place, -1, matter.ago)] + matter.steps.enumerated().map { (place, $0, $1.ago) }
    }.sorted { ($0.2, $1.0, $1.1) > ($1.2, $0.0, $0.1) }
    var filed: [Int: ID<Matter>] = [:]
    for (place, step, ago) in deeds {
      let desk = zone.matters.acting(in: zone.world.minus(days: ago))
      do {
        if step < 0 {
          filed[place] = try await cast.file(matters[place], evidence, at: desk)
        } else if let id = filed[place] {
          try await cast.take(matters[place].steps[step], on: id, at: desk)
        }
      } catch let refusal as any Refusal {
        throw SampleRefusal(matters[place], step < 0 ? nil : matters[place].steps[step].code, refusal)
      }
    }
  }

  /// A visit before the first of the invented problems was raised.
  private static func recentVisit(_ zone: Zone) async throws -> (code: String, name: String, day: Day)? {
    let latest = zone.world.today().adding(days: -18)
    let visits = try await zone.ledgers.page(of: .visits, by: zone.console).records
    for record in visits {
      guard let code = record.values.text("enterprise"), let day = record.values.day("visited_on"), day <= latest else {
        continue
      }
      return (code, "示例受访企业", day)
    }
    return nil
  }

  /// Who can leave or move: tenants with a record in the register that has no last day.
  private static func tenants(_ zone: Zone, _ sample: SampleZone) async throws -> SampleTenants {
    let then = zone.world.today().adding(days: -60)
    let here = Set(sample.institutions.filter { $0.to == nil }.map(\.code))
    let book = try await zone.premises.book(by: zone.console)
    // The stage is asked for on the day on which each move is filed: it may have changed since.
    var stages: [[SocialCreditCode: TenantStage]] = []
    for ago in SampleZone.movesFiledAgo {
      let lines = try await zone.premises.stages(on: zone.world.today().adding(days: -ago), by: zone.console).lines
      stages.append(
        Dictionary(lines.compactMap { line in line.finding.stage.map { (line.tenant, $0) } }) { old, _ in old })
    }
    let staged = try await zone.premises.stages(on: then, by: zone.console).lines
    var found = SampleTenants()
    for line in staged where here.contains(line.tenant.description) {
      let stays = book.occupancies.filter { $0.tenant == line.tenant && $0.counts(on: then) }
      guard stays.allSatisfy({ $0.stay.last == nil }) else { continue }
      let tenant = SampleZone.Organisation(code: line.tenant.description, name: line.name)
      let place = found.grown.count
      if place < stages.count, let stage = stages[place][line.tenant], !stays.contains(where: { $0.stage == stage }) {
        found.grown.append((tenant, stage))
      } else {
        found.settled.append(tenant)
      }
    }
    // The largest come first in every list; those who leave are among the smaller.
    found.settled.reverse()
    return found
  }

  /// The logins of the demonstration as they act.
  struct Cast {
    private(set) var accounts: [SampleActor: Account] = [:]

    init(_ zone: Zone, firm: SampleZone.Sample, other: SampleZone.Sample) async throws {
      let known = try await zone.access.accounts(limit: 200, by: zone.console)
      func account(_ role: Role, for organisation: SampleZone.Sample? = nil) throws -> Account? {
        guard let line = known.first(where: { $0.roles == [role] }) else { return nil }
        let mandate = try organisation.map { sample in
          Mandate(
            id: ID(1), holder: line.id, organisation: try SocialCreditCode(sample.code), organisationName: sample.name,
            grade: .clerk, from: Day(number: 0), to: nil, stage: .approved)
        }
        return Account(
          id: line.id, standing: .person, name: line.name, displayName: "示例\(role.phrase.zh)", roles: [role],
          permissions: PermissionMatrix.zone.permissions(of: [role]), mandate: mandate)
      }
      for role in Role.allCases { accounts[.role(role)] = try account(role) }
      accounts[.firm] = try account(.enterprise, for: firm)
      accounts[.otherSide] = try account(.institution, for: other)
      accounts[.zone] = .system([.fileMatters, .runClocks])
      accounts[.nobody] = .visitor(PermissionMatrix.zone.visitor)
    }

    /// Who acts; nil where the demonstration has no such login.
    private func account(_ actor: SampleActor) -> Account? {
      guard case .agency(let organisation) = actor else { return accounts[actor] }
      return accounts[.otherSide].flatMap { login in
        (try? SocialCreditCode(organisation.code)).map { code in
          let mandate = Mandate(
            id: ID(1), holder: login.id, organisation: code, organisationName: organisation.name, grade: .clerk,
            from: Day(number: 0), to: nil, stage: .approved)
          return Account(
            id: login.id, standing: .person, name: login.name, displayName: login.displayName, roles: login.roles,
            permissions: login.permissions, mandate: mandate)
        }
      }
    }

    func file(
      _ matter: SampleMatter, _ evidence: [String: ID<EvidenceItem>], at desk: MatterDesk
    ) async throws -> ID<Matter>? {
      guard let filer = account(matter.filer) else { return nil }
      var filing = MatterFiling(matter.procedure, texts: matter.texts, channel: matter.channel)
      filing.isAnonymous = matter.isAnonymous
      filing.onBehalfOf = matter.applicant
      filing.files = matter.files.compactMap { material in
        evidence[material].map { HandedIn(material: material, evidence: $0, name: "示例材料.txt") }
      }
      let id = try await desk.file(filing, by: filer).id
      if let handler = matter.handler.flatMap({ accounts[$0] }) {
        try await desk.assign(id, to: handler.id, seen: nil, by: handler)
      }
      return id
    }

    func take(_ step: SampleMatter.Step, on id: ID<Matter>, at desk: MatterDesk) async throws {
      guard let account = account(step.actor) else { return }
      let named = step.names.compactMap { accounts[$0]?.id }
      // What the form of a step begins with they leave as it is.
      let prepared = account.standing == .person ? try await desk.prepare(step.code, on: id, by: account) : .init()
      let texts = prepared.offers.compactMapValues(\.first?.code).merging(prepared.texts) { $1 }.merging(step.texts) {
        $1
      }
      try await desk.take(
        step.code, on: id, StepGiven(texts: texts, reason: step.reason, named: named), seen: nil, by: account)
    }
  }
}

extension String {
  /// A text that stands for a document of this name, taken in as evidence.
  fileprivate func evidence(in zone: Zone) async throws -> ID<EvidenceItem> {
    let content = Data("示例材料：\(self)\n".utf8)
    let path = zone.place.temporary + "/sample-\(self).txt"
    try content.write(to: URL(fileURLWithPath: path))
    let hash = SHA256.hash(data: content).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
    let facts = try EvidenceFacts(
      title: "（示例）办件材料", grade: .g4, issuer: nil, number: nil, issuedOn: nil, note: nil, today: zone.world.today())
    return try await zone.evidence.add(
      ReceivedEvidence(path: path, sha256: hash, size: Int64(content.count), name: "示例材料.txt"), facts,
      by: .system([.addEvidence]))
  }
}

extension World {
  /// The same world some days ago.
  func minus(days: Int) -> World {
    World(now: { now().addingTimeInterval(-86_400 * Double(days)) }, serial: serial, randomBytes: randomBytes)
  }

  /// The same world at a moment.
  func at(_ moment: Date) -> World { World(now: { moment }, serial: serial, randomBytes: randomBytes) }
}

/// A sample that its procedure does not take: which one, and what was wrong with which field.
private struct SampleRefusal: Refusal {
  let kind: RefusalKind
  let code: String
  let phrase: Phrase

  init(_ matter: SampleMatter, _ step: String?, _ cause: any Refusal) {
    kind = cause.kind
    code = cause.code
    let causes = (cause as? FormRefusal)?.causes ?? [cause]
    func words(_ language: Language) -> String {
      causes.map { "\($0.field ?? "-"): \($0.phrase.text(in: language))" }.joined(separator: "; ")
    }
    let place = "\(matter.procedure) -\(matter.ago) \(step ?? "file")"
    phrase = Phrase(zh: "示例办件 \(place)：\(words(.zh))", en: "Sample matter \(place): \(words(.en))")
  }
}
