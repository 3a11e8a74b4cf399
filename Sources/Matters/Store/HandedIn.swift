public import Evidence
public import Kernel
import Matters
import Storage

/// A file that comes with an application or a step, taken in as evidence already.
public struct HandedIn: Sendable {
  /// The code of the material that it is.
  public let material: String
  public let evidence: ID<EvidenceItem>
  public let name: String

  public init(material: String, evidence: ID<EvidenceItem>, name: String) {
    self.material = material
    self.evidence = evidence
    self.name = name
  }
}

extension AnswerRows {
  static func values(_ file: HandedIn, number: Int, place: Int, id: ID<Matter>) -> [SQLValue] {
    [
      id.sqlValue, .integer(Int64(place)), .integer(Int64(number)), .text(file.material), file.evidence.sqlValue,
      .text(file.name),
    ]
  }
}
