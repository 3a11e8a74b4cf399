public import Kernel

/// How well a rule's value is known (状态).
public enum RuleStatus: String, CaseIterable, Sendable {
  /// Read in the text named as its source.
  case sourced
  /// Remembered, not read again: usable, but marked wherever it is shown.
  case recalled
  /// Set by the zone itself, not by law: by whom and when is part of the source.
  case adopted
  /// Not established: whoever needs it refuses.
  case unknown

  public var phrase: Phrase {
    switch self {
    case .sourced: Phrase(zh: "有据", en: "Sourced")
    case .recalled: Phrase(zh: "待核", en: "Recalled")
    case .adopted: Phrase(zh: "自定", en: "Adopted")
    case .unknown: Phrase(zh: "未知", en: "Unknown")
    }
  }
}

/// How sure a recalled value is (可信度).
public enum RecallConfidence: String, CaseIterable, Sendable {
  case high = "h"
  case medium = "m"
  case low = "l"

  public var phrase: Phrase {
    switch self {
    case .high: Phrase(zh: "可信度高", en: "high confidence")
    case .medium: Phrase(zh: "可信度中", en: "medium confidence")
    case .low: Phrase(zh: "可信度低", en: "low confidence")
    }
  }
}
