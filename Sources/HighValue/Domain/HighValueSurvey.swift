public import Kernel

/// All patents of a day with what the five classes say of them; every number is that of a selection of them.
public struct HighValueSurvey: Sendable {
  public let basis: HighValueBasis
  /// By number; those of patents of other places are made when they are asked for.
  public let assessments: [HighValueAssessment]
  public let population: ResidentPopulation?
  /// The granted inventions that lie elsewhere, ascending.
  public let elsewhere: [ApplicationNumber]
  /// Pledges and awards whose number is none of a patent of the register.
  public let unmatched: Int

  public init(
    basis: HighValueBasis, assessments: [HighValueAssessment], population: ResidentPopulation?,
    elsewhere: [ApplicationNumber] = [], unmatched: Int = 0
  ) {
    self.basis = basis
    self.assessments = assessments.sorted { $0.patent.number < $1.patent.number }
    self.population = population
    self.elsewhere = elsewhere
    self.unmatched = unmatched
  }

  public func selected(_ selection: HighValueSelection) -> [HighValueAssessment] {
    assessments.filter(selection.contains)
  }

  public func count(_ selection: HighValueSelection) -> Int {
    selection == .elsewhere ? elsewhere.count : assessments.count(where: selection.contains)
  }

  /// Patents of any class, each once.
  public func union(_ certainty: Certainty) -> Int { count(HighValueSelection(bin: certainty.bin)) }

  /// Patents of a class; nil where the class is not computable.
  public func count(_ kind: HighValueClass, _ certainty: Certainty) -> Int? {
    basis.hindrance(of: kind) == nil ? count(HighValueSelection(kind: kind, certainty: certainty)) : nil
  }

  /// Which classes come together in how many patents of a bin, the most frequent first.
  public func combinations(_ certainty: Certainty) -> [(classes: [HighValueClass], count: Int)] {
    var counts: [[HighValueClass]: Int] = [:]
    for assessment in selected(HighValueSelection(bin: certainty.bin)) {
      counts[assessment.classes(certainty).sorted(), default: 0] += 1
    }
    return counts.map { (classes: $0.key, count: $0.value) }.sorted {
      ($1.count, $0.classes.map(\.rawValue).joined()) < ($0.count, $1.classes.map(\.rawValue).joined())
    }
  }

  /// Patents of a bin by the year of the grant, the oldest first.
  public func years(_ certainty: Certainty) -> [(year: Int, count: Int)] {
    var counts: [Int: Int] = [:]
    for assessment in selected(HighValueSelection(bin: certainty.bin)) {
      if let year = assessment.patent.grantedOn?.year { counts[year, default: 0] += 1 }
    }
    return counts.map { (year: $0.key, count: $0.value) }.sorted { $0.year < $1.year }
  }

  /// Who has most patents of a bin; a patent of several applicants counts for each of them.
  public func applicants(_ certainty: Certainty, limit: Int) -> [(name: String, count: Int)] {
    var counts: [String: Int] = [:]
    for assessment in selected(HighValueSelection(bin: certainty.bin)) {
      for name in Set(assessment.patent.applicants) { counts[name, default: 0] += 1 }
    }
    let all = counts.map { (name: $0.key, count: $0.value) }
    return Array(all.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(limit))
  }
}

extension Certainty {
  public var bin: HighValueBin {
    switch self {
    case .certain: .certain
    case .probable: .probable
    }
  }
}

/// Which patents of a survey a number counts; its link carries the same.
public struct HighValueSelection: Equatable, Sendable {
  public var bin: HighValueBin?
  /// Of this class, among others or alone; of patents that are counted only.
  public var kind: HighValueClass?
  /// How sure the class is; left out, either.
  public var certainty: Certainty?
  /// Of just these classes.
  public var exactly: [HighValueClass]?
  public var year: Int?
  public var applicant: String?

  /// All patents of other places.
  public static let elsewhere = HighValueSelection(bin: .elsewhere)

  public init(
    bin: HighValueBin? = nil, kind: HighValueClass? = nil, certainty: Certainty? = nil,
    exactly: [HighValueClass]? = nil, year: Int? = nil, applicant: String? = nil
  ) {
    self.bin = bin
    self.kind = kind
    self.certainty = certainty
    self.exactly = exactly
    self.year = year
    self.applicant = applicant
  }

  public func contains(_ assessment: HighValueAssessment) -> Bool {
    let found = assessment.bin
    if let bin, found != bin { return false }
    if let kind {
      guard found == .certain || found == .probable else { return false }
      let sorts = certainty.map { [$0] } ?? Certainty.allCases
      guard sorts.contains(where: { assessment.classes($0).contains(kind) }) else { return false }
    }
    if let exactly {
      guard let sort = assessment.certainty, assessment.classes(sort).sorted() == exactly.sorted() else { return false }
    }
    if let year, assessment.patent.grantedOn?.year != year { return false }
    if let applicant, !assessment.patent.applicants.contains(applicant) { return false }
    return true
  }
}
