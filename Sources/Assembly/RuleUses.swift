import HighValueStore
import LandscapeStore
import NavigationStore
import Rules
import RulesWeb

/// Where rules are used, as the contexts declare it; rule pages link there.
func ruleUses(of book: RuleBook) -> [RuleUse] {
  deadlineUses(of: book) + landscapeUses + navigationUses + sourceRankUses + highValueUses
}
