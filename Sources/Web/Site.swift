public import Access
public import Kernel
public import Markup

/// What is the same on every page of one zone: its names, its menu, its footer, its limits.
public struct Site: Sendable {
  public var zoneName = Phrase(
    zh: "江宁知识产权服务业高质量集聚发展试验区",
    en: "Jiangning Pilot Zone for High‑Quality Intellectual-Property Services")
  public var platformName = Phrase(zh: "综合服务平台", en: "Service Platform")
  /// Whether everything in the zone is invented; fixed when the zone is created.
  public var isDemonstration = false
  public var menu: [MenuGroup] = []
  /// What stands in the menu under the person's name.
  public var accountItems: [MenuItem] = []
  /// Nil where the portal has no notices.
  public var bell: Bell?
  public var search: Link? = Link("/patents")
  public var signIn = Link("/sign-in")
  public var signOut = Link("/sign-out")
  /// Where somebody does what keeps the account from everything else.
  public var mends: [HeldBack: MenuItem] = [
    .mustChangePassword: MenuItem(Phrase(zh: "现在修改密码", en: "Change the password now"), Link("/account/password")),
    .needsSecondFactor: MenuItem(
      Phrase(zh: "现在启用动态验证码", en: "Turn on the second factor now"), Link("/account/second-factor")),
  ]
  /// Nil where nobody can open an account by himself.
  public var register: Link?
  public var footer = Footer()
  public var limits = FormLimits()
  /// Whether people come by https only: cookies are `Secure` then, and browsers are told to stay with https.
  public var isSecure = false
  /// Whether a proxy of our own stands in front, whose word on the client's address counts.
  public var hasTrustedProxy = false
  /// Scheme and host, such as `https://ip.example.cn`, for addresses that leave the portal; nil while unknown.
  public var origin: String?

  public init() {}
}

/// A heading of the main menu.
public struct MenuGroup: Sendable {
  public let phrase: Phrase
  public let items: [MenuItem]

  public init(_ phrase: Phrase, _ items: [MenuItem]) {
    self.phrase = phrase
    self.items = items
  }
}

/// A door of the menu; who may not pass does not see it.
public struct MenuItem: Sendable {
  public let phrase: Phrase
  public let link: Link
  public let needs: Permission?

  public init(_ phrase: Phrase, _ link: Link, needs: Permission? = nil) {
    self.phrase = phrase
    self.link = link
    self.needs = needs
  }
}

/// What a public site in China states at its foot; what is not configured is not shown.
public struct Footer: Sendable {
  /// Who runs the site (主办单位).
  public var host: Phrase?
  /// How to reach them (联系方式).
  public var contact: Phrase?
  /// The ten digits of the site (网站标识码).
  public var siteCode: String?
  /// The number of the ICP filing (ICP备案号).
  public var icpNumber: String?
  /// The number of the police filing (公安备案号).
  public var policeNumber: String?
  public var links: [(Phrase, Link)] = []

  public init() {}
}

/// How much a form may bring.
public struct FormLimits: Sendable {
  /// Bytes of one file.
  public var file: Int64 = 512 * 1_048_576
  /// Files of one form.
  public var files = 20
  /// Bytes of all fields together.
  public var fields = 4 * 1_048_576
  /// Bytes of one form with its files: whoever says beforehand that more is coming is refused before the first byte.
  var whole: Int64 { file + Int64(fields) }
  /// Fields of one form.
  public var fieldCount = 2_000
  /// Bytes of JSON sent to the API.
  public var json = 4 * 1_048_576
  /// The folder in which files lie while a request is handled.
  public var folder = "/tmp"

  public init() {}
}
