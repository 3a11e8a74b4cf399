/// Every kind of notice of the zone, as `Assembly` collects them from the contexts.
public struct NoticeBook: Sendable {
  public let kinds: [NoticeKind]
  private let byCode: [String: NoticeKind]

  /// - Precondition: no two kinds have the same code.
  public init(_ kinds: [NoticeKind]) {
    precondition(Set(kinds.map(\.code)).count == kinds.count, "two kinds of notice have the same code")
    self.kinds = kinds
    byCode = Dictionary(uniqueKeysWithValues: kinds.map { ($0.code, $0) })
  }

  /// Nil for a kind of an older release.
  public subscript(code: String) -> NoticeKind? { byCode[code] }
}
