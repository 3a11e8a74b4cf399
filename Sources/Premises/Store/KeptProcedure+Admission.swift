import Access
import Evidence
import Institutions
import InstitutionsStore
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Matters
public import MattersStore
import Premises
import Storage

extension KeptProcedure {
  /// Moving in: with the contract the institution has its room and stands in the register.
  ///
  /// - Parameter facts: what the stage of an applicant is told by.
  public static func moveIn(_ facts: TenantFacts) -> KeptProcedure {
    KeptProcedure(
      Admission.self,
      prefill: { account, today, db in try AdmissionForm(facts: facts).prefill(account, today, db) },
      fill: { answers, code, today, db in try AdmissionForm(facts: facts).fill(answers, code, today, db) },
      check: { step, taken, db in
        guard let step else { return try AdmissionForm(facts: facts).faults(taken, db) }
        return try AdmissionSteps(taken: taken).faults(of: step, db)
      },
      effect: { step, taken, work in
        if step == .sign { try AdmissionSteps(taken: taken).moveIn(work) }
      },
      prepare: { step, taken, db in try AdmissionSteps(taken: taken).preparation(of: step, db) })
  }
}

/// The application, beside what was typed into it.
struct AdmissionForm {
  let facts: TenantFacts

  /// What the register knows, with the stage that the published criteria give it.
  func prefill(_ account: Account, _ today: Day, _ db: any Reading) throws -> [String: String] {
    guard let mandate = account.mandate else { return [:] }
    var texts = ["name": mandate.organisationName, "stage_basis": "criteria"]
    let known = try institutionProfile(of: mandate.organisation, on: today, in: db)
    texts.merge(known.filter { $0.key != "licence_kind" }) { $1 }
    texts["licence"] = known["licence_kind"]
    let fact = try facts.find([mandate.organisation], today, db)[mandate.organisation]
    if let staff = fact?.staff { texts["staff"] = "\(staff)" }
    if let revenue = fact?.revenue { texts["ip_revenue"] = revenue.tenThousands }
    let found = try suggestion(fact ?? TenantFact(), on: today, db)
    texts["stage"] = found.stage?.rawValue
    texts["site"] = found.site?.rawValue
    return texts
  }

  func fill(
    _ answers: LedgerRecord.Values, _ code: SocialCreditCode?, _ today: Day, _ db: any Reading
  ) throws -> LedgerRecord.Values {
    let found = try suggestion(fact(of: code, answers, on: today, db), on: today, db)
    var added = LedgerRecord.Values()
    if let stage = found.stage { added[Admission.suggestedStage.field.name] = .text(stage.rawValue) }
    if let site = found.site { added[Admission.suggestedSite.field.name] = .text(site.rawValue) }
    return added
  }

  func faults(_ taken: StepTaken, _ db: any Reading) throws -> [any Refusal] {
    guard let code = taken.matter.organisation else { return [AdmissionRefusal.noOrganisation] }
    let answers = taken.answers
    var faults: [any Refusal] = []
    if let stay = try OccupancyRows.open(of: code, on: taken.today, in: db).first {
      faults.append(AdmissionRefusal.tenantAlready(room: try PremisesRows.room(stay.room, in: db).number))
    }
    if Set(answers[Admission.commitments] ?? []).count < Admission.commitments.field.choices.count {
      faults.append(AdmissionRefusal.notAllCommitted)
    }
    if let whole = answers[Admission.revenue], let part = answers[Admission.ipRevenue], part > whole {
      faults.append(AdmissionRefusal.partAboveWhole)
    }
    if let day = answers[Admission.registered], day > taken.today {
      faults.append(AdmissionRefusal.dayAhead(field: Admission.registered.field.name))
    }
    if let day = answers[Admission.wantedFrom], day < taken.today {
      faults.append(AdmissionRefusal.dayOver(field: Admission.wantedFrom.field.name))
    }
    if let day = answers[Admission.licenceFrom], day > taken.today {
      faults.append(AdmissionRefusal.dayAhead(field: Admission.licenceFrom.field.name))
    }
    if let day = answers[Admission.licenceTo], day < taken.today {
      faults.append(AdmissionRefusal.licenceExpired(day))
    }
    guard answers[Admission.stageBasis] == "criteria" else { return faults }
    let found = try suggestion(fact(of: code, answers, on: taken.today, db), on: taken.today, db)
    if let stage = found.stage, answers[Admission.stage] != stage.rawValue {
      faults.append(AdmissionRefusal.otherStage(stage))
    } else if let stage = answers[Admission.stage].flatMap(TenantStage.init(rawValue:)),
      let site = try PremisesRows.site(for: stage, in: db), answers[Admission.site] != site.rawValue
    {
      faults.append(AdmissionRefusal.otherSite(site, for: stage))
    }
    return faults
  }

  /// What is on record, and where nothing is, what the application says.
  private func fact(
    of code: SocialCreditCode?, _ answers: LedgerRecord.Values, on day: Day, _ db: any Reading
  ) throws -> TenantFact {
    var fact = try code.flatMap { try facts.find([$0], day, db)[$0] } ?? TenantFact()
    fact.staff = fact.staff ?? answers[Admission.staff].map { Int($0) }
    fact.revenue = fact.revenue ?? answers[Admission.ipRevenue].map { Fen($0) }
    fact.registered = fact.registered ?? answers[Admission.registered]
    return fact
  }

  private func suggestion(
    _ fact: TenantFact, on day: Day, _ db: any Reading
  ) throws -> (stage: TenantStage?, site: SiteCode?) {
    let criteria = StageCriteria.inForce(try StageRows.criteria(in: db), on: day)
    let stage = StageFinding(fact, by: criteria, on: day).stage
    return (stage, try stage.flatMap { try PremisesRows.site(for: $0, in: db) })
  }
}

extension LedgerField {
  /// What a field of choices may be answered with.
  var choices: [LedgerChoice] {
    switch sort {
    case .choice(let all), .choices(let all): all
    case .text, .lines, .day, .whole, .hundredths, .money, .share, .flag, .creditCode, .organisation, .person: []
    }
  }
}

extension Fen {
  /// As people write it into a field in 万元, without more decimals than it has.
  fileprivate var tenThousands: String {
    let digits = String(value % 1_000_000 + 1_000_000).dropFirst()
    let decimals = String(String(digits.reversed()).drop { $0 == "0" }.reversed())
    return "\(value / 1_000_000)\(decimals.isEmpty ? "" : ".\(decimals)")"
  }
}
