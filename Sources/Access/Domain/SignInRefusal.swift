public import Foundation
public import Kernel

/// Why someone cannot sign in.
///
/// The words never tell whether the name exists.
public enum SignInRefusal: Refusal, Equatable {
  case wrongNameOrPassword
  case wrongCode
  case locked(until: Date)
  case expired
  case busy

  public var kind: RefusalKind {
    switch self {
    case .wrongNameOrPassword, .wrongCode: .invalid
    case .expired: .unauthenticated
    case .locked, .busy: .tooMany
    }
  }

  public var code: String {
    switch self {
    case .wrongNameOrPassword: "access.wrong-name-or-password"
    case .wrongCode: "access.wrong-code"
    case .locked: "access.locked"
    case .expired: "access.sign-in-expired"
    case .busy: "access.busy"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .wrongNameOrPassword:
      Phrase(
        zh: "登录名或密码不对，请核对后再试；忘记密码可申请重置", en: "Name or password is wrong; please try again or ask for a password reset")
    case .wrongCode:
      Phrase(
        zh: "动态验证码不对或已用过；请等下一个验证码，并核对手机时间",
        en: "The code is wrong or was used; wait for the next one and check the clock of your phone")
    case .locked(let until):
      Phrase(
        zh: "连续失败次数过多，请于\(Self.clock(until))后再试",
        en: "Too many failures in a row; please try again after \(Self.clock(until))")
    case .expired: Phrase(zh: "登录已过期，请重新登录", en: "Your sign-in has expired; please sign in again")
    case .busy: Phrase(zh: "此刻登录的人很多，请过一分钟再试", en: "Many people are signing in; please try again in a minute")
    }
  }

  public var field: String? {
    switch self {
    case .wrongNameOrPassword: "password"
    case .wrongCode: "code"
    case .locked, .expired, .busy: nil
    }
  }

  /// `2026-11-22 14:03` in Nanjing, rounded up to the minute.
  package static func clock(_ instant: Date) -> String {
    let rounded = Date(timeIntervalSince1970: (instant.timeIntervalSince1970 / 60).rounded(.up) * 60)
    let minutes = Int(rounded.timeIntervalSince(Day(rounded).start) / 60)
    return "\(Day(rounded)) \(minutes < 600 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }
}
