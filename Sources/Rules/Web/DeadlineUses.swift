import Kernel
import Markup
public import Rules

/// Every time limit of `book` is used by the deadline calculator.
public func deadlineUses(of book: RuleBook) -> [RuleUse] {
  book.timeLimits.map { rule in
    RuleUse(rule.id, in: Phrase(zh: "期限计算", en: "Deadlines"), at: RulePath.deadline(of: rule.id).target)
  }
}
