public import Kernel

/// The stage of a tenant by the criteria of a day, or why it cannot be told.
public enum StageFinding: Equatable, Sendable {
  case found(TenantStage)
  /// These facts are not known, and they would decide.
  case undetermined(missing: [StageMeasure])
  /// No criteria hold on the day.
  case noCriteria

  /// The highest stage all of whose thresholds are met.
  ///
  /// A stage with a threshold that is certainly missed is out whatever else is unknown; one that hangs on an
  /// unknown fact leaves the question open. A stage without thresholds is not reached.
  public init(_ fact: TenantFact, by criteria: StageCriteria?, on day: Day) {
    guard let criteria else {
      self = .noCriteria
      return
    }
    for stage in [TenantStage.mature, .growing] {
      let thresholds = criteria.thresholds.filter { $0.stage == stage }
      guard !thresholds.isEmpty else { continue }
      let verdicts = thresholds.map { $0.verdict(fact, on: day) }
      if verdicts.contains(.missed) { continue }
      if verdicts.contains(.unknown) {
        self = .undetermined(missing: zip(thresholds, verdicts).filter { $0.1 == .unknown }.map(\.0.measure))
        return
      }
      self = .found(stage)
      return
    }
    self = .found(.starting)
  }

  public var stage: TenantStage? {
    if case .found(let stage) = self { stage } else { nil }
  }

  public var phrase: Phrase {
    switch self {
    case .found(let stage): stage.phrase
    case .undetermined(let missing):
      Phrase(
        zh: "无法判定：缺" + missing.map(\.phrase.zh).joined(separator: "、"),
        en: "Cannot be told: missing " + missing.map { $0.phrase.en.lowercasedFirst }.joined(separator: ", "))
    case .noCriteria:
      Phrase(zh: "无法判定：没有施行中的分期标准", en: "Cannot be told: no criteria are in force")
    }
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
