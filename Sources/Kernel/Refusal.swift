/// An expected "no": something the caller can understand and act upon.
///
/// Errors that are not refusals are defects or outages. They become a 500 or a 503, are
/// logged with their cause, and never show their text to the public.
public protocol Refusal: Error, Sendable {
  var kind: RefusalKind { get }
  /// Stable and machine-readable, such as `patents.unknown`. Part of the API: never reused, never renamed.
  var code: String { get }
  /// What is wrong and what to do about it.
  var phrase: Phrase { get }
  /// The form field that the refusal is about, if it is about one.
  var field: String? { get }
}

extension Refusal {
  public var field: String? { nil }
}

/// The sorts of "no"; one table in `Web` maps them to HTTP.
public enum RefusalKind: CaseIterable, Sendable {
  case malformed, invalid, unauthenticated, forbidden, missing, conflict, tooLarge, tooMany
}

/// A refusal that names the field of the form it belongs to.
public struct FieldRefusal: Refusal {
  public let cause: any Refusal
  public let field: String?

  public init(_ cause: any Refusal, in field: String) {
    self.cause = cause
    self.field = field
  }

  public var kind: RefusalKind { cause.kind }
  public var code: String { cause.code }
  public var phrase: Phrase { cause.phrase }
}

/// Everything that is wrong with one form, so that a person mends it in one go.
public struct FormRefusal: Refusal {
  public let causes: [any Refusal]

  /// - Precondition: `causes` is not empty.
  public init(_ causes: [any Refusal]) {
    precondition(!causes.isEmpty, "a refusal has a cause")
    self.causes = causes
  }

  public var kind: RefusalKind { .invalid }
  public var code: String { "form.invalid" }
  public var phrase: Phrase { Phrase(zh: "请更正标出的内容后再提交", en: "Please correct the marked fields and submit again") }
}
