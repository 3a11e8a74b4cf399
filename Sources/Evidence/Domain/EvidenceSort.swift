public import Kernel

/// What files may be evidence, told by their content.
public enum EvidenceSort: String, CaseIterable, Sendable {
  case pdf, png, jpeg, xlsx, docx, text

  public var phrase: Phrase {
    switch self {
    case .pdf: Phrase(zh: "PDF 文件", en: "PDF")
    case .png: Phrase(zh: "PNG 图片", en: "PNG image")
    case .jpeg: Phrase(zh: "JPEG 图片", en: "JPEG image")
    case .xlsx: Phrase(zh: "Excel 工作簿", en: "Excel workbook")
    case .docx: Phrase(zh: "Word 文档", en: "Word document")
    case .text: Phrase(zh: "文本或 CSV", en: "Text or CSV")
    }
  }

  /// What browsers are told: nothing that they would show as a page.
  public var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .xlsx, .docx, .text: "application/octet-stream"
    }
  }

  /// The endings that a name of such a file may have; the first is given to a name with another.
  public var endings: [String] {
    switch self {
    case .pdf: [".pdf"]
    case .png: [".png"]
    case .jpeg: [".jpg", ".jpeg"]
    case .xlsx: [".xlsx"]
    case .docx: [".docx"]
    case .text: [".txt", ".csv"]
    }
  }

  /// `name` without folders and control characters, not endless, and with an ending of this sort: a text that was
  /// called `a.html` is saved as `a.html.txt`, so that no program opens it as a page.
  public func fileName(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    let plain = String(
      String.UnicodeScalarView(
        last.unicodeScalars.filter { ![.control, .format].contains($0.properties.generalCategory) }))
    let stem = String(plain.drop { $0 == "." || $0.isWhitespace }.prefix(150))
    let base = stem.isEmpty ? "evidence" : stem
    return endings.contains { base.lowercased().hasSuffix($0) } ? base : base + (endings.first ?? "")
  }
}
