public import Kernel

/// An organisation or person that occurs in the records: one party, however its name is spelled.
public struct Party: Equatable, Sendable {
  public let id: ID<Party>
  /// The spelling that pages show.
  public var name: String
  /// Sorts Chinese names by pinyin and Latin ones by letter, alike on both databases.
  public var sortKey: String
  public var kind: PartyKind
  public var code: SocialCreditCode?
  /// The party that this one was merged into by hand.
  public var mergedInto: ID<Party>?
  public let revision: Int64

  public init(
    id: ID<Party>, name: String, sortKey: String, kind: PartyKind, code: SocialCreditCode?, mergedInto: ID<Party>?,
    revision: Int64
  ) {
    self.id = id
    self.name = name
    self.sortKey = sortKey
    self.kind = kind
    self.code = code
    self.mergedInto = mergedInto
    self.revision = revision
  }
}

/// One spelling of a party's name, as some record has it.
public struct PartyName: Equatable, Sendable {
  public let id: ID<PartyName>
  public let text: String
  /// The party that the spelling belonged to when it first occurred; un-merging returns it there.
  public let home: ID<Party>
  public let party: ID<Party>

  public init(id: ID<PartyName>, text: String, home: ID<Party>, party: ID<Party>) {
    self.id = id
    self.text = text
    self.home = home
    self.party = party
  }
}

public enum PartyKind: String, CaseIterable, Sendable {
  case organisation, person, unknown

  public var phrase: Phrase {
    switch self {
    case .organisation: Phrase(zh: "单位", en: "Organisation")
    case .person: Phrase(zh: "个人", en: "Person")
    case .unknown: Phrase(zh: "未判定", en: "Undetermined")
    }
  }

  /// What a name looks like: a guess for display, never a legal finding.
  public init(guessedFrom name: String) {
    let words = [
      "公司", "大学", "学院", "学校", "研究", "中心", "集团", "银行", "医院", "工厂", "局", "委员会", "协会", "事务所", "合作社",
    ]
    let endings = ["厂", "院", "所", "站", "部", "会", "店", "社", "场"]
    let latin = [" inc", " ltd", " llc", " corp", " gmbh", " co.", " ag", " s.a", " b.v", "university", "institute"]
    let lowered = name.lowercased()
    if words.contains(where: name.contains) || endings.contains(where: name.hasSuffix)
      || latin.contains(where: lowered.contains)
    {
      self = .organisation
    } else if (2...4).contains(name.count), name.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) {
      self = .person
    } else {
      self = .unknown
    }
  }
}
