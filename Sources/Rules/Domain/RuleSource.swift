public import Kernel

/// Where a value comes from.
public struct RuleSource: Hashable, Sendable {
  /// The law, measure or notice.
  public let document: Phrase
  /// Its document number (文号), if it is known.
  public let number: String?
  /// The article, only if its text was read.
  public let article: String?
  /// The copies that were read, by key; empty for a recalled value.
  public let copies: [Copy]

  public init(document: Phrase, number: String? = nil, article: String? = nil, copies: [Copy] = []) {
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

  /// Document, number and article on one line.
  public var phrase: Phrase {
    let tail = [number, article].compactMap(\.self).joined(separator: " ")
    let zh = tail.isEmpty ? "《\(document.zh)》" : "《\(document.zh)》 \(tail)"
    return Phrase(zh: zh, en: tail.isEmpty ? document.en : "\(document.en), \(tail)")
  }
}
