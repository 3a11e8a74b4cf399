import Rules

/// Where rules are used, as the contexts declare it; rule pages link there.
let ruleUses: [RuleUse] = []
