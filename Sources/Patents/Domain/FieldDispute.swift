public import Kernel

/// A field of which sources say different things (来源不一致).
public struct FieldDispute: Equatable, Sendable {
  public let field: PatentField
  /// What each source says that speaks of the field, in the order in which they came.
  public let sayings: [Saying]

  public struct Saying: Equatable, Sendable {
    public let value: String
    public let source: PatentSource
    public let rank: Int
    public let standing: Standing
  }

  /// Whether a value is the register's, and why (not).
  public enum Standing: Equatable, Sendable {
    case shown
    /// Another source says what the register shows.
    case agrees
    /// A newer source that ranks at least as high said something else.
    case replaced
    /// It came later and ranks lower than the source of what is shown.
    case ranksLower(than: Int)
    /// It came later than a source that ranks higher and had spoken of the patent.
    case cameBehind(rank: Int)
    /// The row had been taken before, and a known row does not undo what came after it.
    case knownAgain
    /// Neither: the order of sources has changed since.
    case beforeNewOrder
  }

  /// The fields of which the rows say different things.
  ///
  /// The writing of a number and its check follow the number itself.
  public static func all(_ rows: [PatentTestimony], now facts: PatentFacts) -> [FieldDispute] {
    PatentField.allCases.compactMap { field in
      if let leader = field.follows, facts[leader] != nil { return nil }
      let speaking = rows.indices.filter { rows[$0].words[field] != nil }
      guard Set(speaking.map { rows[$0].words[field] }).count > 1 else { return nil }
      let giver = rows.lastIndex { $0.source.fields.contains(field) }
      return FieldDispute(
        field: field,
        sayings: speaking.map { place in
          Saying(
            value: rows[place].words[field] ?? "", source: rows[place].source, rank: rows[place].rank,
            standing: standing(of: place, given: giver, field, rows, facts))
        })
    }
  }

  private static func standing(
    of place: Int, given giver: Int?, _ field: PatentField, _ rows: [PatentTestimony], _ facts: PatentFacts
  ) -> Standing {
    if place == giver { return .shown }
    if rows[place].words[field] == facts[field] { return .agrees }
    guard let giver else { return .beforeNewOrder }
    let row = rows[place]
    if place < giver { return rows[giver].rank >= row.rank ? .replaced : .beforeNewOrder }
    if rows[..<place].contains(where: { $0.source.rowHash == row.source.rowHash }) { return .knownAgain }
    if row.rank < rows[giver].rank { return .ranksLower(than: rows[giver].rank) }
    let highest = rows[..<place].filter { !$0.source.fields.isEmpty }.map(\.rank).max() ?? 0
    return row.rank < highest ? .cameBehind(rank: highest) : .beforeNewOrder
  }
}

extension FieldDispute.Standing {
  public var phrase: Phrase {
    switch self {
    case .shown: Phrase(zh: "登记库采用", en: "What the register shows")
    case .agrees: Phrase(zh: "与登记库一致", en: "Agrees with the register")
    case .replaced:
      Phrase(zh: "未采用：后来的来源位次不低于它", en: "Not shown: a newer source ranks at least as high")
    case .ranksLower(let rank):
      Phrase(zh: "未采用：位次低于所采用的来源（\(rank)）", en: "Not shown: it ranks below the source that is shown (\(rank))")
    case .cameBehind(let rank):
      Phrase(
        zh: "未采用：在它之前已有位次更高的来源（\(rank)）提供过该专利，它只能补充空缺",
        en: "Not shown: a source of higher rank (\(rank)) had spoken of the patent before; it only fills gaps")
    case .knownAgain:
      Phrase(zh: "未采用：同样的一行先前已收，不再改回", en: "Not shown: the same row had been taken before and changes nothing back")
    case .beforeNewOrder:
      Phrase(
        zh: "未采用：来源位次其后有变更，这件专利尚未按新位次重算或不能重算",
        en: "Not shown: the order of sources has changed since, and this patent was not, or cannot be, recomputed by it"
      )
    }
  }

  /// Stable, in the API.
  public var code: String {
    switch self {
    case .shown: "shown"
    case .agrees: "agrees"
    case .replaced: "replaced"
    case .ranksLower: "ranks-lower"
    case .cameBehind: "came-behind"
    case .knownAgain: "known-again"
    case .beforeNewOrder: "before-new-order"
    }
  }

  public static let codes = [
    "shown", "agrees", "replaced", "ranks-lower", "came-behind", "known-again", "before-new-order",
  ]
}
