public import Kernel

/// One field of a kind of record: what it is called, what it takes, and who sees it.
public struct LedgerField: Sendable {
  /// The column, and the name in the API; only lower-case letters, digits and underscores.
  public let name: String
  public let words: Phrase
  public let sort: Sort
  public var isRequired = false
  public var help: Phrase?
  /// Other headers that a table of this field may have, besides its words and its name.
  public var aliases: [String] = []
  /// A person's own value: masked on pages, hashed in the journal, and each look at it is noted.
  public var isPersonal = false
  /// Whether it is a column of the list.
  public var isListed = false
  /// Whether the list can be narrowed by it.
  public var isFilter = false
  /// Seen by those who keep or file the records, not by the public.
  public var isInternal = false

  public init(_ name: String, _ words: Phrase, _ sort: Sort) {
    self.name = name
    self.words = words
    self.sort = sort
  }

  /// What a field takes.
  public enum Sort: Sendable {
    case text(limit: Int)
    /// Several lines.
    case lines(limit: Int)
    case day
    case whole(ClosedRange<Int64>)
    /// A number with two decimals, kept in hundredths.
    case hundredths(ClosedRange<Int64>)
    /// Renminbi, typed in `unit`, kept in fen.
    case money(MoneyUnit)
    /// A percentage, kept in basis points: never above the whole.
    case share
    case choice([LedgerChoice])
    case choices([LedgerChoice])
    case flag
    /// A unified social credit code, checked.
    case creditCode
    /// An organisation of another kind of record, by its code or its exact name; the code is kept.
    case organisation(of: String)
    /// A person's number: only a keyed hash is kept, so that one person is one person at two employers.
    case person
  }

  public enum MoneyUnit: Sendable {
    case yuan
    /// 万元.
    case tenThousand

    /// Decimals that fall on whole fen.
    var digits: Int { self == .yuan ? 2 : 6 }

    public var phrase: Phrase {
      switch self {
      case .yuan: Phrase(zh: "元", en: "yuan")
      case .tenThousand: Phrase(zh: "万元", en: "10,000 yuan")
      }
    }
  }

  /// The header of the field in a table, with its unit.
  public var header: Phrase {
    switch sort {
    case .money(let unit): Phrase(zh: "\(words.zh)（\(unit.phrase.zh)）", en: "\(words.en) (\(unit.phrase.en))")
    case .share: Phrase(zh: "\(words.zh)（%）", en: "\(words.en) (%)")
    case .text, .lines, .day, .whole, .hundredths, .choice, .choices, .flag, .creditCode, .organisation, .person: words
    }
  }

  /// Whether its column holds a number.
  public var isNumber: Bool {
    switch sort {
    case .whole, .hundredths, .money, .share, .flag: true
    case .text, .lines, .day, .choice, .choices, .creditCode, .organisation, .person: false
    }
  }
}

/// An answer that a field offers.
public struct LedgerChoice: Hashable, Sendable {
  /// Kept in the record; stable.
  public let code: String
  public let words: Phrase
  /// Other words that tables have for it.
  public let aliases: [String]

  public init(_ code: String, _ words: Phrase, aliases: [String] = []) {
    self.code = code
    self.words = words
    self.aliases = aliases
  }
}

extension LedgerField {
  /// Must be filled in.
  public var required: LedgerField { with { $0.isRequired = true } }
  public var personal: LedgerField { with { $0.isPersonal = true } }
  /// A column of the list.
  public var listed: LedgerField { with { $0.isListed = true } }
  /// A filter of the list.
  public var filter: LedgerField { with { $0.isFilter = true } }
  /// Not for the public.
  public var internalOnly: LedgerField { with { $0.isInternal = true } }
  public func help(_ help: Phrase) -> LedgerField { with { $0.help = help } }
  public func also(_ aliases: String...) -> LedgerField { with { $0.aliases = aliases } }

  private func with(_ change: (inout LedgerField) -> Void) -> LedgerField {
    var copy = self
    change(&copy)
    return copy
  }
}
