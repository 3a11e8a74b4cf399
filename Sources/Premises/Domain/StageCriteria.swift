public import Kernel

/// A published version of the criteria by which institutions are staged.
public struct StageCriteria: Equatable, Sendable {
  public let id: ID<StageCriteria>
  /// The version holds from this day until the next one's.
  public let from: Day
  public let thresholds: [StageThreshold]
  /// Who adopted it, and in which document; criteria are the zone's own, not law.
  public let adoptedBy: String
  public let document: String
  public let isWithdrawn: Bool
  public let revision: Int64

  public init(
    id: ID<StageCriteria>, from: Day, thresholds: [StageThreshold], adoptedBy: String, document: String,
    isWithdrawn: Bool = false, revision: Int64 = 0
  ) {
    self.id = id
    self.from = from
    self.thresholds = thresholds
    self.adoptedBy = adoptedBy
    self.document = document
    self.isWithdrawn = isWithdrawn
    self.revision = revision
  }

  /// The version that holds on `day`: of those not withdrawn the one with the latest first day.
  public static func inForce(_ versions: [StageCriteria], on day: Day) -> StageCriteria? {
    versions.filter { !$0.isWithdrawn && $0.from <= day }.max { $0.from < $1.from }
  }

  public func minimum(of stage: TenantStage, _ measure: StageMeasure) -> Int64? {
    thresholds.first { $0.stage == stage && $0.measure == measure }?.minimum
  }
}

/// What an institution must have at least to be of a stage.
public struct StageThreshold: Hashable, Sendable {
  /// Never `.starting`: whoever meets no threshold is there.
  public let stage: TenantStage
  public let measure: StageMeasure
  /// Persons, fen or whole years.
  public let minimum: Int64

  public init(_ stage: TenantStage, _ measure: StageMeasure, atLeast minimum: Int64) {
    self.stage = stage
    self.measure = measure
    self.minimum = minimum
  }

  /// What is known of the institution's own value on `day`.
  public func verdict(_ fact: TenantFact, on day: Day) -> StageVerdict {
    measure.value(of: fact, on: day).map { $0 >= minimum ? .met : .missed } ?? .unknown
  }
}

public enum StageVerdict: String, Sendable {
  case met, missed, unknown
}

/// What a threshold looks at.
public enum StageMeasure: String, CaseIterable, Sendable {
  case staff, revenue, years

  /// Persons, fen, or years completed since the day of registration; nil where it is not known.
  public func value(of fact: TenantFact, on day: Day) -> Int64? {
    switch self {
    case .staff: fact.staff.map(Int64.init)
    case .revenue: fact.revenue.map(\.value)
    case .years:
      fact.registered.flatMap { registered in
        guard registered <= day else { return nil }
        let years = day.year - registered.year
        return Int64(registered.adding(months: 12 * years) <= day ? years : years - 1)
      }
    }
  }

  public var phrase: Phrase {
    switch self {
    case .staff: Phrase(zh: "从业人员", en: "Staff")
    case .revenue: Phrase(zh: "知识产权服务收入", en: "Revenue from IP services")
    case .years: Phrase(zh: "注册年限", en: "Years since registration")
    }
  }

  /// A value in the measure's own unit, such as 30 人 or 500.00 万元.
  public func phrase(of value: Int64) -> Phrase {
    switch self {
    case .staff: Phrase(zh: "\(value) 人", en: value == 1 ? "1 person" : "\(value) persons")
    case .revenue: Phrase(zh: tenThousands(value), en: "¥ \(grouped(Fen(value).yuan))")
    case .years: Phrase(zh: "\(value) 年", en: value == 1 ? "1 year" : "\(value) years")
    }
  }
}

/// Chinese counts large sums in 万元: `1000.5 万元`; what is no multiple of a hundred yuan stays in yuan.
private func tenThousands(_ fen: Int64) -> String {
  guard fen.isMultiple(of: 10_000) else { return "\(Fen(fen).yuan) 元" }
  let text = Fen(fen / 10_000).yuan
  return (text.hasSuffix(".00") ? String(text.dropLast(3)) : text) + " 万元"
}

/// `12345.60` with a comma between thousands.
private func grouped(_ yuan: String) -> String {
  let whole = yuan.prefix { $0 != "." }
  let groups = whole.reversed().enumerated().reduce(into: "") { text, digit in
    if digit.offset > 0, digit.offset.isMultiple(of: 3) { text.append(",") }
    text.append(digit.element)
  }
  return String(groups.reversed()) + yuan.dropFirst(whole.count)
}
