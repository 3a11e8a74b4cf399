import Evidence
import Figures
import HighValue
import Kernel
import Ledgers
import Patents
import Testing

@Suite struct `The count of high-value patents` {
  /// The example of the definition's file: classes {1}, {1,2}, {3}, {} and {5,3}, a population of 20 000.
  @Test func `counts the union once: four of five, and two for each ten thousand`() throws {
    let classes: [[HighValueClass]] = [
      [.industry], [.industry, .overseas], [.maintained], [], [.awarded, .maintained],
    ]
    let assessments = try classes.enumerated().map { place, classes in
      HighValueAssessment(
        try .sample(place + 1), .inForce,
        findings: classes.map { HighValueFinding($0, .certain, Phrase(zh: "据", en: "by")) })
    }
    let population = ResidentPopulation(value: ID(1), tenThousands: 2, period: "2025", standing: .final)
    let survey = HighValueSurvey(
      basis: HighValueBasis(day: day("2026-11-22"), leastPledge: Fen(1), table: .sample()), assessments: assessments,
      population: population)
    #expect(survey.union(.certain) == 4)
    #expect(population.rate(of: survey.union(.certain)) == 2)
    #expect(population.rate(of: 4)?.text(digits: 1) == "2.0")
    #expect(survey.count(.industry, .certain) == 2 && survey.count(.maintained, .certain) == 2)
    let combinations = survey.combinations(.certain).map { $0.classes.map(\.rawValue).joined(separator: "+") }
    #expect(Set(combinations) == ["H1", "H1+H2", "H3", "H3+H5"])
    #expect(survey.combinations(.certain).reduce(0) { $0 + $1.count } == 4)
    for combination in survey.combinations(.certain) {
      let selection = HighValueSelection(bin: .certain, exactly: combination.classes)
      #expect(survey.count(selection) == combination.count)
    }
    #expect(survey.count(HighValueSelection(bin: HighValueBin.none)) == 1)
  }

  @Test func `keeps what is probable apart from what is certain`() throws {
    let by = Phrase(zh: "据", en: "by")
    let both = HighValueAssessment(
      try .sample(1), .inForce,
      findings: [HighValueFinding(.overseas, .probable, by), HighValueFinding(.awarded, .certain, by)])
    let one = HighValueAssessment(
      try .sample(2), .inForce, findings: [HighValueFinding(.overseas, .probable, by)])
    let survey = HighValueSurvey(
      basis: HighValueBasis(day: day("2026-11-22")), assessments: [both, one], population: nil)
    #expect(survey.union(.certain) == 1 && survey.union(.probable) == 1)
    #expect(survey.count(.overseas, .probable) == 2 && survey.count(.overseas, .certain) == 0)
    // Not 0: nothing can be said of them.
    #expect(survey.count(.industry, .certain) == nil && survey.count(.pledged, .certain) == nil)
  }

  @Test func `has no rate for a population of none`() {
    #expect(ResidentPopulation.rate(of: 4, per: 0) == nil)
  }
}

@Suite struct `A patent right` {
  private func standing(
    _ status: String?, granted: String? = "2022-05-03", since: String? = nil, ended: String? = nil,
    filed: String = "2020-03-02", on when: String = "2026-11-22"
  ) -> RightStanding {
    RightStanding(
      filedOn: Day(filed), grantedOn: granted.flatMap { Day($0) }, status: status,
      statusDay: since.flatMap { Day($0) }, endedOn: ended.flatMap { Day($0) }, years: 20, on: day(when))
  }

  @Test func `is in force by the words of a register, and unstated without them`() {
    #expect(standing("授权") == .inForce && standing("有效 | 质押") == .inForce && standing("部分无效") == .inForce)
    #expect(standing(nil) == .unstated && standing("？") == .unstated)
    #expect(standing("授权 | 未缴年费终止失效") == .ended(nil) && standing("全部无效") == .ended(nil))
    #expect(standing("有效", granted: nil) == .notGranted)
  }

  @Test func `is asked as of a day`() {
    #expect(standing("有效", on: "2022-05-02") == .notGranted)
    #expect(standing("失效", since: "2025-01-01", on: "2024-12-31") == .inForce)
    #expect(standing("失效", since: "2025-01-01", on: "2025-01-01") == .ended(Day("2025-01-01")))
    #expect(standing("失效", ended: "2025-06-01", on: "2025-05-31") == .inForce)
    // Twenty years from filing.
    #expect(standing("有效", filed: "2006-11-22") == .ended(Day("2026-11-22")))
  }
}

@Suite struct `An address` {
  private let place = HighValuePlace(city: "南京", district: "江宁区")

  @Test func `is in the district only where it says so`() {
    #expect(place.standing(address: "211100江苏省南京市江宁区双龙大道1号", said: nil) == .inside)
    #expect(place.standing(address: "江苏省南京市浦口区1号", said: nil) == .outside)
    #expect(place.standing(address: "江苏省南京市江宁经济技术开发区1号", said: nil) == .likely)
    #expect(place.standing(address: "上海市江宁路1号", said: nil) == .outside)
    #expect(place.standing(address: "江苏省南京市1号", said: nil) == .unknown)
    #expect(place.standing(address: nil, said: nil) == .unknown)
    #expect(place.standing(address: nil, said: "江宁区") == .inside)
  }
}
