public import Evidence
public import Figures
import Storage

/// Which of a figure's rows are looked at: those of one base, category or grade, or of another reading.
public struct FigureNarrowing: Sendable, Equatable {
  /// Rows that name it, or those that name none.
  public enum Match: Sendable, Equatable {
    case named(String)
    case unstated
  }

  public var base: Match?
  public var category: Match?
  public var grade: EvidenceGrade?
  /// By which days it is read; nil: by those of the indicator itself.
  ///
  /// A reading that the indicator does not have counts as nil, too.
  public var reading: PeriodKind?

  public init(
    base: Match? = nil, category: Match? = nil, grade: EvidenceGrade? = nil, reading: PeriodKind? = nil
  ) {
    self.reading = reading
    self.base = base
    self.category = category
    self.grade = grade
  }

  public var isWhole: Bool { self == FigureNarrowing() }

  /// A condition on contributions.
  var condition: SQL {
    var conditions: [SQL] = []
    if let base { conditions.append(Self.condition("base", base)) }
    if let category { conditions.append(Self.condition("category", category)) }
    if let grade { conditions.append("grade = \(grade.rawValue)") }
    return conditions.isEmpty ? "1 = 1" : .joined(conditions, by: " AND ")
  }

  private static func condition(_ column: SQL, _ match: Match) -> SQL {
    switch match {
    case .named(let text): "\(column) = \(text)"
    case .unstated: "\(column) IS NULL"
    }
  }
}

/// What figures are compared by.
public enum FigureComparison: String, CaseIterable, Sendable {
  case base, category
  /// The evidence; what is too weak is only declared.
  case grade
}
