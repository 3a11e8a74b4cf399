import Foundation
public import Kernel

/// What a new password must be: long, not the name, not one that everybody tries first.
///
/// There is no demand for symbols or capitals: they make passwords hard to remember and no harder to guess.
public struct PasswordRule: Equatable, Sendable {
  public let shortest: Int
  /// Bounds the work of one sign-in.
  public let longest: Int

  public init(shortest: Int = 10, longest: Int = 200) {
    self.shortest = shortest
    self.longest = longest
  }

  /// - Returns: the password in NFC, as it is hashed.
  public func check(_ password: String, name: String) throws(PasswordRefusal) -> String {
    let password = Self.normalised(password)
    guard password.count >= shortest else { throw .tooShort(shortest) }
    guard password.count <= longest else { throw .tooLong(longest) }
    let folded = AccountName.key(password)
    let key = AccountName.key(name)
    guard !key.isEmpty, !(folded.hasPrefix(key) && folded.count - key.count < 4) else { throw .isName }
    guard Set(folded).count >= 4, !commonPasswords.contains(folded) else { throw .common }
    return password
  }

  /// One form for one password, however the keyboard composed it.
  public static func normalised(_ password: String) -> String { password.precomposedStringWithCanonicalMapping }
}

public enum PasswordRefusal: Refusal, Equatable {
  case tooShort(Int)
  case tooLong(Int)
  case isName
  case common
  case wrongCurrent
  case same

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .tooShort: "access.password-too-short"
    case .tooLong: "access.password-too-long"
    case .isName: "access.password-is-name"
    case .common: "access.password-common"
    case .wrongCurrent: "access.password-wrong"
    case .same: "access.password-same"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .tooShort(let shortest):
      Phrase(
        zh: "密码至少\(shortest)个字符；几个不相关的词连在一起就很好",
        en: "A password has at least \(shortest) characters; a few unrelated words do well")
    case .tooLong(let longest): Phrase(zh: "密码最多\(longest)个字符", en: "A password has at most \(longest) characters")
    case .isName: Phrase(zh: "密码不能是登录名，请换一个", en: "The password must not be the sign-in name; please choose another")
    case .common: Phrase(zh: "这个密码太常见，很容易被猜到，请换一个", en: "This password is too common; please choose another")
    case .wrongCurrent: Phrase(zh: "当前密码不对", en: "The current password is wrong")
    case .same: Phrase(zh: "新密码与当前密码相同，请换一个", en: "The new password is the current one; please choose another")
    }
  }

  public var field: String? { self == .wrongCurrent ? "current-password" : "password" }
}

/// Of ten characters and more; shorter ones are refused for their length.
private let commonPasswords: Set<String> = [
  "1234567890", "0123456789", "0987654321", "12345678910", "123456789a", "a123456789", "1234567890a", "123456789q",
  "1234554321", "123123123a", "1122334455", "123456123456", "147258369a", "13800138000", "qwertyuiop", "qwertyuiop123",
  "qwerty12345", "qwerty123456", "1q2w3e4r5t", "1q2w3e4r5t6y", "q1w2e3r4t5", "1qaz2wsx3edc", "qazwsxedc123",
  "zaq12wsxcde3",
  "asdfghjkl123", "asdfghjkl;", "zxcvbnm123", "abcdefghij", "abc1234567", "abcd123456", "abc123456789", "aa123456789",
  "password12", "password123", "password1234", "passw0rd123", "p@ssw0rd123", "p@ssword123", "administrator",
  "admin12345",
  "admin123456", "admin@1234", "admin888888", "root123456", "test123456", "welcome123", "welcome1234", "changeme123",
  "letmein123", "iloveyou123", "iloveyou520", "woaini1314", "woaini520", "woaini5201314", "woaini1314520", "5201314520",
  "5201314521", "nanjing123", "nanjing123456", "jiangning123", "zhongguo123", "qq123456789", "wang123456",
  "zhang123456",
  "zhangsan123", "football123", "monkey12345", "dragon12345", "sunshine123", "princess123", "superman123",
  "1q2w3e4r5t6y7u8i",
]
