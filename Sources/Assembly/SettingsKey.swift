import Documents
import Exchange
import Kernel

/// Every setting by the name that it has in `ipzone.yaml`; nested names are joined by a hyphen.
enum SettingsKey: String, CaseIterable {
  case zoneNameZh = "zone-name-zh"
  case zoneNameEn = "zone-name-en"
  case platformNameZh = "platform-name-zh"
  case platformNameEn = "platform-name-en"
  case footerHostZh = "footer-host-zh"
  case footerHostEn = "footer-host-en"
  case footerContactZh = "footer-contact-zh"
  case footerContactEn = "footer-contact-en"
  case footerSiteCode = "footer-site-code"
  case footerICP = "footer-icp"
  case footerPolice = "footer-police"
  case uploadLimit = "upload-limit"
  case evidenceLimit = "evidence-limit"
  case fontsText = "fonts-text"
  case fontsTitle = "fonts-title"
  case fontsHeading = "fonts-heading"
  case fontsSubheading = "fonts-subheading"
  case fontsNumber = "fonts-number"
  case openLicence = "open-licence"
  case openUnit = "open-dhis2-unit"
  case secureCookies = "secure-cookies"
  case origin
  case trustedProxy = "trusted-proxy"
  case staffIdle = "session-staff-idle"
  case staffSession = "session-staff-longest"
  case publicIdle = "session-public-idle"
  case publicSession = "session-public-longest"
  case host
  case port
  case metricsPort = "metrics-port"
  case logFormat = "log-format"
  case database

  /// The variable of the environment, such as `IPZONE_METRICS_PORT`.
  var variable: String { "IPZONE_" + rawValue.uppercased().replacing("-", with: "_") }

  /// - Returns: whether `text` is a value of this setting.
  func set(_ text: String, in settings: inout Settings) -> Bool {
    switch self {
    case .zoneNameZh: settings.zoneName = settings.zoneName.saying(zh: text)
    case .zoneNameEn: settings.zoneName = settings.zoneName.saying(en: text)
    case .platformNameZh: settings.platformName = settings.platformName.saying(zh: text)
    case .platformNameEn: settings.platformName = settings.platformName.saying(en: text)
    case .footerHostZh: settings.footerHost = settings.footerHost.saying(zh: text)
    case .footerHostEn: settings.footerHost = settings.footerHost.saying(en: text)
    case .footerContactZh: settings.footerContact = settings.footerContact.saying(zh: text)
    case .footerContactEn: settings.footerContact = settings.footerContact.saying(en: text)
    case .footerSiteCode: settings.siteCode = text
    case .footerICP: settings.icpNumber = text
    case .footerPolice: settings.policeNumber = text
    case .uploadLimit: return keep(Self.bytes(text), in: &settings.uploadLimit)
    case .evidenceLimit: return keep(Self.bytes(text), in: &settings.evidenceLimit)
    case .fontsText: settings.fonts.text = text
    case .fontsTitle: settings.fonts.title = text
    case .fontsHeading: settings.fonts.heading = text
    case .fontsSubheading: settings.fonts.subheading = text
    case .fontsNumber: settings.fonts.number = text
    case .openLicence: return keep(Self.address(text), in: &settings.open.licence)
    case .openUnit: settings.open.unit = text
    case .secureCookies: return keep(Self.flag(text), in: &settings.secureCookies)
    case .origin: return keep(Self.origin(text), in: &settings.origin)
    case .trustedProxy: return keep(Self.flag(text), in: &settings.trustedProxy)
    case .staffIdle: return keep(Self.seconds(text), in: &settings.staffIdle)
    case .staffSession: return keep(Self.seconds(text), in: &settings.staffSession)
    case .publicIdle: return keep(Self.seconds(text), in: &settings.publicIdle)
    case .publicSession: return keep(Self.seconds(text), in: &settings.publicSession)
    case .host: settings.host = text
    case .port: return keep(Int(text).flatMap { (1...65_535).contains($0) ? $0 : nil }, in: &settings.port)
    case .metricsPort:
      return keep(Int(text).flatMap { (0...65_535).contains($0) ? $0 : nil }, in: &settings.metricsPort)
    case .logFormat: return keep(Settings.LogFormat(rawValue: text), in: &settings.logFormat)
    case .database: settings.database = text
    }
    return !text.isEmpty
  }

  /// What a value looks like.
  var wanted: Phrase {
    switch self {
    case .uploadLimit, .evidenceLimit: Phrase(zh: "大小，如 512MB", en: "a size such as 512MB")
    case .openLicence:
      Phrase(
        zh: "许可文本的网址，如 https://creativecommons.org/licenses/by/4.0/",
        en: "the address of a licence, such as https://creativecommons.org/licenses/by/4.0/")
    case .secureCookies, .trustedProxy: Phrase(zh: "true 或 false", en: "true or false")
    case .origin: Phrase(zh: "协议与主机，如 https://ip.example.cn", en: "scheme and host, such as https://ip.example.cn")
    case .staffIdle, .staffSession, .publicIdle, .publicSession:
      Phrase(zh: "时长，如 30m、12h、30d", en: "a duration such as 30m, 12h or 30d")
    case .port: Phrase(zh: "1 至 65535 的端口", en: "a port from 1 to 65535")
    case .metricsPort: Phrase(zh: "0 至 65535 的端口，0 表示不开", en: "a port from 0 to 65535; 0 for none")
    case .logFormat: Phrase(zh: "json 或 text", en: "json or text")
    default: Phrase(zh: "文字", en: "a text")
    }
  }

  private func keep<Value>(_ value: Value?, in place: inout Value) -> Bool {
    guard let value else { return false }
    place = value
    return true
  }

  private func keep<Value>(_ value: Value?, in place: inout Value?) -> Bool {
    guard let value else { return false }
    place = value
    return true
  }

  private static func flag(_ text: String) -> Bool? {
    switch text {
    case "true": true
    case "false": false
    default: nil
    }
  }

  static func bytes(_ text: String) -> Int64? {
    for (unit, size) in [("KB", 1 << 10), ("MB", 1 << 20), ("GB", 1 << 30)] as [(String, Int64)]
    where text.uppercased().hasSuffix(unit) {
      guard let count = Int64(text.dropLast(2)), (1...1_048_576).contains(count) else { return nil }
      return count * size
    }
    return Int64(text).flatMap { $0 > 0 ? $0 : nil }
  }

  static func seconds(_ text: String) -> Double? {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()), (1...100_000).contains(count)
    else { return nil }
    return Double(count) * unit
  }

  private static func address(_ text: String) -> String? {
    let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && ![0x22, 0x3C, 0x3E].contains($0) }
    return isPlain && (text.hasPrefix("https://") || text.hasPrefix("http://")) ? text : nil
  }

  private static func origin(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isOrigin = parts.count == 3 && ["http:", "https:"].contains(parts[0]) && parts[1].isEmpty && !parts[2].isEmpty
    return isOrigin ? text : nil
  }
}

extension Phrase? {
  fileprivate func saying(zh: String) -> Phrase { Phrase(zh: zh, en: self?.en ?? zh) }
  fileprivate func saying(en: String) -> Phrase { Phrase(zh: self?.zh ?? en, en: en) }
}
