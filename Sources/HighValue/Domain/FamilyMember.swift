public import Kernel
public import Patents

/// Another document of the invention at another office, as a source of the register lists it.
public struct FamilyMember: Equatable, Sendable {
  /// As the source writes it.
  public let number: String
  public let standing: FamilyStanding
  /// Where the register has the document.
  public let patent: ID<Patent>?
  /// When it was published, where the register knows.
  public let publishedOn: Day?

  public init(number: String, standing: FamilyStanding, patent: ID<Patent>? = nil, publishedOn: Day? = nil) {
    self.number = number
    self.standing = standing
    self.patent = patent
    self.publishedOn = publishedOn
  }
}

/// What the number of a family member says of a right overseas.
public enum FamilyStanding: String, Sendable {
  /// A granted right of another country or region.
  case granted
  /// Published before a grant, or without a word on it.
  case application
  /// Of Hong Kong, Macao or Taiwan: whether that is overseas (海外) in the sense of the definition is not known.
  case undecided

  public var phrase: Phrase {
    switch self {
    case .granted: Phrase(zh: "海外授权文本", en: "granted overseas")
    case .application: Phrase(zh: "海外申请，未见授权文本", en: "filed overseas, no grant seen")
    case .undecided: Phrase(zh: "港澳台，是否属“海外”口径未定", en: "Hong Kong, Macao or Taiwan; whether that is overseas is open")
    }
  }

  /// Nil for a Chinese document and for what is no number of a document.
  ///
  /// By WIPO ST.16: B and C are the second and third publication, after a grant; until 2001 the United States published
  /// granted patents alone, with a plain A. International applications (WO) are never rights.
  public init?(number text: String) {
    guard let number = try? PublicationNumber(text) else {
      // Without a kind code nothing tells of a grant.
      let office = text.filter { !$0.isWhitespace }.uppercased().prefix(2)
      guard office.utf8.count == 2, office.utf8.allSatisfy({ (0x41...0x5A).contains($0) }), office != "CN",
        text.utf8.contains(where: { (0x30...0x39).contains($0) })
      else { return nil }
      self = Self.undecidedOffices.contains(String(office)) ? .undecided : .application
      return
    }
    guard number.office != "CN" else { return nil }
    if Self.undecidedOffices.contains(number.office) {
      self = .undecided
    } else if number.office == "WO" {
      self = .application
    } else {
      let isOldGrant = number.office == "US" && number.kindCode == "A"
      self = isOldGrant || ["B", "C"].contains(number.kindCode.prefix(1)) ? .granted : .application
    }
  }

  private static let undecidedOffices: Set<String> = ["HK", "MO", "TW"]
}
