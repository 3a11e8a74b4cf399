public import Kernel
public import Matters

extension RightsAid {
  public enum Stage: String, ProcedureStage {
    case filed, correction, accepted, helping, closed, refused, referred, withdrawn

    public var phrase: Phrase {
      switch self {
      case .filed: Phrase(zh: "受理审查中", en: "Before acceptance")
      case .correction: Phrase(zh: "待补正", en: "To be corrected")
      case .accepted: Phrase(zh: "已受理，待指派", en: "Accepted, no helper yet")
      case .helping: Phrase(zh: "援助中", en: "Being helped")
      case .closed: Phrase(zh: "援助办结", en: "Aid given")
      case .refused: Phrase(zh: "不予受理", en: "Not accepted")
      case .referred: Phrase(zh: "已转送", en: "Referred")
      case .withdrawn: Phrase(zh: "已撤回", en: "Withdrawn")
      }
    }

    public var status: Phrase {
      switch self {
      case .filed: Phrase(zh: "已收到，正在审查是否受理", en: "Received; acceptance is being decided")
      case .correction: Phrase(zh: "请补正材料", en: "Please correct the application")
      case .accepted, .helping: Phrase(zh: "已受理，办理中", en: "Accepted and in hand")
      case .closed, .refused, .referred, .withdrawn: phrase
      }
    }

    public var end: MatterEnd? {
      switch self {
      case .filed, .correction, .accepted, .helping: nil
      case .closed: .granted
      case .refused: .refused
      case .referred: .referred
      case .withdrawn: .withdrawn
      }
    }
  }
}
