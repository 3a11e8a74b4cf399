import Kernel
import Patents
import PatentsStore
import Rules

/// The order of the register's sources by the rules of a day.
///
/// - Throws: the refusal of the rules where a rank is unknown or not in force: no source is ranked by guess.
func sourceRanks(of book: RuleBook, on day: Day) throws -> SourceRanks {
  var ranks: [String: Int] = [:]
  for (key, rule) in sourceRankRules { ranks[key] = try book.count(rule, on: day).value }
  return SourceRanks(ranks)
}

/// The rules by the keys of the sources that they rank.
private let sourceRankRules: [(String, RuleID)] = SourceRanks.shipped.ranks.keys.sorted().compactMap { key in
  RuleID(SourceRanks.rule(of: key)).map { (key, $0) }
}

/// Where the ranks of sources are used.
let sourceRankUses = sourceRankRules.map {
  RuleUse($0.1, in: Phrase(zh: "专利登记库的来源位次", en: "Order of the register’s sources"), at: "/imports/order")
}
