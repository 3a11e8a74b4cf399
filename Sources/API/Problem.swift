public import HTTPTypes
public import Kernel

/// A refusal as a client reads it: RFC 9457 problem details.
public struct Problem: APIValue, Equatable {
  public let type: String
  public let title: String
  public let status: Int
  public let instance: String
  public let code: String
  /// What is wrong with single members or fields; absent where nothing is to be said.
  public let errors: [Cause]?

  public struct Cause: APIValue, Equatable {
    public let field: String?
    public let code: String
    public let title: String

    public static var schema: APISchema {
      .object(
        "ProblemCause",
        [
          APIField("field", .text, Phrase(zh: "字段", en: "The field"), .sometimes),
          APIField("code", .text, Phrase(zh: "稳定的代码", en: "A stable code")),
          APIField("title", .text, Phrase(zh: "说明", en: "What is wrong")),
        ])
    }
  }

  /// - Parameter status: where HTTP has a status for this refusal alone; left out, that of its kind.
  public init(
    _ refusal: any Refusal, at path: String, in language: Language, as status: HTTPResponse.Status? = nil
  ) {
    type = "/problems/\(refusal.code)"
    title = refusal.phrase.text(in: language)
    self.status = (status ?? refusal.kind.status).code
    instance = path
    code = refusal.code
    let causes = (refusal as? FormRefusal)?.causes ?? (refusal.field == nil ? [] : [refusal])
    errors =
      causes.isEmpty
      ? nil
      : causes.map { Cause(field: $0.field, code: $0.code, title: $0.phrase.text(in: language)) }
  }

  public static var schema: APISchema {
    .object(
      "Problem",
      [
        APIField("type", .string(format: "uri-reference"), Phrase(zh: "问题的种类", en: "The sort of problem")),
        APIField("title", .text, Phrase(zh: "问题与处理办法", en: "What is wrong and what to do")),
        APIField("status", .integer(400...599), Phrase(zh: "HTTP 状态码", en: "The HTTP status")),
        APIField("instance", .string(format: "uri-reference"), Phrase(zh: "请求的地址", en: "The address asked for")),
        APIField("code", .text, Phrase(zh: "稳定的代码", en: "A stable code")),
        APIField("errors", .array(Cause.schema), Phrase(zh: "逐项原因", en: "The causes"), .sometimes),
      ])
  }
}

extension RefusalKind {
  /// The one place where outcomes of the domain become outcomes of HTTP.
  public var status: HTTPResponse.Status {
    switch self {
    case .malformed: .badRequest
    case .invalid: .unprocessableContent
    case .unauthenticated: .unauthorized
    case .forbidden: .forbidden
    case .missing: .notFound
    case .conflict: .conflict
    case .tooLarge: .contentTooLarge
    case .tooMany: .tooManyRequests
    }
  }
}
