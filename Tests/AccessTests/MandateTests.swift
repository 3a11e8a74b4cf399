import Access
import Kernel
import Testing

@Suite struct `A mandate` {
  @Test(arguments: [
    ("2026-11-21", false), ("2026-11-22", true), ("2027-11-21", true), ("2027-11-22", false),
  ])
  func `holds from its first day to its last`(day: String, holds: Bool) throws {
    #expect(try mandate(.approved).holds(on: #require(Day(day))) == holds)
  }

  @Test(arguments: [MandateStage.filed, .refused, .revoked]) func `holds only when approved`(stage: MandateStage) throws
  {
    #expect(try !mandate(stage).holds(on: #require(Day("2026-12-01"))))
  }

  @Test func `moves as the chart says`() {
    let chart = MandateStage.allCases.flatMap { stage in
      MandateStep.allCases.compactMap { step in stage.after(step).map { "\(stage) \(step) → \($0)" } }
    }
    #expect(
      chart == [
        "filed approve → approved", "filed refuse → refused", "filed giveUp → revoked", "approved revoke → revoked",
        "approved giveUp → revoked",
      ])
  }

  private func mandate(_ stage: MandateStage) throws -> Mandate {
    Mandate(
      id: ID(1), holder: ID(2), organisation: try SocialCreditCode("91350100M000100Y43"), organisationName: "甲公司",
      grade: .clerk, from: try #require(Day("2026-11-22")), to: Day("2027-11-21"), stage: stage)
  }
}
