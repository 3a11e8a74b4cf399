public import Kernel

/// How one thing of a deployment stands.
public struct DoctorFinding: Equatable, Sendable {
  public enum State: String, CaseIterable, Sendable {
    case ok, warning, failed

    public var phrase: Phrase {
      switch self {
      case .ok: Phrase(zh: "正常", en: "ok")
      case .warning: Phrase(zh: "注意", en: "warning")
      case .failed: Phrase(zh: "异常", en: "failed")
      }
    }
  }

  /// Stable, such as `disk`.
  public let name: String
  public let state: State
  /// How it stands, and what to do.
  public let phrase: Phrase

  static func ok(_ name: String, _ phrase: Phrase) -> Self { Self(name: name, state: .ok, phrase: phrase) }
  static func warning(_ name: String, _ phrase: Phrase) -> Self { Self(name: name, state: .warning, phrase: phrase) }
  static func failed(_ name: String, _ phrase: Phrase) -> Self { Self(name: name, state: .failed, phrase: phrase) }
}
