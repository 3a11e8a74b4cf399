public import Kernel

/// What is said about a piece of evidence when it is added; none of it is changed later.
public struct EvidenceFacts: Equatable, Sendable {
  public let title: String
  public let grade: EvidenceGrade
  /// Who issued it (出具单位).
  public let issuer: String?
  /// The document number (文号), such as 宁政办发〔2024〕11号.
  public let number: String?
  public let issuedOn: Day?
  public let note: String?

  public static let longestTitle = 200
  public static let longestNote = 1_000

  /// - Throws: `FormRefusal` with everything that is missing or wrong.
  ///
  /// Source: an authority's document is known by issuer and number; a contract or proof by who signed it.
  public init(
    title: String, grade: EvidenceGrade, issuer: String?, number: String?, issuedOn: Day?, note: String?, today: Day
  ) throws(FormRefusal) {
    var causes: [EvidenceRefusal] = []
    if title.isEmpty { causes.append(.titleMissing) }
    for (field, text, limit) in [
      ("title", title, Self.longestTitle), ("issuer", issuer ?? "", Self.longestTitle),
      ("number", number ?? "", Self.longestTitle), ("note", note ?? "", Self.longestNote),
    ] where text.count > limit {
      causes.append(.tooLong(field: field, limit: limit))
    }
    if grade >= .g2, issuer == nil { causes.append(.issuerMissing(grade)) }
    if grade == .g1, number == nil { causes.append(.numberMissing) }
    if let issuedOn, issuedOn > today { causes.append(.issuedInFuture) }
    guard causes.isEmpty else { throw FormRefusal(causes) }
    self.init(title, grade, issuer, number, issuedOn, note)
  }

  /// What the database holds.
  public init(
    _ title: String, _ grade: EvidenceGrade, _ issuer: String?, _ number: String?, _ issuedOn: Day?, _ note: String?
  ) {
    self.title = title
    self.grade = grade
    self.issuer = issuer
    self.number = number
    self.issuedOn = issuedOn
    self.note = note
  }
}
