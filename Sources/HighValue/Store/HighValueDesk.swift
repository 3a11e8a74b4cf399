public import Access
import Figures
import FiguresStore
public import Foundation
public import HighValue
import JournalStore
public import Kernel
public import Patents
import PatentsStore
public import Rules
public import RulesStore
public import Storage

/// High-value invention patents: which patents of the register are of which class on a day, and what shows it.
public struct HighValueDesk: Sendable {
  let rules: RuleShelf
  /// The district whose patents are counted.
  public let place: HighValuePlace
  /// The outside series of its residents.
  public let residents: String
  let database: any Database
  let world: World
  let kept = KeptSurveys()

  /// - Parameter residents: the series in units of ten thousand persons.
  public init(
    rules: RuleShelf, place: HighValuePlace, residents: String, database: any Database, world: World
  ) {
    self.rules = rules
    self.place = place
    self.residents = residents
    self.database = database
    self.world = world
  }

  public var today: Day { world.today() }
  public var now: Date { world.now() }

  /// All patents of a day with their classes.
  ///
  /// - Parameter day: today if nil. What the register, the ledgers and the series know now is asked as of that day.
  /// - Throws: ``HighValue/HighValueRefusal/dayAhead``.
  public func survey(on day: Day? = nil, by account: Account) async throws -> HighValueSurvey {
    try account.require(.readHighValue)
    let (desk, day) = (self, try past(day))
    return try await database.read { db in
      try desk.kept.survey(on: day, in: db) { db in
        let part = try desk.kept.register(in: db) { try HighValueRecords.register(of: desk.place, in: $0) }
        return try desk.survey(of: part, try desk.kept.proofs(in: db), on: day, in: db)
      }
    }
  }

  /// Some of the patents of a selection, by number.
  ///
  /// - Parameter after: only those with a higher number.
  public func find(
    _ selection: HighValueSelection, on day: Day? = nil, after: ApplicationNumber? = nil, skipping: Int = 0,
    limit: Int = .max, by account: Account
  ) async throws -> HighValueFind {
    try account.require(.readHighValue)
    let survey = try await survey(on: day, by: account)
    func cut<Value>(_ all: [Value], _ number: (Value) -> ApplicationNumber) -> (shown: [Value], count: Int) {
      let rest = all.filter { value in after.map { number(value) > $0 } ?? true }
      return (Array(rest.dropFirst(skipping).prefix(limit)), rest.count)
    }
    if selection == .elsewhere {
      let found = cut(survey.elsewhere) { $0 }
      return HighValueFind(survey: survey, assessments: try await assess(found.shown, for: survey), count: found.count)
    }
    let all = selection.bin == .elsewhere ? try await assess(survey.elsewhere, for: survey) : survey.assessments
    let found = cut(all.filter(selection.contains)) { $0.patent.number }
    return HighValueFind(survey: survey, assessments: found.shown, count: found.count)
  }

  private func assess(
    _ numbers: [ApplicationNumber], for survey: HighValueSurvey
  ) async throws -> [HighValueAssessment] {
    let desk = self
    return try await database.read { db in
      let assessor = try desk.assessor(survey.basis, try desk.kept.proofs(in: db), in: db)
      return try HighValueRecords.patents(numbers, of: desk.place, in: db).map(assessor.assess)
    }
  }

  /// The classes of one patent; nil where the document is no Chinese invention with a number.
  public func assessment(
    of patent: ID<Patent>, on day: Day? = nil, by account: Account
  ) async throws -> HighValueFile? {
    try account.require(.readHighValue)
    let (desk, day) = (self, try past(day))
    return try await database.read { db in
      guard let number = try PatentRegister.application(of: patent, in: db),
        let found = try HighValueRecords.patents([number], of: desk.place, in: db).first
      else { return nil }
      let basis = try desk.basis(on: day, in: db)
      let assessor = try desk.assessor(basis, try desk.kept.proofs(in: db), in: db)
      return HighValueFile(basis: basis, assessment: assessor.assess(found))
    }
  }

