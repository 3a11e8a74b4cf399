public import Kernel

/// Why someone may not act.
public enum AccessRefusal: Refusal, Equatable {
  case notSignedIn
  case notPermitted(Permission)
  /// The token lacks what its owner has.
  case notInScope(Permission)
  case heldBack(HeldBack)

  public var kind: RefusalKind {
    switch self {
    case .notSignedIn: .unauthenticated
    case .notPermitted, .notInScope, .heldBack: .forbidden
    }
  }

  public var code: String {
    switch self {
    case .notSignedIn: "access.not-signed-in"
    case .notPermitted: "access.not-permitted"
    case .notInScope: "access.not-in-scope"
    case .heldBack(.mustChangePassword): "access.must-change-password"
    case .heldBack(.needsSecondFactor): "access.needs-second-factor"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .notSignedIn: Phrase(zh: "请先登录", en: "Please sign in")
    case .heldBack(let cause): cause.phrase
    case .notInScope(let permission):
      Phrase(
        zh: "这个访问令牌不含“\(permission.phrase.zh)”（\(permission.code)）；请在“我的账号—访问令牌”中新建包含此项权限的令牌",
        en:
          "This token does not include “\(permission.phrase.en)” (\(permission.code)); please make one that does under “My account – Access tokens”"
      )
    case .notPermitted(let permission):
      Phrase(
        zh: "您的账号没有“\(permission.phrase.zh)”的权限；如工作需要，请联系安全管理员",
        en: "Your account may not “\(permission.phrase.en)”; if your work needs it, ask the security administrator")
    }
  }
}
