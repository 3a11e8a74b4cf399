public import Kernel
public import Matters

extension Admission {
  public enum Stage: String, ProcedureStage {
    case filed, correction, accepted, visited, judging, panelShort, publicity, objected, cleared
    case admitted, refused, turnedDown, unsigned, withdrawn

    public var phrase: Phrase {
      switch self {
      case .filed: Phrase(zh: "材料审查", en: "Papers to be checked")
      case .correction: Phrase(zh: "待补正", en: "Correction asked for")
      case .accepted: Phrase(zh: "已受理，待走访", en: "Accepted; to be visited")
      case .visited: Phrase(zh: "已走访，待组成评审组", en: "Visited; panel to be named")
      case .judging: Phrase(zh: "评审中", en: "Before the panel")
      case .panelShort: Phrase(zh: "评审人回避，待补足", en: "A panel member stood aside; to be replaced")
      case .publicity: Phrase(zh: "公示中", en: "In publicity")
      case .objected: Phrase(zh: "公示有异议，核查中", en: "Objection to be looked into")
      case .cleared: Phrase(zh: "公示期满，待签约", en: "Publicity over; contract to be signed")
      case .admitted: Phrase(zh: "已入驻", en: "Admitted")
      case .refused: Phrase(zh: "不予受理", en: "Not accepted")
      case .turnedDown: Phrase(zh: "评审未通过", en: "Turned down by the panel")
      case .unsigned: Phrase(zh: "未签约，终止", en: "No contract; ended")
      case .withdrawn: Phrase(zh: "已撤回", en: "Withdrawn")
      }
    }

    public var status: Phrase {
      switch self {
      case .filed: Phrase(zh: "已收到申请，正在审查材料", en: "Received; the papers are being checked")
      case .correction: Phrase(zh: "请按一次性告知补正材料", en: "Please supply what is missing")
      case .accepted: Phrase(zh: "已受理，基地将上门走访", en: "Accepted; the base will visit you")
      case .visited, .judging, .panelShort: Phrase(zh: "评审中", en: "Before the panel")
      case .publicity: Phrase(zh: "评审通过，公示中", en: "Passed; in publicity")
      case .objected: Phrase(zh: "公示期间有异议，核查中", en: "An objection is being looked into")
      case .cleared: Phrase(zh: "公示期满，请联系运营中心签约", en: "Publicity is over; please arrange the contract")
      case .admitted, .refused, .turnedDown, .unsigned, .withdrawn: phrase
      }
    }

    public var end: MatterEnd? {
      switch self {
      case .admitted: .granted
      case .refused, .turnedDown: .refused
      case .unsigned: .ended
      case .withdrawn: .withdrawn
      case .filed, .correction, .accepted, .visited, .judging, .panelShort, .publicity, .objected, .cleared: nil
      }
    }
  }
}
