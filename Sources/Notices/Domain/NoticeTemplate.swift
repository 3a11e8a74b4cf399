public import Access
public import Journal
public import Kernel

/// The words of one kind of notice, in both languages, made of typed parameters.
///
/// ```swift
/// static let sentBack = NoticeTemplate<SentBack>(
///   .ledgerSentBack, subject: { Phrase(zh: "“\($0.title)”被退回", en: "“\($0.title)” was sent back") },
///   body: { Phrase(zh: "理由：\($0.reason)", en: "Reason: \($0.reason)") })
/// ```
public struct NoticeTemplate<Parameters: Sendable>: Sendable {
  public let kind: NoticeKind
  private let subject: @Sendable (Parameters) -> Phrase
  private let body: @Sendable (Parameters) -> Phrase

  public init(
    _ kind: NoticeKind, subject: @escaping @Sendable (Parameters) -> Phrase,
    body: @escaping @Sendable (Parameters) -> Phrase
  ) {
    self.kind = kind
    self.subject = subject
    self.body = body
  }

  /// - Parameters:
  ///   - link: where the portal shows more, without the language, such as `/matters/00d3v7k2m4x1a`.
  ///   - secret: stands in the e-mail alone, where the body shows a `Secret`; see ``Notice/secret``.
  public func notice(
    to addressee: Addressee, _ parameters: Parameters, link: String? = nil, about: Subject? = nil,
    secret: Secret? = nil
  ) -> Notice {
    Notice(
      to: addressee, kind, subject: subject(parameters), body: body(parameters), link: link, about: about,
      secret: secret)
  }
}
