/// Whose word counts where sources disagree (来源位次): a number for each source, the higher before the lower.
public struct SourceRanks: Equatable, Sendable {
  /// By ``key(of:)``.
  public let ranks: [String: Int]

  public init(_ ranks: [String: Int]) { self.ranks = ranks }

  /// Under which a source stands: the code of its format; all mapped tables stand under one.
  public static func key(of source: String) -> String { source.hasPrefix("mapping:") ? "mapping" : source }

  /// The name of the rule that holds the rank, such as `register.rank.cniprXlsx` for `cnipr-xlsx`.
  public static func rule(of key: String) -> String {
    let parts = key.split(separator: "-").map(String.init)
    let rest = parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return "register.rank." + (parts.first ?? "") + rest.joined()
  }

  /// Nil for a source that the order does not know.
  public subscript(source: String) -> Int? { ranks[Self.key(of: source)] }

  /// The same with what `others` say of sources that this one does not know.
  public func completed(by others: SourceRanks) -> SourceRanks {
    SourceRanks(ranks.merging(others.ranks) { own, _ in own })
  }
}
