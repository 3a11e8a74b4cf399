import Access
import Evidence
import Institutions
import InstitutionsStore
import Journal
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Matters
import MattersStore
import Premises
import Storage

/// The steps of an admission: what speaks against each, and what the last one changes.
struct AdmissionSteps {
  let taken: StepTaken

  func faults(of step: Admission.Step, _ db: any Reading) throws -> [any Refusal] {
    switch step {
    case .ask: wasAsked ? [AdmissionRefusal.askedAlready] : []
    case .accept: lacksLicence ? [AdmissionRefusal.licenceMissing] : []
    case .visit: ahead(Admission.visitedOn)
    case .replace: panel.count < 3 || panel.count % 2 == 0 ? [AdmissionRefusal.panelTooSmall] : []
    case .vote: voteFaults
    case .admit: decisionFaults + (ballot.yes * 2 > panel.count ? [] : [AdmissionRefusal.majorityAgainst])
    case .turnDown: decisionFaults + (ballot.yes * 2 > panel.count ? [AdmissionRefusal.majorityFor] : [])
    case .sign: try contractFaults(db)
    case .object: taken.hasRunOut("publicity") ? [AdmissionRefusal.publicityOver] : []
    case .supplement, .refuse, .convene, .standAside, .uphold, .overrule, .lapsePublicity, .giveUp, .withdraw: []
    }
  }

  func preparation(of step: Admission.Step, _ db: any Reading) throws -> StepPreparation {
    var prepared = StepPreparation()
    switch step {
    case .visit: prepared.texts[Admission.visitedOn.field.name] = taken.today.description
    case .admit, .turnDown:
      prepared.texts[Admission.panelNames.field.name] = panel.map(\.name).joined(separator: "、")
      prepared.texts[Admission.votesFor.field.name] = "\(ballot.yes)"
      prepared.texts[Admission.votesAgainst.field.name] = "\(ballot.no)"
      prepared.texts[Admission.decidedSite.field.name] = taken.answers[Admission.site]
      prepared.texts[Admission.decidedStage.field.name] = taken.answers[Admission.stage]
    case .sign:
      prepared.texts[Admission.firstDay.field.name] = taken.today.description
      prepared.offers[Admission.room.field.name] =
        try decidedSite.map { try RoomGiven.offers(at: $0, on: taken.today, in: db) } ?? []
    case .ask, .supplement, .accept, .refuse, .convene, .standAside, .replace, .vote, .object, .uphold, .overrule,
      .lapsePublicity, .giveUp, .withdraw:
      break
    }
    return prepared
  }

  private var wasAsked: Bool { taken.said.contains { $0.step == Admission.Step.ask.rawValue } }

  private var lacksLicence: Bool {
    guard let licence = taken.answers[Admission.licence], Admission.licensed.contains(licence) else { return false }
    return !taken.said.contains { said in
      said.files.contains(Admission.licenceMaterial)
        || !said.files.isEmpty && said.given[Admission.supplies]?.contains(Admission.licenceMaterial) == true
    }
  }

  private func ahead(_ question: Question<Day>) -> [any Refusal] {
    guard let day = taken.given[question], day > taken.today else { return [] }
    return [AdmissionRefusal.dayAhead(field: question.field.name)]
  }

  private var panel: [MatterParty] { taken.parties.filter { $0.role == Admission.panel } }

  /// The votes since the matter came to the panel last, by who cast them.
  private var votes: [ID<Account>: String] {
    let start = taken.said.lastIndex { $0.step == Admission.Step.uphold.rawValue } ?? 0
    return taken.said[start...].reduce(into: [:]) { votes, said in
      guard said.step == Admission.Step.vote.rawValue, let account = said.account else { return }
      votes[account] = said.given[Admission.vote]
    }
  }

  private var ballot: (yes: Int, no: Int) {
    let cast = panel.compactMap { $0.account.flatMap { votes[$0] } }
    return (cast.count { $0 == "for" }, cast.count { $0 == "against" })
  }

  private var voteFaults: [any Refusal] {
    var faults: [any Refusal] = []
    if votes[taken.by.id] != nil { faults.append(AdmissionRefusal.votedAlready) }
    if taken.given[Admission.isFree] == false { faults.append(AdmissionRefusal.tieDeclared) }
    return faults
  }

