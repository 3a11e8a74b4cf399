import Access
public import Kernel
public import Ledgers
public import Matters

extension RightsAid {
  public enum Step: String, ProcedureStep {
    case ask, supplement, accept, refuse, refer, assign, help, close, withdraw
    case followUp = "follow-up"

    public var phrase: Phrase {
      switch self {
      case .ask: Phrase(zh: "要求补正", en: "Ask for a correction")
      case .supplement: Phrase(zh: "补正", en: "Correct")
      case .accept: Phrase(zh: "受理", en: "Accept")
      case .refuse: Phrase(zh: "不予受理", en: "Do not accept")
      case .refer: Phrase(zh: "转送", en: "Refer")
      case .assign: Phrase(zh: "指派援助人员", en: "Name helpers")
      case .help: Phrase(zh: "提供援助", en: "Give help")
      case .close: Phrase(zh: "办结", en: "Close with an outcome")
      case .withdraw: Phrase(zh: "撤回", en: "Withdraw")
      case .followUp: Phrase(zh: "回访", en: "Call afterwards")
      }
    }

    public var takers: Set<Taker> {
      switch self {
      case .ask, .accept, .refuse, .refer, .assign, .close, .followUp: [.staff(.handleAid)]
      case .help: [.party("helper"), .staff(.handleAid)]
      case .supplement, .withdraw: [.filer]
      }
    }

    public var fields: [LedgerField] {
      switch self {
      case .supplement:
        [LedgerField("supplement", Phrase(zh: "补正内容", en: "Correction"), .lines(limit: 2_000)).required]
      case .refuse, .refer: [RightsAid.whereTo.field]
      case .help: [RightsAid.kind.field, RightsAid.content.field]
      case .close:
        [
          RightsAid.outcome.field, RightsAid.wasReferred.field, ServiceProof.provider.required.field,
          ServiceProof.record.field,
        ]
      case .followUp:
        [LedgerField("followed", Phrase(zh: "回访情况", en: "What was said"), .lines(limit: 1_000)).required]
      case .ask, .accept, .assign, .withdraw: []
      }
    }

    public var needsReason: Bool {
      switch self {
      case .ask, .refuse, .refer: true
      case .supplement, .accept, .assign, .help, .close, .withdraw, .followUp: false
      }
    }

    public var appoints: Appointment? {
      self == .assign ? Appointment("helper", from: .giveAid, count: 1...3) : nil
    }

    /// Helpers read what was asked and answered, but not why somebody else was sent away.
    public var readers: Set<Side> {
      switch self {
      case .supplement, .assign, .help, .close: [.filer, .party("helper")]
      case .ask, .accept, .refuse, .refer, .withdraw, .followUp: [.filer]
      }
    }

    public var letter: Letter? {
      switch self {
      case .ask: RightsAid.correctionNotice
      case .accept: RightsAid.acceptanceNotice
      case .refuse: RightsAid.refusalNotice
      case .supplement, .refer, .assign, .help, .close, .withdraw, .followUp: nil
      }
    }
  }
}
