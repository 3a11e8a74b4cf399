public import Kernel

/// Where an account stands.
///
/// A lock after wrong passwords is not a stage: it passes by itself.
public enum AccountStage: String, CaseIterable, Sendable {
  case invited, active, deactivated

  /// Where `step` leads, or nil where it cannot be taken now.
  public func after(_ step: AccountStep) -> AccountStage? {
    switch step {
    case .accept: self == .invited ? .active : nil
    case .deactivate: self == .deactivated ? nil : .deactivated
    case .reactivate: self == .deactivated ? .active : nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .invited: Phrase(zh: "已邀请", en: "Invited")
    case .active: Phrase(zh: "正常", en: "Active")
    case .deactivated: Phrase(zh: "已停用", en: "Deactivated")
    }
  }
}

public enum AccountStep: String, CaseIterable, Sendable {
  case accept, deactivate, reactivate

  public var phrase: Phrase {
    switch self {
    case .accept: Phrase(zh: "接受邀请", en: "Accept the invitation")
    case .deactivate: Phrase(zh: "停用", en: "Deactivate")
    case .reactivate: Phrase(zh: "恢复", en: "Reactivate")
    }
  }
}
