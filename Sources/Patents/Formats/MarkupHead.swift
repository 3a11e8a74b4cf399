import Tables

/// What the beginning of a file of markup tells.
struct MarkupHead {
  private let text: String
  /// The local names of the first elements, the root first.
  let names: [String]

  init(_ head: [UInt8]) {
    let encoding = (try? TextEncoding.detect(head, whole: false).0) ?? .utf8
    let decoded: String? =
      switch encoding {
      case .utf16LittleEndian, .utf16BigEndian: TextDecoding.text(Array(head.dropFirst(2)), encoding)
      case .ascii, .utf8, .gb18030: nil
      }
    text = decoded ?? String(decoding: head, as: UTF8.self)
    names = Self.names(in: text)
  }

  private static func names(in text: String) -> [String] {
    var names: [String] = []
    for piece in text.utf8.split(separator: 0x3C, omittingEmptySubsequences: true).prefix(1_500) {
      guard let first = piece.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else { continue }
      let name = piece.prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
      let local = name.lastIndex(of: 0x3A).map { name[name.index(after: $0)...] } ?? name
      names.append(String(decoding: Array(local), as: UTF8.self))
      if names.count == 300 { break }
    }
    return names
  }

  /// DTD, XSD or XSL.
  var isDefinition: Bool {
    if let root = names.first, ["schema", "stylesheet"].contains(root) { return true }
    return Self.isWithoutRoot(text) && (text.contains("<!ELEMENT") || text.contains("<!ENTITY"))
  }

  /// Whether declarations and comments are all there is.
  private static func isWithoutRoot(_ text: String) -> Bool {
    var rest = text[...]
    while let start = rest.firstRange(of: "<") {
      rest = rest[start.upperBound...]
      if rest.hasPrefix("!--") {
        guard let end = rest.firstRange(of: "-->") else { return true }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("!DOCTYPE") {
        return false
      } else if let first = rest.first, first.isLetter {
        return false
      }
    }
    return true
  }

  var isPage: Bool {
    names.first?.lowercased() == "html"
      || text.prefix(400).lowercased().contains("<!doctype html public \"-//w3c//dtd xhtml 1.0 tr")
  }

  func pageKind(_ page: String) -> FileKind {
    if page.contains("验证码") || page.lowercased().contains("captcha") || page.contains("自动请求") { return .blockedPage }
    if page.contains("没有您要查询的结果") || page.contains("公布公告查询") || page.contains("超过") { return .emptyPage }
    return .webPage
  }

  var kind: FileKind? {
    switch names.first {
    case "class-scheme", "IPCScheme", "cpc-definitions": .classificationScheme
    case "Application-body", "package-data", "manifest": .contents
    default: nil
    }
  }

  /// By the first element that only one layout has.
  var format: (any PatentFormat)? {
    for name in names {
      if USPTODocuments.roots.contains(name) { return USPTODocuments() }
      switch name {
      case "world-patent-data": return OPSDocuments()
      case "exchange-document": return DOCDBDocuments()
      default: break
      }
      for format in Self.formats where format.elements.contains(name) { return format.make() }
    }
    return nil
  }

  private static let formats: [(elements: [String], make: @Sendable () -> any PatentFormat)] = [
    (CNIPAOldXML.elements, { CNIPAOldXML() }), (CNIPANewXML.elements, { CNIPANewXML() }),
    (EPOFullText.elements, { EPOFullText() }), (JPODocuments.elements, { JPODocuments() }),
    (ST36Documents.elements, { ST36Documents() }), (ST96Patents.elements, { ST96Patents() }),
    (USPTOFileWrapper.elements, { USPTOFileWrapper() }), (TrademarkDocuments.elements, { TrademarkDocuments() }),
  ]
}
