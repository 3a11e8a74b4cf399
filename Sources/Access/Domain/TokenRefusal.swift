public import Kernel

/// Why a personal access token cannot be made or used.
public enum TokenRefusal: Refusal, Equatable {
  case unknown
  case noLabel
  case labelTooLong(Int)
  case noScope
  case scopeNotHeld(String)
  case badLife(days: Int)

  public var kind: RefusalKind {
    switch self {
    case .unknown: .missing
    case .noLabel, .labelTooLong, .noScope, .scopeNotHeld, .badLife: .invalid
    }
  }

  public var code: String {
    switch self {
    case .unknown: "access.unknown-token"
    case .noLabel: "access.token-no-label"
    case .labelTooLong: "access.token-label-too-long"
    case .noScope: "access.token-no-scope"
    case .scopeNotHeld: "access.token-scope-not-held"
    case .badLife: "access.token-life"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknown: Phrase(zh: "没有这个访问令牌，或它已被撤销", en: "There is no such token, or it was revoked")
    case .noLabel: Phrase(zh: "请为令牌起个名字，方便以后辨认", en: "Please name the token, so that you know it later")
    case .labelTooLong(let longest):
      Phrase(zh: "令牌名称最多\(longest)字，请缩短", en: "A token's name has at most \(longest) characters; please shorten it")
    case .noScope: Phrase(zh: "请至少选择一项权限", en: "Please choose at least one permission")
    case .scopeNotHeld(let code):
      Phrase(zh: "您没有权限“\(code)”，不能授予令牌", en: "You do not hold “\(code)”, so the token cannot")
    case .badLife(let days): Phrase(zh: "有效期为1至\(days)天", en: "A token lasts 1 to \(days) days")
    }
  }

  public var field: String? {
    switch self {
    case .unknown: nil
    case .noLabel, .labelTooLong: "label"
    case .noScope, .scopeNotHeld: "scope"
    case .badLife: "days"
    }
  }
}
