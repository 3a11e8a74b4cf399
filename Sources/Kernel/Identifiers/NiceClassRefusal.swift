public enum NiceClassRefusal: Refusal, Equatable {
  case unknown(String)

  public var kind: RefusalKind { .invalid }
  public var code: String { "nice-class.unknown" }

  public var phrase: Phrase {
    switch self {
    case .unknown(let text):
      Phrase(
        zh: "没有第“\(text)”类，请填写1至45之间的商标国际分类",
        en: "There is no class “\(text)”; please give a Nice class from 1 to 45")
    }
  }
}
