import Rules
import RulesStore

/// Read once for all tests: nearly every one needs it.
let shippedRules = Result { try RuleLibrary.shipped() }
