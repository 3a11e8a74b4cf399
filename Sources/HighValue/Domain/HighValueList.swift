public import Evidence
public import Foundation
public import Kernel
public import Patents

/// The patents that were high-value on a day, as the zone found them then (认定清单).
///
/// It never changes; with the same records, rules and table anybody finds the same patents and the same hash.
public struct HighValueList: Equatable, Sendable {
  public let id: ID<HighValueList>
  public let day: Day
  public let start: MaintenanceStart
  public let isStartByRule: Bool
  public let leastPledge: Fen?
  public let table: ID<SEITable>?
  public let certain: Int
  public let probable: Int
  /// SHA-256 over the lines of its entries.
  public let hash: String
  public let reason: String
  public let madeAt: Date
  public let madeBy: String

  public init(
    id: ID<HighValueList>, day: Day, start: MaintenanceStart, isStartByRule: Bool, leastPledge: Fen?,
    table: ID<SEITable>?, certain: Int, probable: Int, hash: String, reason: String, madeAt: Date, madeBy: String
  ) {
    self.id = id
    self.day = day
    self.start = start
    self.isStartByRule = isStartByRule
    self.leastPledge = leastPledge
    self.table = table
    self.certain = certain
    self.probable = probable
    self.hash = hash
    self.reason = reason
    self.madeAt = madeAt
    self.madeBy = madeBy
  }
}

/// A patent of a list, with its classes and what showed them.
public struct HighValueEntry: Equatable, Sendable {
  public let id: ID<HighValueEntry>
  public let list: ID<HighValueList>
  public let number: String
  public let patent: ID<Patent>
  public let title: String
  public let applicants: [String]
  public let grantedOn: Day
  public let certainty: Certainty
  public let certain: [HighValueClass]
  public let probable: [HighValueClass]
  /// What showed each class, one a line.
  public let evidence: Phrase
  /// The strongest of what makes it certain; a probable one counts as declared only.
  public let grade: EvidenceGrade

  public init(
    id: ID<HighValueEntry>, list: ID<HighValueList>, number: String, patent: ID<Patent>, title: String,
    applicants: [String], grantedOn: Day, certainty: Certainty, certain: [HighValueClass], probable: [HighValueClass],
    evidence: Phrase, grade: EvidenceGrade
  ) {
    self.id = id
    self.list = list
    self.number = number
    self.patent = patent
    self.title = title
    self.applicants = applicants
    self.grantedOn = grantedOn
    self.certainty = certainty
    self.certain = certain
    self.probable = probable
    self.evidence = evidence
    self.grade = grade
  }

  /// Nil for a patent that is not counted.
  public init?(_ assessment: HighValueAssessment, id: ID<HighValueEntry>, of list: ID<HighValueList>) {
    guard let certainty = assessment.certainty, assessment.bin == certainty.bin,
      let grantedOn = assessment.patent.grantedOn
    else { return nil }
    let lines = assessment.findings.map { finding in
      (
        zh: "\(finding.kind.rawValue)（\(finding.certainty.phrase.zh)）：\(finding.ground.zh)",
        en: "\(finding.kind.rawValue) (\(finding.certainty.phrase.en)): \(finding.ground.en)"
      )
    }
    let proven = assessment.findings.filter { $0.certainty == .certain }
    let doubts = assessment.doubt.map { [(zh: "存疑：\($0.zh)", en: "In doubt: \($0.en)")] } ?? []
    self.init(
      id: id, list: list, number: assessment.patent.number.description, patent: assessment.patent.patent,
      title: assessment.patent.title ?? "—", applicants: assessment.patent.applicants, grantedOn: grantedOn,
      certainty: certainty, certain: assessment.classes(.certain).sorted(),
      probable: assessment.classes(.probable).sorted(),
      evidence: Phrase(
        zh: (lines + doubts).map(\.zh).joined(separator: "\n"), en: (lines + doubts).map(\.en).joined(separator: "\n")),
      grade: certainty == .certain ? proven.map(\.grade).max() ?? .g4 : .g4)
  }

  /// What the hash of a list is made of: number, certainty and classes.
  public var line: String {
    "\(number) \(certainty.rawValue) \(certain.map(\.rawValue).joined(separator: ",")) "
      + "\(probable.map(\.rawValue).joined(separator: ","))\n"
  }
}
