/// How a further source changes what the register says (取值规则).
///
/// A value never disappears because a source is silent. Where both speak and differ, the newer row
/// wins if its source ranks at least as high as the sources so far; a lower one only fills gaps.
public struct PatentMerge: Equatable, Sendable {
  public let merged: PatentFacts
  /// The fields that changed, with what stood there before.
  public let before: [PatentField: String?]

  public init(_ current: PatentFacts, precedence: Int, with row: PatentFacts, precedence rowPrecedence: Int) {
    var merged = current
    var before: [PatentField: String?] = [:]
    for field in PatentField.allCases {
      let leader = field.follows ?? field
      let speaks = row[field] != nil || (field.follows != nil && row[leader] != nil && row[leader] != current[leader])
      guard speaks, row[field] != current[field] else { continue }
      guard current[field] == nil || rowPrecedence >= precedence else { continue }
      guard field.follows == nil || current[leader] == nil || rowPrecedence >= precedence else { continue }
      before[field] = .some(current[field])
      merged[field] = row[field]
    }
    self.merged = merged
    self.before = before
  }

  /// The fields of which a row said something else than what stands after the merge: a source of higher rank spoke.
  public func declined(_ row: PatentFacts) -> [PatentField] {
    PatentField.allCases.filter { row[$0] != nil && row[$0] != merged[$0] }
  }

  /// What `facts` were before the change.
  public static func undone(_ facts: PatentFacts, _ before: [PatentField: String?]) -> PatentFacts {
    var restored = facts
    for (field, value) in before { restored[field] = value }
    return restored
  }
}
