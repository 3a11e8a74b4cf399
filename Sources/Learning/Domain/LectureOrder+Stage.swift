public import Kernel
public import Matters

extension LectureOrder {
  public enum Stage: String, ProcedureStage {
    case filed, correction, confirmed, claimed, announced, fulfilled, declined, cancelled, withdrawn

    public var phrase: Phrase {
      switch self {
      case .filed: Phrase(zh: "待确认", en: "To be answered")
      case .correction: Phrase(zh: "待补充", en: "To be completed")
      case .confirmed: Phrase(zh: "已确认，待讲师认领", en: "Confirmed, no lecturer yet")
      case .claimed: Phrase(zh: "讲师已认领，待开放报名", en: "Claimed, registration to be opened")
      case .announced: Phrase(zh: "报名中，待举办", en: "Open for registration, to be held")
      case .fulfilled: Phrase(zh: "已举办", en: "Held")
      case .declined: Phrase(zh: "未予安排", en: "Not arranged")
      case .cancelled: Phrase(zh: "已取消", en: "Cancelled")
      case .withdrawn: Phrase(zh: "已撤回", en: "Withdrawn")
      }
    }

    public var status: Phrase {
      switch self {
      case .filed: Phrase(zh: "已收到，正在确认", en: "Received; the answer is on its way")
      case .correction: Phrase(zh: "请补充说明", en: "Please say more")
      case .confirmed: Phrase(zh: "已确认，正在邀请讲师", en: "Confirmed; a lecturer is being invited")
      case .claimed: Phrase(zh: "讲师已确定，正在安排时间地点", en: "There is a lecturer; time and place follow")
      case .announced: Phrase(zh: "时间地点已定，可以报名", en: "Time and place are set; registration is open")
      case .fulfilled, .declined, .cancelled, .withdrawn: phrase
      }
    }

    public var end: MatterEnd? {
      switch self {
      case .filed, .correction, .confirmed, .claimed, .announced: nil
      case .fulfilled: .granted
      case .declined: .refused
      case .cancelled: .ended
      case .withdrawn: .withdrawn
      }
    }
  }
}
