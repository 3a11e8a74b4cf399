public import Evidence

/// Which evidence a list shows.
public struct EvidenceFilter: Equatable, Sendable {
  public enum Standing: String, CaseIterable, Sendable { case standing, withdrawn, all }

  /// Each must occur in title, issuer or number.
  public var words: [String]
  public var grade: EvidenceGrade?
  public var standing: Standing

  public init(words: String = "", grade: EvidenceGrade? = nil, standing: Standing = .standing) {
    self.words = words.split(whereSeparator: \.isWhitespace).prefix(8).map(String.init)
    self.grade = grade
    self.standing = standing
  }
}
