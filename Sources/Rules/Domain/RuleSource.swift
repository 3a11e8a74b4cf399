public import Kernel

/// Where a value comes from.
public struct RuleSource: Hashable, Sendable {
  /// The law, measure or notice.
  public let document: Phrase
  /// Its document number (文号), if it is known.
  public let number: Phrase?
  /// The article, only if its text was read.
  public let article: Phrase?
  /// The copies that were read, by key; empty for a recalled value.
  public let copies: [Copy]

  public init(document: Phrase, number: Phrase? = nil, article: Phrase? = nil, copies: [Copy] = []) {
    self.document = document
    self.number = number
    self.article = article
    self.copies = copies
  }

  /// A public copy of a text.
  ///
  /// Not always the issuing body's own: to be verified there before it is relied upon, and never linked as official.
  public struct Copy: Hashable, Sendable {
    public let key: String
    public let address: String

    public init(key: String, address: String) {
      self.key = key
      self.address = address
    }
  }

  /// A title without the marks 《》 around it, which people often type with it.
  public static func withoutMarks(_ title: String) -> String {
    guard title.hasPrefix("《"), title.hasSuffix("》"), title.count > 2 else { return title }
    let inner = title.dropFirst().dropLast()
    let closing = inner.firstIndex(of: "》") ?? inner.endIndex
    // “《甲》和《乙》” closes before it opens again, and stays as it is.
    if closing < inner.endIndex, closing < inner.firstIndex(of: "《") ?? inner.endIndex { return title }
    return String(inner)
  }

  /// Document, number and article on one line.
  public var phrase: Phrase {
    let zh = ["《\(Self.withoutMarks(document.zh))》", number?.zh, article?.zh].compactMap(\.self).joined(separator: " ")
    return Phrase(
      zh: zh, en: [Self.withoutMarks(document.en), number?.en, article?.en].compactMap(\.self).joined(separator: ", "))
  }
}
