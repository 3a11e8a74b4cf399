public import Kernel

/// What is wrong with a request before any desk is asked.
public enum APIRefusal: Refusal, Equatable {
  case noSuchThing
  case wrongParameter(String)
  /// The member that is wrong or missing; empty where the text is no JSON.
  case malformedBody(String)

  public var kind: RefusalKind {
    switch self {
    case .noSuchThing: .missing
    case .wrongParameter, .malformedBody: .malformed
    }
  }

  public var code: String {
    switch self {
    case .noSuchThing: "api.no-such-thing"
    case .wrongParameter: "api.wrong-parameter"
    case .malformedBody: "api.malformed-body"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .noSuchThing: Phrase(zh: "此地址下没有内容，请核对编号", en: "There is nothing here; please check the id")
    case .wrongParameter(let name):
      Phrase(
        zh: "参数 \(name) 的值不可用，请对照接口说明修改",
        en: "The value of “\(name)” cannot be used; please compare it with the API's description")
    case .malformedBody(let member):
      member.isEmpty
        ? Phrase(zh: "请求内容不是有效的 JSON", en: "The body is not valid JSON")
        : Phrase(zh: "请求内容中的 \(member) 缺失或格式不符", en: "“\(member)” in the body is missing or of the wrong type")
    }
  }

  public var field: String? {
    switch self {
    case .noSuchThing: nil
    case .wrongParameter(let name): name
    case .malformedBody(let member): member.isEmpty ? nil : member
    }
  }
}
