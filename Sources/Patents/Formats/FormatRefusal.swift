public import Kernel

/// Why a file is not taken for one of patents.
public enum FormatRefusal: Refusal, Equatable {
  /// A readable file in a layout that is not known; what it was seen to be, such as its header.
  case unknown(seen: String)
  case emptyFile

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .unknown: "formats.unknown"
    case .emptyFile: "formats.empty-file"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknown(let seen):
      Phrase(
        zh: "无法识别文件格式（看到：\(seen)）。可导入：\(FormatRecognition.formats.map(\.name.zh).joined(separator: "、"))",
        en: "The format is not recognised (seen: \(seen)). Understood are: "
          + FormatRecognition.formats.map(\.name.en).joined(separator: "; "))
    case .emptyFile: Phrase(zh: "文件为空，请重新导出", en: "The file is empty; please export it again")
    }
  }
}
