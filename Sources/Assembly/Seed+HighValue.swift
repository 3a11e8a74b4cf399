import Evidence
import HighValue
import HighValueStore
import Kernel
import Ledgers
import LedgersStore

extension Seed {
  /// Invented awards and a pledge for sample patents, and a list; nothing where there are awards already.
  ///
  /// No table of industries: there is no official one to ship, so H1 shows what a zone without it shows.
  static func highValue(_ zone: Zone) async throws {
    let (desk, console) = (zone.highValue, zone.console)
    guard try await zone.ledgers.page(of: .patentAwards, limit: 1, by: console).records.isEmpty else { return }
    let survey = try await desk.survey(by: console)
    let chosen = survey.assessments.filter { $0.right == .inForce && $0.patent.place == .inside }.prefix(3)
    guard chosen.count == 3 else { return }
    let numbers = chosen.map(\.patent.number.description)
    let year = desk.today.year
    for (number, award, grade) in [(numbers[0], "china-patent", "silver"), (numbers[1], "china-patent", "excellence")] {
      try await zone.ledgers.add(
        LedgerDraft(
          texts: ["patent": number, "award": award, "year": "\(year - 1)", "award_grade": grade], grade: .g1,
          document: "（示例）授奖决定〔\(year - 1)〕1号"),
        to: .patentAwards, by: console)
    }
    try await zone.ledgers.add(
      LedgerDraft(
        texts: [
          "patent": numbers[2], "registered_on": "\(desk.today.adding(days: -200))", "pledgee": "示例银行",
          "amount": "5000000", "contract": "示例质押-1",
        ], grade: .g2, document: "（示例）质押登记通知书"),
      to: .patentPledges, by: console)
    try await desk.makeList(on: desk.today, because: "（示例）季度认定", by: console)
  }
}
