public import Kernel

/// A version of the criteria before it is adopted.
public struct CriteriaDraft: Equatable, Sendable {
  public let from: Day
  public let thresholds: [StageThreshold]

  /// - Throws: ``StageRefusal/noThresholds``, ``StageRefusal/wrongAmount(_:)``,
  ///   ``StageRefusal/growingAboveMature(_:)``.
  public init(from: Day, thresholds: [StageThreshold]) throws(StageRefusal) {
    guard !thresholds.isEmpty else { throw .noThresholds }
    if let wrong = thresholds.first(where: { $0.minimum < 0 || $0.stage == .starting }) {
      throw .wrongAmount(wrong.measure)
    }
    for measure in StageMeasure.allCases {
      let growing = thresholds.first { $0.stage == .growing && $0.measure == measure }
      let mature = thresholds.first { $0.stage == .mature && $0.measure == measure }
      if let growing, let mature, growing.minimum > mature.minimum { throw .growingAboveMature(measure) }
    }
    self.from = from
    self.thresholds = thresholds
  }

  /// The draft as a version, with words and id still to come.
  public func version(
    _ id: ID<StageCriteria> = ID(0), adoptedBy: String = "", document: String = ""
  ) -> StageCriteria {
    StageCriteria(id: id, from: from, thresholds: thresholds, adoptedBy: adoptedBy, document: document)
  }
}
