/// Words for people.
///
/// Both languages are arguments, so a missing translation does not compile.
public struct Phrase: Hashable, Sendable {
  public let zh: String
  public let en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  public func text(in language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

/// The portal's languages; the raw value is the BCP 47 tag.
public enum Language: String, CaseIterable, Sendable {
  case zh = "zh-CN"
  case en = "en"

  /// What stands before a path of the portal in this language: nothing in Chinese.
  public var pathPrefix: String {
    switch self {
    case .zh: ""
    case .en: "/en"
    }
  }
}
