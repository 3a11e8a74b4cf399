public import Kernel

/// A row that became no record, and why.
public struct Rejection: Equatable, Sendable {
  /// Stable, such as `row.malformed`.
  public let code: String
  public let phrase: Phrase
  /// The row as it stands in the file, shortened.
  public let original: String

  public init(code: String, phrase: Phrase, original: String) {
    self.code = code
    self.phrase = phrase
    self.original = original
  }

  /// A row that names nothing: neither title nor number.
  public static func empty(_ original: String) -> Rejection {
    Rejection(
      code: "row.empty",
      phrase: Phrase(
        zh: "既无名称也无可用的号码，请补充后重新导入", en: "Neither a title nor a usable number; please add one and import again"),
      original: original)
  }

  public static func malformed(_ original: String) -> Rejection {
    Rejection(
      code: "row.malformed",
      phrase: Phrase(zh: "该行格式有误，请检查后重新导入", en: "The row is malformed; please check it and import again"),
      original: original)
  }
}
