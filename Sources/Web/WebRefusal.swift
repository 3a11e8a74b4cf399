public import Kernel
import Markup

/// What is wrong with a request before anyone looks at what it is about.
public enum WebRefusal: Refusal, Equatable {
  /// The form's token is missing or another's.
  case formExpired
  /// Fields cannot be read.
  case malformedForm
  /// The client went away in the middle of the request, or the server had to end.
  case brokenOff
  case fileTooLarge(limit: Int64, field: String)
  case formTooLarge
  case wrongMethod
  case unknownToken
  case notForOtherSites

  public var kind: RefusalKind {
    switch self {
    case .formExpired, .notForOtherSites: .forbidden
    case .malformedForm, .brokenOff, .wrongMethod: .malformed
    case .fileTooLarge, .formTooLarge: .tooLarge
    case .unknownToken: .unauthenticated
    }
  }

  public var code: String {
    switch self {
    case .formExpired: "web.form-expired"
    case .malformedForm: "web.malformed-form"
    case .brokenOff: "web.broken-off"
    case .fileTooLarge: "web.file-too-large"
    case .formTooLarge: "web.form-too-large"
    case .wrongMethod: "web.wrong-method"
    case .unknownToken: "web.unknown-token"
    case .notForOtherSites: "web.not-for-other-sites"
    }
  }

  public var field: String? {
    if case .fileTooLarge(_, let field) = self { field } else { nil }
  }

  public var phrase: Phrase {
    switch self {
    case .formExpired:
      Phrase(
        zh: "页面停留过久，或登录状态已变化。您填写的内容已保留，请核对后再次提交",
        en:
          "The page was open for long, or who is signed in has changed. What you typed is kept; please submit it again")
    case .malformedForm:
      Phrase(zh: "表单内容无法读取，请返回后重新提交", en: "The form could not be read; please go back and submit it again")
    case .brokenOff:
      Phrase(zh: "提交未传完就中断了，请检查网络后重新提交", en: "The request broke off before it was whole; please submit it again")
    case .fileTooLarge(let limit, _):
      Phrase(
        zh: "文件超过 \(ByteCount(limit).binary) 的上限，请压缩或拆分后上传",
        en: "The file is larger than \(ByteCount(limit).binary); please compress or split it")
    case .formTooLarge:
      Phrase(zh: "提交的内容过多，请减少文字或文件后再提交", en: "That is too much at once; please submit less text or fewer files")
    case .wrongMethod:
      Phrase(
        zh: "此地址不接受这种操作，请从页面上的按钮办理", en: "This address cannot be used in this way; please use the buttons of the pages")
    case .unknownToken:
      Phrase(
        zh: "访问令牌无效或已失效，请在“我的”中重新生成",
        en: "The token is unknown or no longer valid; please make a new one under “My account”")
    case .notForOtherSites:
      Phrase(zh: "此操作不能由其他网站发起，请在本平台页面上办理", en: "Other sites cannot start this; please use this platform's own pages")
    }
  }
}
