import Access
import InstitutionsStore
import Institutions
import Journal
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Matters
import MattersStore
import Premises
import Storage

/// The steps of leaving: what speaks against each, and what they change in the records.
struct LeavingSteps {
  let taken: StepTaken
  let facts: TenantFacts

  private var ground: String { taken.answers[Leaving.ground] ?? "" }
  private var isRaisedByCentre: Bool { Leaving.raisedByCentre.contains(ground) }
  private var isMove: Bool { ground == "stage" }

  func faults(of step: Leaving.Step?, _ db: any Reading) throws -> [any Refusal] {
    switch step {
    case nil: try filingFaults(db)
    case .notify: isRaisedByCentre ? [] : [LeavingRefusal.notAsked]
    case .hear: ahead(Leaving.heardOn)
    case .decideLeave: isMove ? [LeavingRefusal.isAMove] : unheard + lateSupport
    case .decideMove: isMove ? try wrongSite(db) : [LeavingRefusal.notAMove]
    case .decideStay: unheard
    case .complete: try completionFaults(db)
    case .move: try moveFaults(db)
    case .withdraw: isRaisedByCentre ? [LeavingRefusal.raisedByCentre] : []
    case .state, .contest, .handOver: isRaisedByCentre && taken.by.standing == .visitor ? [LeavingRefusal.signIn] : []
    case .lapseStatement, .drop: []
    }
  }

  func preparation(of step: Leaving.Step, _ db: any Reading) throws -> StepPreparation {
    var prepared = StepPreparation()
    let today = taken.today.description
    switch step {
    case .hear: prepared.texts[Leaving.heardOn.field.name] = today
    case .decideLeave: prepared.texts[Leaving.supportEnds.field.name] = today
    case .decideMove: prepared.texts[Leaving.newSite.field.name] = try siteAskedFor(db)?.rawValue
    case .complete: prepared.texts[Leaving.lastDay.field.name] = today
    case .move:
      prepared.texts[Leaving.movesOn.field.name] = taken.today.adding(days: 1).description
      prepared.offers[Leaving.newRoom.field.name] =
        try newSite.map { try RoomGiven.offers(at: $0, on: taken.today.adding(days: 1), in: db) } ?? []
    case .notify, .state, .lapseStatement, .decideStay, .contest, .handOver, .drop, .withdraw: break
    }
    return prepared
  }

  private func filingFaults(_ db: any Reading) throws -> [any Refusal] {
    guard let tenant = taken.matter.organisation else { return [LeavingRefusal.noOrganisation] }
    let record = try LeavingRecord(tenant: tenant, today: taken.today, facts: facts, db: db)
    guard record.stays.contains(where: { $0.departure == nil }) else { return [LeavingRefusal.noRoom] }
    if isRaisedByCentre, !taken.by.may(.handleMoveOuts) { return [LeavingRefusal.centreRaises] }
    if let open = try PublicMatters.open(of: taken.matter.procedure, for: tenant, in: db) {
      return [LeavingRefusal.openAlready(open)]
    }
    let faults = groundFaults
    guard faults.isEmpty else { return faults }
    if let day = taken.answers[Leaving.wantedLast], day < taken.today {
      return [AdmissionRefusal.dayOver(field: Leaving.wantedLast.field.name)]
    }
    guard isMove, let wanted = taken.answers[Leaving.wantedStage] else { return [] }
    guard let stage = record.stage else { return [LeavingRefusal.stageUnknown] }
    if stage.rawValue != wanted { return [LeavingRefusal.otherStage(stage)] }
    return record.stays.contains { $0.stage == stage } ? [LeavingRefusal.sameStage(stage)] : []
  }

