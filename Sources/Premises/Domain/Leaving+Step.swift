public import Access
public import Kernel
public import Ledgers
public import Matters

extension Leaving {
  public enum Step: String, ProcedureStep {
    case notify, state
    case lapseStatement = "lapse-statement"
    case hear
    case decideLeave = "decide-leave"
    case decideMove = "decide-move"
    case decideStay = "decide-stay"
    case contest
    case handOver = "hand-over"
    case complete, move, drop, withdraw

    public var phrase: Phrase {
      switch self {
      case .notify: Phrase(zh: "发出告知书", en: "Send the notice")
      case .state: Phrase(zh: "提交陈述", en: "Hand in a statement")
      case .lapseStatement: Phrase(zh: "逾期未陈述", en: "No statement in time")
      case .hear: Phrase(zh: "记录听取情况", en: "Enter the hearing")
      case .decideLeave: Phrase(zh: "决定迁出", en: "Decide: it leaves")
      case .decideMove: Phrase(zh: "同意换址", en: "Decide: it moves")
      case .decideStay: Phrase(zh: "决定不迁", en: "Decide: it stays")
      case .contest: Phrase(zh: "对决定提出异议", en: "Contest the decision")
      case .handOver: Phrase(zh: "提交客户移交清单", en: "Hand in the list of clients handed over")
      case .complete: Phrase(zh: "收回房间，登记迁出", en: "Take the rooms back: it has left")
      case .move: Phrase(zh: "换房", en: "Give the new room")
      case .drop: Phrase(zh: "终止办理", en: "Drop it")
      case .withdraw: Phrase(zh: "撤回", en: "Withdraw")
      }
    }

    public var takers: Set<Taker> {
      switch self {
      case .notify, .hear, .decideLeave, .decideMove, .decideStay, .complete, .move, .drop: [.staff(.handleMoveOuts)]
      case .state, .contest, .withdraw: [.filer]
      // A tenant that is dissolved hands in nothing: what it left on paper the staff enter.
      case .handOver: [.filer, .staff(.handleMoveOuts)]
      case .lapseStatement: [.zone]
      }
    }

    public var fields: [LedgerField] {
      switch self {
      case .state: [Leaving.statement.field]
      case .hear: [Leaving.heardOn.field, Leaving.hearingNote.field]
      case .decideLeave: [Leaving.decisionNumber.field, Leaving.supportEnds.field]
      case .decideMove: [Leaving.decisionNumber.field, Leaving.newSite.field]
      case .decideStay: [Leaving.decisionNumber.field]
      case .contest: [Leaving.dispute.field]
      case .handOver: [Leaving.clients.field, Leaving.handedTo.field]
      case .complete: [Leaving.lastDay.field, Leaving.keys.field, Leaving.noListReason.field, Leaving.condition.field]
      case .move: [Leaving.newRoom.field, Leaving.movesOn.field, Leaving.contract.field]
      case .notify, .lapseStatement, .drop, .withdraw: []
      }
    }

    public var needsReason: Bool {
      switch self {
      case .notify, .decideLeave, .decideStay, .drop: true
      case .state, .lapseStatement, .hear, .decideMove, .contest, .handOver, .complete, .move, .withdraw: false
      }
    }

    public var readers: Set<Side> { [.filer] }

    public var letter: Letter? {
      switch self {
      case .notify: Leaving.noticeLetter
      case .decideLeave: Leaving.leaveLetter
      case .decideMove: Leaving.moveLetter
      case .decideStay: Leaving.stayLetter
      case .complete: Leaving.doneLetter
      case .state, .lapseStatement, .hear, .contest, .handOver, .move, .drop, .withdraw: nil
      }
    }
  }
}
