public import Kernel
public import Programme

/// A scheme with all its versions.
public struct SchemeFile: Sendable {
  /// The one that is shown: the present one, unless another was asked for.
  public let shown: SchemeVersion
  /// The newest first; the first is the present one.
  public let versions: [SchemeVersion]

  public var isPresent: Bool { shown.hash == versions.first?.hash }
}

/// An evaluation as lists show it.
public struct RunLine: Sendable {
  public let run: EvaluationRun
  public let version: SchemeVersion
  public let total: EvaluationTotal
}

/// An evaluation as its page shows it.
public struct RunFile: Sendable {
  public let run: EvaluationRun
  public let version: SchemeVersion
  /// Computed again from what was stored, by the version of then.
  public let result: EvaluationResult
  /// The codes of the indicators whose stored score is not what the stored inputs give.
  public let disagreeing: [String]
  public let evidence: [EvidenceReference]

  public func evidence(of indicator: SchemeIndicator) -> [EvidenceReference] {
    evidence.filter { $0.indicator == indicator.code }
  }
}
