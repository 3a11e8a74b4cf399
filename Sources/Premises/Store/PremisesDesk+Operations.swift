public import Access
import Kernel
import Premises

extension PremisesDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] { looking + space + moves + stages }

  private var looking: [DeskOperation] {
    let (desk, day) = (self, Day(number: 0))
    return [
      DeskOperation("premises.book", needs: .readPremises) { _ = try await desk.book(by: $0) },
      DeskOperation("premises.stages", needs: .readPremises) { _ = try await desk.stages(on: day, by: $0) },
      DeskOperation("premises.criteria", needs: .readPremises) { _ = try await desk.criteria(by: $0) },
      DeskOperation("premises.findCriteria", needs: .readPremises) {
        _ = try await desk.findCriteria(ID(-1), by: $0)
      },
      DeskOperation("premises.coverage", needs: .readPremises) {
        _ = try await desk.coverage(of: .jiangning, on: day, by: $0)
      },
      DeskOperation("premises.lists", needs: .readPremises) { _ = try await desk.lists(on: day, by: $0) },
      DeskOperation("premises.publicity", needs: .readPremises) { _ = try await desk.publicity(by: $0) },
      DeskOperation("premises.publicDecision", needs: .readPremises) {
        _ = try await desk.publicDecision(ID(-1), by: $0)
      },
      DeskOperation("premises.services", needs: .readPremises) { _ = try await desk.services(by: $0) },
    ]
  }

  private var space: [DeskOperation] {
    let (desk, outline) = (self, Outline(x: 0, y: 0, width: 1, height: 1))
    return [
      DeskOperation("premises.establish", needs: .managePremises) {
        try await desk.establish(by: $0)
      },
      DeskOperation("premises.reassign", needs: .managePremises) {
        try await desk.reassign(ID(-1), to: .mature, because: "", seen: -1, by: $0)
      },
      DeskOperation("premises.addBuilding", needs: .managePremises) {
        try await desk.addBuilding("", to: ID(-1), by: $0)
      },
      DeskOperation("premises.addFloor", needs: .managePremises) {
        try await desk.addFloor(1, to: ID(-1), gross: .zero, usable: .zero, outline: outline, by: $0)
      },
      DeskOperation("premises.addRoom", needs: .managePremises) {
        try await desk.addRoom(
          "", to: ID(-1), area: .zero, outline: outline, use: .office, from: Day(number: 0), by: $0)
      },
      DeskOperation("premises.correctRoom", needs: .managePremises) {
        let room = Room(
          id: ID(-1), floor: ID(-1), number: "", area: .zero, outline: outline, use: .office,
          span: .since(Day(number: 0)))
        try await desk.correctRoom(room, because: "", by: $0)
      },
    ]
  }

  private var moves: [DeskOperation] {
    let (desk, day) = (self, Day(number: 0))
    return [
      DeskOperation("premises.moveIn", needs: .managePremises) {
        let entry = MoveIn(
          room: ID(-1), tenant: try SocialCreditCode("91350100M000100Y43"), tenantName: "", stay: .since(day),
          contract: "", decision: "")
        try await desk.moveIn(entry, by: $0)
      },
      DeskOperation("premises.moveOut", needs: .managePremises) {
        try await desk.moveOut(ID(-1), MoveOut(last: day, reason: .own, decision: ""), seen: -1, by: $0)
      },
      DeskOperation("premises.correct", needs: .managePremises) {
        let correction = OccupancyCorrection(stay: .since(day), contract: "", dispute: nil)
        try await desk.correct(ID(-1), to: correction, because: "", seen: -1, by: $0)
      },
      DeskOperation("premises.withdraw", needs: .managePremises) {
        try await desk.withdraw(ID(-1), because: "", seen: -1, by: $0)
      },
    ]
  }

  private var stages: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("premises.preview", needs: .setStageCriteria) {
        _ = try await desk.preview(try Self.draft(), by: $0)
      },
      DeskOperation("premises.adopt", needs: .setStageCriteria) {
        try await desk.adopt(try Self.draft(), adoptedBy: "", document: "", seen: "", by: $0)
      },
      DeskOperation("premises.withdrawCriteria", needs: .setStageCriteria) {
        try await desk.withdrawCriteria(ID(-1), because: "", seen: -1, by: $0)
      },
      DeskOperation("premises.replaceClusters", needs: .setStageCriteria) {
        try await desk.replaceClusters(
          of: .nanjing, with: [], from: Day(number: 0), standing: .provisional, source: Phrase(zh: "", en: ""),
          because: "", by: $0)
      },
      DeskOperation("premises.addService", needs: .managePremises) {
        let tenant = try SocialCreditCode("91350100M000100Y43")
        try await desk.addService("", by: tenant, from: Day(number: 0), ground: "", account: $0)
      },
      DeskOperation("premises.withdrawService", needs: .managePremises) {
        try await desk.withdrawService(ID(-1), because: "", seen: -1, by: $0)
      },
    ]
  }

  private static func draft() throws -> CriteriaDraft {
    try CriteriaDraft(from: Day(number: 0), thresholds: [StageThreshold(.mature, .staff, atLeast: 1)])
  }
}
