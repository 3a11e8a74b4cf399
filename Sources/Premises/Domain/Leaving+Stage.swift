public import Kernel
public import Matters

extension Leaving {
  public enum Stage: String, ProcedureStage {
    case filed, notified, stated, heard, leaving, moving, left, moved, stays, dropped, withdrawn

    public var phrase: Phrase {
      switch self {
      case .filed: Phrase(zh: "待办理", en: "To be worked on")
      case .notified: Phrase(zh: "已告知，待陈述", en: "Notified; statement awaited")
      case .stated: Phrase(zh: "陈述期结束，待记录听取情况", en: "Statement in or time over; to be heard")
      case .heard: Phrase(zh: "已听取，待决定", en: "Heard; to be decided")
      case .leaving: Phrase(zh: "决定迁出，搬离中", en: "To leave; on the way out")
      case .moving: Phrase(zh: "决定换址，待换房", en: "To move; room to be given")
      case .left: Phrase(zh: "已迁出", en: "Left")
      case .moved: Phrase(zh: "已换址", en: "Moved")
      case .stays: Phrase(zh: "决定不迁", en: "Stays")
      case .dropped: Phrase(zh: "已终止", en: "Dropped")
      case .withdrawn: Phrase(zh: "已撤回", en: "Withdrawn")
      }
    }

    public var status: Phrase {
      switch self {
      case .filed: Phrase(zh: "已收到，办理中", en: "Received and being worked on")
      case .notified: Phrase(zh: "请在期限内提交陈述", en: "Please hand in your statement in time")
      case .stated, .heard: Phrase(zh: "正在听取意见并作决定", en: "Being heard and decided")
      case .leaving:
        Phrase(zh: "已决定迁出，请按期交还房间并移交客户", en: "You have to leave: please return the rooms and hand over clients in time")
      case .moving: Phrase(zh: "已同意换址，正在安排房间", en: "The move is agreed; a room is being found")
      case .left, .moved, .stays, .dropped, .withdrawn: phrase
      }
    }

    public var end: MatterEnd? {
      switch self {
      case .left, .moved: .granted
      case .stays: .refused
      case .dropped: .ended
      case .withdrawn: .withdrawn
      case .filed, .notified, .stated, .heard, .leaving, .moving: nil
      }
    }
  }
}
