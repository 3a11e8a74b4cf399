import Access
import AccessStore
import Evidence
import Kernel
import Ledgers
import LedgersStore
import Protection
import Matters
import MattersStore
import Stations
import StationsStore

extension Seed {
  /// Invented stations with their staff and what they took in lately; nothing where there are stations already.
  static func stations(_ zone: Zone) async throws {
    guard try await zone.stations.network(by: zone.console).isEmpty else { return }
    let logins = try await zone.access.accounts(limit: 200, by: zone.console)
    let worker = logins.first { $0.roles == [.institution] }
    let manager = logins.first { $0.roles == [.baseManager] }
    for sample in SampleStation.all {
      let draft = LedgerDraft(texts: sample.texts, grade: .g3, document: "示例-站点设立通知")
      let id = ID<Station>(try await zone.ledgers.add(draft, to: .stations, by: zone.console).number)
      for name in sample.hasInstitution ? [manager?.name, worker?.name] : [manager?.name] {
        if let name { try await zone.stations.addStaff(name, to: id, by: zone.console) }
      }
      for (visit, ago) in sample.visits.enumerated() {
        let world = zone.world.minus(days: ago)
        let desk = try StationDesk(
          visitsBecome: WindowTicket.head.code, of: zone.matters.acting(in: world),
          around: .zone(.zone, key: zone.key), database: zone.database, world: world)
        let taken = try await desk.takeAtOnce(
          "示例来访人\(visit + 1)", of: "",
          texts: ["category": visit % 2 == 0 ? "consulting" : "filing", "question": "（示例）\(sample.question)"], at: id,
          by: zone.console)
        if ago > 2 { try await close(taken.matter.id, in: zone, ago - 1) }
      }
    }
  }

  private static func close(_ id: ID<Matter>, in zone: Zone, _ ago: Int) async throws {
    let desk = zone.matters.acting(in: zone.world.minus(days: ago))
    for (step, texts) in [("answer", ["answer": "（示例）已当面说明"]), ("close", ["outcome": "（示例）已说明办理途径"])] {
      try await desk.take(step, on: id, StepGiven(texts: texts), seen: nil, by: zone.console)
    }
  }
}

/// An invented station.
private struct SampleStation {
  let number: String
  let name: String
  let place: String
  let question: String
  let hasInstitution: Bool
  /// How many days ago each of its visits came.
  let visits: [Int]
  var closedOn: String?

  var texts: [String: String] {
    var texts = [
      "number": number, "name": name, "place": place, "hours": "周一至周五 9:00–17:00",
      "services": "知识产权咨询、受理综合窗口服务单、政策解读", "phone": "025-00000000", "opened_on": "2026-01-05",
    ]
    texts["closed_on"] = closedOn
    return texts
  }

  static let all = [
    SampleStation(
      number: "示例-ZD-01", name: "示例高新园站", place: "示例高新园 A 座 1 层", question: "如何查询同类产品的专利", hasInstitution: true,
      visits: [28, 21, 17, 12, 9, 6, 3, 1]),
    SampleStation(
      number: "示例-ZD-02", name: "示例大学城站", place: "示例大学城创业街 8 号", question: "学生专利申请费用减缴", hasInstitution: true,
      visits: [25, 14, 8, 4, 2]),
    SampleStation(
      number: "示例-ZD-03", name: "示例空港站", place: "示例空港产业楼 2 层", question: "出口产品商标布局", hasInstitution: false,
      visits: [19, 7]),
    SampleStation(
      number: "示例-ZD-04", name: "示例滨江站", place: "示例滨江服务点", question: "商标续展", hasInstitution: false, visits: [],
      closedOn: "2026-06-30"),
  ]
}
