public import Kernel

/// Why a document cannot be drawn.
public enum DocumentRefusal: Refusal, Equatable {
  /// None of these families is installed.
  case noFont(String)
  case notDrawn

  public var kind: RefusalKind { .conflict }

  public var code: String {
    switch self {
    case .noFont: "documents.no-font"
    case .notDrawn: "documents.not-drawn"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .noFont(let families):
      Phrase(
        zh: "服务器没有安装以下任何一种字体：\(families)。请安装其中一种（如 fonts-noto-cjk），或在设置 fonts 中改用已有字体",
        en: "None of these fonts is installed on the server: \(families). "
          + "Please install one (such as the package fonts-noto-cjk), or name another in the setting “fonts”")
    case .notDrawn:
      Phrase(zh: "PDF 未能生成，请稍后再试；仍不成功的，请打印网页版", en: "The PDF could not be made; please try again, or print the page")
    }
  }
}
