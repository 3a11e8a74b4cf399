public import Evidence
public import Kernel
public import Ledgers
public import Patents

/// That a patent is of a class, how sure that is, and what shows it.
public struct HighValueFinding: Equatable, Sendable {
  public let kind: HighValueClass
  public let certainty: Certainty
  /// What shows it, and what is missing where it is only probable.
  public let ground: Phrase
  /// The record that shows it, where it is one.
  public let proof: Proof?
  /// That of the record; what the register shows rests on official publications.
  public let grade: EvidenceGrade

  public init(
    _ kind: HighValueClass, _ certainty: Certainty, _ ground: Phrase, proof: Proof? = nil, grade: EvidenceGrade = .g1
  ) {
    self.kind = kind
    self.certainty = certainty
    self.ground = ground
    self.proof = proof
    self.grade = grade
  }

  public enum Proof: Equatable, Sendable {
    case row(ID<SEITable>, place: Int)
    case document(ID<Patent>)
    case pledge(ID<LedgerRecord>)
    case award(ID<LedgerRecord>)
  }
}

/// What the five classes say of a patent on a day (高价值认定).
public struct HighValueAssessment: Equatable, Sendable {
  public let patent: HighValuePatent
  public let right: RightStanding
  /// By class; those that are certain first.
  public let findings: [HighValueFinding]
  /// What makes everything about the patent only probable; nil where nothing does.
  public let doubt: Phrase?

  public init(_ patent: HighValuePatent, _ right: RightStanding, findings: [HighValueFinding], doubt: Phrase? = nil) {
    self.patent = patent
    self.right = right
    self.findings = findings.sorted { ($0.kind, $0.certainty) < ($1.kind, $1.certainty) }
    self.doubt = doubt
  }

  /// The classes of which the patent certainly or probably is one; what is certain is not probable too.
  public func classes(_ certainty: Certainty) -> Set<HighValueClass> {
    let certain = Set(findings.lazy.filter { $0.certainty == .certain && doubt == nil }.map(\.kind))
    switch certainty {
    case .certain: return certain
    case .probable: return Set(findings.map(\.kind)).subtracting(certain)
    }
  }

  /// Certain with one certain class; probable with none but a probable one; nil with no class.
  public var certainty: Certainty? {
    if !classes(.certain).isEmpty { return .certain }
    return findings.isEmpty ? nil : .probable
  }

  /// Where the patent is counted.
  public var bin: HighValueBin {
    switch (right, patent.place) {
    case (_, .outside): .elsewhere
    case (.notGranted, _), (.ended, _): .notInForce
    case (_, .unknown): .unplaced
    case (.inForce, _), (.unstated, _):
      switch certainty {
      case .certain: .certain
      case .probable: .probable
      case nil: .none
      }
    }
  }
}

/// One of the parts into which the granted inventions of the register fall; each patent is in one.
public enum HighValueBin: String, CaseIterable, Sendable {
  case certain, probable, none, unplaced
  case notInForce = "not-in-force"
  case elsewhere

  public var phrase: Phrase {
    switch self {
    case .certain: Phrase(zh: "确定的高价值发明专利", en: "Certainly high-value")
    case .probable: Phrase(zh: "可能的高价值发明专利", en: "Probably high-value")
    case .none: Phrase(zh: "有效但未见符合任何一类", en: "In force, of no class as far as is known")
    case .unplaced: Phrase(zh: "有效但地址未说明所在区", en: "In force, district not known")
    case .notInForce: Phrase(zh: "当日未授权或已失效", en: "Not granted or not in force that day")
    case .elsewhere: Phrase(zh: "地址在区外", en: "Address elsewhere")
    }
  }
}
