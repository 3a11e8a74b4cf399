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
    var isHan = true
    var length = 0
    var last: Unicode.Scalar = " "
    for scalar in name.unicodeScalars {
      if endsOrganisationWord(scalar), organisationWords.contains(UInt64(last.value) << 32 | UInt64(scalar.value)) {
        self = .organisation
        return
      }
      isHan = isHan && (0x4E00...0x9FFF).contains(scalar.value)
      last = scalar
      length += 1
    }
    if organisationEndings.contains(last) || !isHan && hasLatinForm(name) {
      self = .organisation
    } else {
      self = isHan && (2...4).contains(length) ? .person : .unknown
    }
  }
}

/// Two characters that stand in the names of organisations, as one number each.
private let organisationWords: Set<UInt64> = Set(
  ["公司", "大学", "学院", "学校", "研究", "中心", "集团", "银行", "医院", "工厂", "委员", "协会", "事务", "合作"].map { word in
    word.unicodeScalars.reduce(0) { $0 << 32 | UInt64($1.value) }
  })

/// The last characters of those words, told without a look into the set.
private func endsOrganisationWord(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "司", "学", "院", "校", "究", "心", "团", "行", "厂", "员", "会", "务", "作": true
  default: false
  }
}

private let organisationEndings: Set<Unicode.Scalar> = ["厂", "院", "所", "站", "部", "会", "店", "社", "场", "局"]

private func hasLatinForm(_ name: String) -> Bool {
  let words = Set(name.lowercased().split { !$0.isLetter }.map(String.init))
  return !words.isDisjoint(with: [
    "inc", "ltd", "limited", "llc", "corp", "corporation", "gmbh", "co", "ag", "sa", "bv", "kk", "university",
    "institute",
  ])
}