  /// What the classes are decided by on a day, with the rules that it rests on.
  public func basis(on day: Day? = nil, by account: Account) async throws -> HighValueBasisFile {
    try account.require(.readHighValue)
    let (desk, day) = (self, try past(day))
    return try await database.read { db in
      let book = try desk.rules.book(in: db)
      let notes = RuleID.highValue.compactMap { id -> HighValueRuleNote? in
        guard let rule = book.find(id) else { return nil }
        guard let reading = (try? book.value(id, on: day)) else {
          return HighValueRuleNote(id: id, title: rule.title, mark: RuleStatus.unknown.phrase)
        }
        return HighValueRuleNote(
          id: id, title: rule.title, mark: reading.status == .sourced ? nil : reading.status.phrase)
      }
      return HighValueBasisFile(basis: try desk.basis(on: day, in: db), rules: notes)
    }
  }

  func past(_ day: Day?) throws(HighValueRefusal) -> Day {
    guard let day else { return today }
    guard day <= today else { throw .dayAhead }
    return day
  }

  /// Inside a transaction of whatever kind: nothing is taken from what is kept.
  func survey(
    of part: RegisterPart, _ proofs: ProofPart, on day: Day, in db: any Reading
  ) throws -> HighValueSurvey {
    let basis = try basis(on: day, in: db)
    let assessor = try assessor(basis, proofs, in: db)
    return HighValueSurvey(
      basis: basis, assessments: part.patents.map(assessor.assess),
      population: try HighValueRecords.population(of: residents, on: day, in: db), elsewhere: part.elsewhere,
      unmatched: proofs.unmatched(in: part.numbers))
  }

  private func assessor(
    _ basis: HighValueBasis, _ proofs: ProofPart, in db: any Reading
  ) throws -> HighValueAssessor {
    HighValueAssessor(
      basis, index: try index(basis, in: db), pledges: proofs.pledges, awards: proofs.awards)
  }

  private func index(_ basis: HighValueBasis, in db: any Reading) throws -> SEIIndex? {
    try basis.table.map { try kept.index(of: $0.id, in: db) }
  }

  /// The rule book decides where it can; else the ruling that somebody chose.
  func basis(on day: Day, in db: any Reading) throws -> HighValueBasis {
    let book = try rules.book(in: db)
    let byRule = try Self.known { () throws(RuleRefusal) in try book.text(.h3From, on: day).value }
      .flatMap { MaintenanceStart(words: $0) }
    let chosen = MaintenanceStart(rawValue: try Ruling.maintenanceStart.optionInForce(in: db)) ?? .open
    return HighValueBasis(
      day: day, termYears: try book.years(.termOfInvention, on: day).value,
      maintainedYears: try book.years(.h3Years, on: day).value, start: byRule ?? chosen, isStartByRule: byRule != nil,
      leastPledge: try Self.known { () throws(RuleRefusal) in try book.fen(.h4MinAmount, on: day).value },
      table: SEITable.inForce(try SEITableRows.all(in: db), on: day))
  }

  /// Nil where nobody knows the value yet.
  private static func known<Value>(_ read: () throws(RuleRefusal) -> Value) throws(RuleRefusal) -> Value? {
    do {
      return try read()
    } catch {
      switch error {
      case .unknownValue, .notInForce: return nil
      case .noSuchRule, .wrongUnit, .noTimeLimit, .beyondCalendar, .incompleteSupersession, .noSuchSupersession,
        .withdrawnAlready, .enteredAlready, .noDeadline:
        throw error
      }
    }
  }
}

/// One patent's classes with what they were decided by.
public struct HighValueFile: Sendable {
  public let basis: HighValueBasis
  public let assessment: HighValueAssessment
}

/// What the classes are decided by, for a page.
public struct HighValueBasisFile: Sendable {
  public let basis: HighValueBasis
  public let rules: [HighValueRuleNote]
}

/// A rule that the classes rest on.
public struct HighValueRuleNote: Sendable {
  public let id: RuleID
  public let title: Phrase
  /// Such as 待核 or 未知; nil for a sourced value.
  public let mark: Phrase?
}

extension RuleID {
  static let h3From: RuleID = "hv.h3From"
  static let h3Years: RuleID = "hv.h3Years"
  static let h4MinAmount: RuleID = "hv.h4MinAmount"
  static let termOfInvention: RuleID = "annuity.termInvention"
  static let highValue: [RuleID] = [
    "hv.classes", "hv.seiTable", "hv.h2Right", h3Years, h3From, h4MinAmount, "hv.populationBasis", termOfInvention,
  ]
}

/// Where high-value patents use rules.
public let highValueUses = RuleID.highValue.map {
  RuleUse($0, in: Phrase(zh: "高价值发明专利", en: "High-value invention patents"), at: "/high-value")
}
