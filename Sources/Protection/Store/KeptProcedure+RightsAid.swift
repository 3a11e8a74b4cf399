import Kernel
import Ledgers
import Matters
public import MattersStore
import Protection
import Storage

extension KeptProcedure {
  /// Aid: a firm counts as served when the aid closes with an outcome, not when it asks.
  public static var rightsAid: KeptProcedure {
    KeptProcedure(
      RightsAid.self,
      check: { step, taken, _ in
        switch step {
        case nil where taken.matter.organisation == nil: [AidRefusal.noOrganisation]
        case .accept where taken.answers[RightsAid.applicant] == "other": [AidRefusal.notEligible]
        case .close where taken.before["help"] == nil: [AidRefusal.nobodyHelped]
        case .close: taken.aidService.faults
        case .ask, .supplement, .accept, .refuse, .refer, .assign, .help, .withdraw, .followUp, nil: []
        }
      },
      effect: { step, taken, work in
        if step == .close { try taken.aidService.add(with: work) }
      })
  }
}

extension StepTaken {
  fileprivate var aidService: ServiceRecord {
    ServiceRecord(
      taken: self, channel: "aid", matter: "protection", object: answers[RightsAid.object],
      provider: given[ServiceProof.provider])
  }
}

/// Why aid is not accepted or closed.
enum AidRefusal: Refusal, Equatable {
  case noOrganisation
  case notEligible
  case nobodyHelped

  var kind: RefusalKind {
    switch self {
    case .noOrganisation: .invalid
    case .notEligible, .nobodyHelped: .conflict
    }
  }

  var code: String {
    switch self {
    case .noOrganisation: "aid.no-organisation"
    case .notEligible: "aid.not-eligible"
    case .nobodyHelped: "aid.nobody-helped"
    }
  }

  var phrase: Phrase {
    switch self {
    case .noOrganisation:
      Phrase(zh: "请写明申请单位的统一社会信用代码", en: "Please give the credit code of the organisation that asks")
    case .notEligible:
      Phrase(
        zh: "申请人不属于援助对象；请作“不予受理”，写明理由和可求助的部门",
        en: "The applicant is not among those who are aided; do not accept it, and say why and where to turn")
    case .nobodyHelped:
      Phrase(zh: "尚无援助记录，不能办结；请先登记所提供的援助", en: "No help is on record yet; please enter what was given before closing")
    }
  }
}