  /// What a ground rests on has happened already, and what the tenant wishes it has signed.
  private var groundFaults: [any Refusal] {
    var faults: [any Refusal] = []
    if taken.isTakenIn, !isRaisedByCentre, !taken.files.contains(Leaving.papersMaterial) {
      faults.append(LeavingRefusal.papersMissing)
    }
    if let end = taken.answers[Leaving.contractEnd], end > taken.today {
      faults.append(AdmissionRefusal.dayAhead(field: Leaving.contractEnd.field.name))
    }
    if let first = taken.answers[Leaving.firstAppraisal], first == taken.answers[Leaving.secondAppraisal] {
      faults.append(LeavingRefusal.sameAppraisal)
    }
    return faults
  }

  private var unheard: [any Refusal] {
    isRaisedByCentre && taken.before[Leaving.Step.hear.rawValue] == nil ? [LeavingRefusal.notHeard] : []
  }

  private var lateSupport: [any Refusal] {
    taken.given[Leaving.supportEnds] == taken.today ? [] : [LeavingRefusal.supportEndsWithDecision]
  }

  private func ahead(_ question: Question<Day>) -> [any Refusal] {
    guard let day = taken.given[question], day > taken.today else { return [] }
    return [AdmissionRefusal.dayAhead(field: question.field.name)]
  }

  private func siteAskedFor(_ db: any Reading) throws -> SiteCode? {
    let stage = taken.answers[Leaving.wantedStage].flatMap(TenantStage.init(rawValue:))
    return try stage.flatMap { try PremisesRows.site(for: $0, in: db) }
  }

  private func wrongSite(_ db: any Reading) throws -> [any Refusal] {
    guard let site = try siteAskedFor(db), taken.given[Leaving.newSite] != site.rawValue else { return [] }
    return [LeavingRefusal.otherSite(site)]
  }

  private func completionFaults(_ db: any Reading) throws -> [any Refusal] {
    guard try hasRoom(db) else { return [LeavingRefusal.noRoom] }
    var faults: [any Refusal] = []
    if taken.before[Leaving.Step.handOver.rawValue] == nil {
      if !taken.hasRunOut("leave") {
        faults.append(LeavingRefusal.nothingHandedOver)
      } else if taken.given[Leaving.noListReason]?.allSatisfy(\.isWhitespace) ?? true {
        faults.append(LeavingRefusal.noListUnexplained)
      }
    }
    if taken.given[Leaving.keys] == false { faults.append(LeavingRefusal.keysOut) }
    if let day = taken.given[Leaving.lastDay], day < taken.today {
      faults.append(AdmissionRefusal.dayOver(field: Leaving.lastDay.field.name))
    }
    return faults
  }

  /// Whether there is still a stay to end: nobody leaves twice.
  private func hasRoom(_ db: any Reading) throws -> Bool {
    guard let tenant = taken.matter.organisation else { return false }
    return try OccupancyRows.open(of: tenant, on: taken.today, in: db).contains { $0.departure == nil }
  }

  private var newSite: SiteCode? {
    taken.before[Leaving.Step.decideMove.rawValue]?[Leaving.newSite].flatMap(SiteCode.init(rawValue:))
  }

  private var roomGiven: RoomGiven? {
    guard let number = taken.given[Leaving.newRoom], let site = newSite else { return nil }
    return RoomGiven(number: number, site: site, field: Leaving.newRoom.field.name)
  }

  private func moveFaults(_ db: any Reading) throws -> [any Refusal] {
    guard let tenant = taken.matter.organisation, let day = taken.given[Leaving.movesOn] else {
      return [LeavingRefusal.noOrganisation]
    }
    guard try hasRoom(db) else { return [LeavingRefusal.noRoom] }
    let earliest = taken.today.adding(days: 1)
    let isOver = day < earliest ? [LeavingRefusal.movesTooSoon(earliest: earliest)] : []
    return isOver + (try roomGiven?.faults(for: tenant, from: day, in: db) ?? [])
  }
}