  private var decisionFaults: [any Refusal] {
    let missing = panel.filter { $0.account.flatMap { votes[$0] } == nil }.map(\.name)
    guard missing.isEmpty else { return [AdmissionRefusal.votesMissing(missing)] }
    var faults: [any Refusal] = []
    if taken.given[Admission.votesFor] != Int64(ballot.yes) || taken.given[Admission.votesAgainst] != Int64(ballot.no) {
      faults.append(AdmissionRefusal.wrongVotes(yes: ballot.yes, no: ballot.no))
    }
    let names = taken.given[Admission.panelNames] ?? ""
    faults += panel.filter { !names.contains($0.name) }.map { AdmissionRefusal.nameMissing($0.name) }
    return faults
  }

  private var decidedSite: SiteCode? {
    taken.before[Admission.Step.admit.rawValue]?[Admission.decidedSite].flatMap(SiteCode.init(rawValue:))
  }

  private var decidedStage: TenantStage? {
    taken.before[Admission.Step.admit.rawValue]?[Admission.decidedStage].flatMap(TenantStage.init(rawValue:))
  }

  private var decision: String {
    taken.before[Admission.Step.admit.rawValue]?[Admission.decisionNumber] ?? taken.matter.number.description
  }

  private var roomGiven: RoomGiven? {
    guard let number = taken.given[Admission.room], let site = decidedSite else { return nil }
    return RoomGiven(number: number, site: site, field: Admission.room.field.name)
  }

  private func contractFaults(_ db: any Reading) throws -> [any Refusal] {
    guard let tenant = taken.matter.organisation, let first = taken.given[Admission.firstDay] else {
      return [AdmissionRefusal.noOrganisation]
    }
    var faults: [any Refusal] = []
    if first < taken.today { faults.append(AdmissionRefusal.dayOver(field: Admission.firstDay.field.name)) }
    if let end = taken.given[Admission.leaseEnd], end <= first { faults.append(AdmissionRefusal.leaseTooShort) }
    if let stay = try OccupancyRows.open(of: tenant, on: first, in: db).first {
      faults.append(AdmissionRefusal.tenantAlready(room: try PremisesRows.room(stay.room, in: db).number))
    }
    return faults + (try roomGiven?.faults(for: tenant, from: first, in: db) ?? [])
  }

  /// The room is the tenant's, and the register has the institution from the same day on.
  func moveIn(_ work: StepWork) throws {
    guard let tenant = taken.matter.organisation, let first = taken.given[Admission.firstDay], let roomGiven else {
      return
    }
    let room = try roomGiven.find(on: first, in: work.db)
    let occupancy = Occupancy(
      id: ID(taken.matter.id.number), room: room.id, site: roomGiven.site, tenant: tenant,
      tenantName: taken.answers[Admission.name] ?? taken.matter.applicant ?? "", stay: .since(first),
      stage: decidedStage, contract: taken.given[Admission.contract], decision: decision)
    try occupancy.write(into: room, work.recording, work.db)
    let address = try PremisesRows.address(of: room, in: work.db)
    guard let known = try institutionEntry(of: tenant, in: work.db) else {
      let draft = LedgerDraft(texts: entry(of: tenant, at: address, from: first), grade: .g2, document: decision)
      return try work.ledgers.add(
        draft, to: .institutions, as: ID(taken.matter.id.number), in: work.recording, work.db)
    }
    try work.ledgers.set(
      known.texts(from: first, address: address), of: known.record, in: .institutions, in: work.recording, work.db)
    if let absence = known.absence(until: first, as: ID(taken.matter.id.number)) {
      try work.recording.insert(absence, into: .institutionAbsences)
    }
  }

  /// What the register says of the institution from now on.
  private func entry(of tenant: SocialCreditCode, at address: String, from first: Day) -> [String: String] {
    let answers = taken.answers
    var texts = [
      "code": tenant.description, "name": answers[Admission.name] ?? "", "kind": answers[Admission.kind] ?? "",
      "main_category": answers[Admission.mainCategory] ?? "",
      "categories": (answers[Admission.categories] ?? []).joined(separator: ","), "in_district": "是",
      "ip_income": (answers[Admission.ipRevenue] ?? 0) > 0 ? "是" : "否", "active_from": first.description,
      "address": address,
    ]
    texts["registered_on"] = answers[Admission.registered]?.description
    texts["phone"] = answers[Admission.phone]
    texts["services_offered"] = answers[Admission.services]
    texts["parent_name"] = answers[Admission.parentName]
    texts["parent_code"] = answers[Admission.parentCode]
    return texts
  }
}
