public import Kernel

/// Why a configuration is not taken.
public enum SettingsRefusal: Refusal, Equatable {
  case unknownKey(String, at: String)
  case badValue(String, String, wanted: Phrase, at: String)
  case unreadable(at: String)

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .unknownKey: "settings.unknown-key"
    case .badValue: "settings.bad-value"
    case .unreadable: "settings.unreadable"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknownKey(let key, let place):
      Phrase(zh: "\(place)：没有配置项 \(key)，请核对拼写", en: "\(place): there is no setting \(key); please check its spelling")
    case .badValue(let key, let value, let wanted, let place):
      Phrase(
        zh: "\(place)：\(key) 不能为“\(value)”，应为\(wanted.zh)",
        en: "\(place): \(key) cannot be “\(value)”; it must be \(wanted.en)")
    case .unreadable(let place):
      Phrase(zh: "\(place)：不是可读的 YAML 配置", en: "\(place): not a YAML configuration that can be read")
    }
  }
}