extension LeavingSteps {
  func carryOut(_ step: Leaving.Step?, _ work: StepWork) throws {
    switch step {
    case .decideLeave: try stopSupport(work)
    case .contest: try keepDispute(work)
    case .complete: try leave(work)
    case .move: try move(work)
    case .notify, .state, .lapseStatement, .hear, .decideMove, .decideStay, .handOver, .drop, .withdraw, nil: break
    }
  }

  private func decision(of step: Leaving.Step) -> String {
    taken.before[step.rawValue]?[Leaving.decisionNumber] ?? taken.matter.number.description
  }

  /// Nothing is given any more from the day of the decision on.
  private func stopSupport(_ work: StepWork) throws {
    guard let tenant = taken.matter.organisation else { return }
    for record in try openCultivations(of: tenant, on: taken.today, in: work.db) {
      try work.ledgers.set(
        ["ended_on": taken.today.description], of: record, in: .cultivations, in: work.recording, work.db)
    }
  }

  private func keepDispute(_ work: StepWork) throws {
    guard let dispute = taken.given[Leaving.dispute] else { return }
    try changeStays(from: taken.today, work) { $0.dispute = dispute }
  }

  private func leave(_ work: StepWork) throws {
    guard let tenant = taken.matter.organisation, let last = taken.given[Leaving.lastDay] else { return }
    let reason = Leaving.departure(for: ground)
    let departure = Departure(reason: reason, decision: decision(of: .decideLeave))
    try changeStays(from: last, work) { stay in
      stay.stay = try Stay(from: stay.stay.first, to: min(stay.stay.last ?? last, last))
      stay.departure = departure
    }
    guard let entry = try institutionEntry(of: tenant, in: work.db), entry.activeTo == nil else { return }
    let isContested = taken.before[Leaving.Step.contest.rawValue] != nil
    let words = reason.phrase.zh + (isContested ? "（机构有异议，见入驻记录）" : "")
    try work.ledgers.set(
      ["active_to": max(last, entry.activeFrom).description, "left_for": words], of: entry.record, in: .institutions,
      in: work.recording, work.db)
  }

  private func move(_ work: StepWork) throws {
    guard let tenant = taken.matter.organisation, let day = taken.given[Leaving.movesOn], let roomGiven else { return }
    let room = try roomGiven.find(on: day, in: work.db)
    let name = try OccupancyRows.open(of: tenant, on: taken.today, in: work.db).first?.tenantName
    let decision = decision(of: .decideMove)
    let stage = taken.answers[Leaving.wantedStage].flatMap(TenantStage.init(rawValue:))
    try changeStays(from: day.adding(days: -1), work) { stay in
      let isUp = stage.map { $0.isAbove(stay.stage) } ?? false
      stay.stay = try Stay(from: stay.stay.first, to: day.adding(days: -1))
      stay.departure = Departure(reason: isUp ? .graduated : .moved, decision: decision)
    }
    let occupancy = Occupancy(
      id: ID(taken.matter.id.number), room: room.id, site: roomGiven.site, tenant: tenant,
      tenantName: name ?? taken.matter.applicant ?? "", stay: .since(day),
      stage: stage, contract: taken.given[Leaving.contract], decision: decision)
    try occupancy.write(into: room, work.recording, work.db)
    guard let entry = try institutionEntry(of: tenant, in: work.db) else { return }
    try work.ledgers.set(
      ["address": PremisesRows.address(of: room, in: work.db)], of: entry.record, in: .institutions, in: work.recording,
      work.db)
  }

  /// Changes the stays of the tenant that are not over on `day`; a stay that would begin later is withdrawn.
  private func changeStays(from day: Day, _ work: StepWork, _ alter: (inout Occupancy) throws -> Void) throws {
    guard let tenant = taken.matter.organisation else { return }
    for stay in try OccupancyRows.open(of: tenant, on: day, in: work.db) {
      var changed = stay
      if stay.stay.first > day { changed.isWithdrawn = true } else { try alter(&changed) }
      try work.recording.update(OccupancyRows.values(changed), in: .occupancies)
    }
  }
}
