public import Access
public import Kernel
public import Ledgers
public import Matters

extension Admission {
  public enum Step: String, ProcedureStep {
    case ask, supplement, accept, refuse, visit, convene
    case standAside = "stand-aside"
    case replace, vote, admit
    case turnDown = "turn-down"
    case object, uphold, overrule
    case lapsePublicity = "lapse-publicity"
    case sign
    case giveUp = "give-up"
    case withdraw

    public var phrase: Phrase {
      switch self {
      case .ask: Phrase(zh: "一次性告知补正", en: "Ask once for what is missing")
      case .supplement: Phrase(zh: "提交补正", en: "Supply what was missing")
      case .accept: Phrase(zh: "受理", en: "Accept")
      case .refuse: Phrase(zh: "不予受理", en: "Do not accept")
      case .visit: Phrase(zh: "登记走访", en: "Enter the visit")
      case .convene: Phrase(zh: "组成评审组", en: "Name the panel")
      case .standAside: Phrase(zh: "评审人回避", en: "Stand aside")
      case .replace: Phrase(zh: "补足评审组", en: "Complete the panel")
      case .vote: Phrase(zh: "表决", en: "Vote")
      case .admit: Phrase(zh: "评审通过，予以公示", en: "Passed: make it public")
      case .turnDown: Phrase(zh: "评审不通过", en: "Turned down")
      case .object: Phrase(zh: "登记公示异议", en: "Enter an objection")
      case .uphold: Phrase(zh: "异议成立，退回评审", en: "Upheld: back to the panel")
      case .overrule: Phrase(zh: "异议不成立，继续公示", en: "Overruled: publicity goes on")
      case .lapsePublicity: Phrase(zh: "公示期满", en: "Publicity is over")
      case .sign: Phrase(zh: "签约入驻", en: "Sign and move in")
      case .giveUp: Phrase(zh: "未签约，终止", en: "No contract: end it")
      case .withdraw: Phrase(zh: "撤回申请", en: "Withdraw")
      }
    }

    public var takers: Set<Taker> {
      switch self {
      case .ask, .accept, .refuse, .convene, .replace, .admit, .turnDown, .uphold, .overrule, .sign, .giveUp:
        [.staff(.decideMoveIns)]
      case .visit: [.staff(.visitApplicants)]
      case .standAside, .vote: [.party(Admission.panel)]
      // Anybody objects on the page of what is public; the zone hands it on.
      case .object: [.staff(.decideMoveIns), .zone]
      case .lapsePublicity: [.zone]
      // Who applied at a counter brings to the counter what is missing.
      case .supplement: [.filer, .staff(.decideMoveIns)]
      case .withdraw: [.filer]
      }
    }

    public var fields: [LedgerField] {
      switch self {
      case .ask: [Admission.missing.field]
      case .supplement: [Admission.supplied.field, Admission.supplies.field]
      case .refuse: [Admission.ground.field]
      case .visit: [Admission.visitedOn.field, Admission.visitNote.field, Admission.visitAdvice.field]
      case .vote: [Admission.isFree.field, Admission.vote.field, Admission.opinion.field]
      case .admit:
        [
          Admission.decisionNumber.field, Admission.panelNames.field, Admission.votesFor.field,
          Admission.votesAgainst.field, Admission.decidedSite.field, Admission.decidedStage.field,
        ]
      case .turnDown:
        [
          Admission.decisionNumber.field, Admission.panelNames.field, Admission.votesFor.field,
          Admission.votesAgainst.field,
        ]
      case .object: [Admission.objection.field, Admission.objector.field, Admission.objectorContact.field]
      case .sign: [Admission.room.field, Admission.firstDay.field, Admission.leaseEnd.field, Admission.contract.field]
      case .accept, .convene, .standAside, .replace, .uphold, .overrule, .lapsePublicity, .giveUp, .withdraw: []
      }
    }

    public var needsReason: Bool {
      switch self {
      case .ask, .refuse, .standAside, .turnDown, .uphold, .overrule, .giveUp: true
      case .supplement, .accept, .visit, .convene, .replace, .vote, .admit, .object, .lapsePublicity, .sign, .withdraw:
        false
      }
    }

    /// A panel has three members at least, and an odd number of them.
    public var appoints: Appointment? {
      switch self {
      case .convene: Appointment(Admission.panel, from: .sitOnPanel, count: 3...9, isOdd: true)
      case .replace: Appointment(Admission.panel, from: .sitOnPanel, count: 1...9)
      case .ask, .supplement, .accept, .refuse, .visit, .standAside, .vote, .admit, .turnDown, .object, .uphold,
        .overrule, .lapsePublicity, .sign, .giveUp, .withdraw:
        nil
      }
    }

    public var releases: String? { self == .standAside ? Admission.panel : nil }

    /// How each member voted, and what the base thinks, the panel and the staff alone read.
    public var readers: Set<Side> {
      switch self {
      case .visit, .vote: [.party(Admission.panel)]
      case .standAside: []
      case .object, .uphold, .overrule: [.filer, .party(Admission.panel)]
      case .ask, .supplement, .accept, .refuse, .convene, .replace, .admit, .turnDown, .lapsePublicity, .sign, .giveUp,
        .withdraw:
        [.filer]
      }
    }

    /// An objection stops the publicity: who looks into it hears of it at once.
    public var tells: Permission? { self == .object ? .decideMoveIns : nil }

    public var letter: Letter? {
      switch self {
      case .ask: Admission.correctionLetter
      case .accept: Admission.acceptanceLetter
      case .refuse: Admission.refusalLetter
      case .admit: Admission.decisionLetter
      case .turnDown: Admission.turnDownLetter
      case .sign: Admission.admissionLetter
      case .supplement, .visit, .convene, .standAside, .replace, .vote, .object, .uphold, .overrule, .lapsePublicity,
        .giveUp, .withdraw:
        nil
      }
    }
  }
}
