import Evidence
import Kernel
import Ledgers
import LedgersStore

extension SampleZone {
  func milestoneRows() -> [LedgerDraft] {
    let titles = [
      ("B01", "（示例）集聚发展区管理办法修订稿", 700), ("B04", "（示例）服务业联盟成立文件", 620), ("B05", "（示例）专家人才库调整通知", 300),
      ("B07", "（示例）集聚政策若干措施", 250), ("E06", "（示例）出口维权指南", 90), ("E08", "（示例）服务业发展报告", 200),
      ("C12", "（示例）三方协同创新协议一", 400), ("C12", "（示例）三方协同创新协议二", 130), ("E22", "（示例）都市圈会商纪要", 45),
      ("E25", "（示例）年度考核结果", 20),
    ]
    return titles.enumerated().map { number, entry in
      LedgerDraft(
        texts: [
          "indicator": entry.0, "title": entry.1, "issuer": "示例单位", "issued_on": "\(today.adding(days: -entry.2))",
        ], grade: .g1, document: "示例文号〔\(today.year)〕\(number + 1)号")
    }
  }

  func recognitionRows() -> [LedgerDraft] {
    ["示例产业园区", "示例公益服务中心"].enumerated().map { number, host in
      LedgerDraft(
        texts: [
          "host": host, "kind": "navigation-base", "level": "nation",
          "recognised_on": "\(today.adding(days: -700 + number * 300))",
        ], grade: .g1, document: "示例认定-\(number + 1)")
    }
  }

  func platformRows() -> [LedgerDraft] {
    (1...7).map { number in
      LedgerDraft(
        texts: [
          "name": "示例运营平台\(number)", "host": "示例承担单位\(number)", "is_public": number < 7 ? "是" : "否",
          "recognised": number < 6 ? "是" : "否", "opened_on": "\(today.adding(days: -900))",
          "last_active_on": "\(today.adding(days: -number * 9))",
        ], grade: .g1, document: "示例批复-\(number)")
    }
  }

  mutating func centreRows() -> [LedgerDraft] {
    (0..<118).map { number in
      let from = today.adding(days: -100 - dice.roll(below: 900))
      return LedgerDraft(
        texts: [
          "code": "PYZX-\(100 + number)", "name": "示例培育中心\(number + 1)",
          "level": number < 4 ? "province" : number < 20 ? "city" : "district",
          "progress": number % 3 == 0 ? "accepted" : number % 31 == 30 ? "failed" : "building", "from_day": "\(from)",
        ], grade: .g1, document: "示例立项-\(number + 1)")
    }
  }

  mutating func pctRows() -> [LedgerDraft] {
    (0..<860 * scale).map { number in
      let filed = day(from: Day(year: 2024, month: 1, day: 2) ?? today, to: today)
      return row(
        [
          "number": "PCT/示例\(filed.year)/\(100_000 + number)", "applicant": pick(enterprises).name, "in_district": "是",
          "filed_on": "\(filed)",
        ], "PCT-\(number + 1)")
    }
  }

  mutating func transferRows() -> [LedgerDraft] {
    (0..<2_300 * scale).map { number in
      let changed = day(from: Day(year: 2024, month: 1, day: 2) ?? today, to: today)
      return row(
        [
          "patent": "示例专利\(100_000 + number)", "kind": number % 20 == 3 ? "name" : "right", "changed_on": "\(changed)",
          "from_zone": chance(50) ? "是" : "否", "to_zone": chance(60) ? "是" : "否", "brokered": chance(25) ? "是" : "否",
        ], "手续合格-\(number + 1)", grade: 1)
    }
  }

  mutating func overseasRows() -> (sites: [LedgerDraft], logs: [LedgerDraft]) {
    let sites = (1...7).map { number in
      LedgerDraft(
        texts: [
          "code": "HW-\(number)", "name": "示例海外工作站\(number)", "country": "示例国\(number)", "owner": "示例机构\(number)",
          "contact": "示例联系人\(number)", "from_day": "\(today.adding(days: -800))",
          "to_day": "\(today.adding(days: 300))",
        ], grade: .g2, document: "示例协议-\(number)")
    }
    let logs = (1...6).flatMap { number in
      (0..<6).map { month in
        LedgerDraft(texts: [
          "what": "示例服务记录\(number)-\(month)", "site": "HW-\(number)",
          "served_on": "\(today.adding(days: -10 - month * 31))",
        ])
      }
    }
    return (sites, logs)
  }

  mutating func exportRows() -> (exports: [LedgerDraft], driven: [LedgerDraft]) {
    let exports = (0..<160).map { number in
      let received = day(from: Day(year: 2025, month: 1, day: 3) ?? today, to: today)
      let dollars = 20_000 + dice.roll(below: 150_000)
      return row(
        [
          "contract": "EX-\(1_000 + number)", "receipt": "示例凭证-\(1_000 + number)",
          "institution": institution(on: received).code,
          "client": "Sample Client \(number + 1)", "country": "示例国\(number % 6 + 1)",
          "mode": ["1", "1", "2", "4"][number % 4],
          "currency": "USD", "amount": "\(dollars)", "usd": "\(dollars)", "rate": "1", "rate_source": "美元，无需折算",
          "received_on": "\(received)",
        ], "收汇-\(number + 1)")
    }
    let driven = enterprises.prefix(24).enumerated().map { number, client in
      LedgerDraft(
        texts: [
          "client": client.code, "year": "\(today.year - number % 2)", "institution": institutions[number % 9].code,
          "declared": "6000", "amount": "\(1_500 + number * 60)", "signed": number % 8 == 7 ? "否" : "是",
        ], grade: .g2, document: "示例-带动-\(number + 1)")
    }
    return (exports, driven)
  }

  /// A batch of 56 of which 46 were withdrawn, and an older one.
  func abnormalRows() -> [LedgerDraft] {
    (0..<56).map { number in
      let listed = Day(year: today.year, month: 3, day: 4) ?? today
      return LedgerDraft(
        texts: [
          "application": "示例申请-\(1_000 + number)", "batch": "示例-\(today.year)-1",
          "applicant": "示例申请人\(number % 17 + 1)",
          "listed_on": "\(listed)", "batch_closed_on": "\(listed.adding(days: 60))",
          "outcome": number < 46 ? "withdrawn" : number < 52 ? "upheld" : "open",
          "outcome_on": number < 52 ? "\(listed.adding(days: 20 + number % 30))" : "",
        ], grade: .g1, document: "示例-手续合格-\(number + 1)")
    }
  }

  mutating func financeRows() -> [LedgerDraft] {
    (0..<90).map { number in
      row(
        [
          "number": "示例质押-\(100 + number)", "kind": ["pledge", "pledge", "insurance", "securitisation"][number % 4],
          "client": enterprises[number * 3 % enterprises.count].code, "amount": "\(100 + dice.roll(below: 900))",
          "rate": "3.\(number % 9)%",
          "signed_on": "\(today.adding(days: -dice.roll(below: 320)))",
        ], "金融-\(number + 1)")
    }
  }

  mutating func attendanceRows() -> [LedgerDraft] {
    (0..<1_240 * scale).map { number in
      let held = day(from: Day(year: today.year, month: 1, day: 10) ?? today, to: today)
      let firm = enterprises[(number * 11) % min(enterprises.count, 140)]
      return row(
        [
          "training": "示例培训\(held.month)月-\(number % 4 + 1)", "held_on": "\(held)",
          "person_name": "示例学员\(number % 980)",
          "person": SampleCode.person(500_000 + number % 980), "firm": firm.code,
        ], "签到-\(held.month)")
    }
  }

  func budgetRows() -> [LedgerDraft] {
    let lines = [
      (2024, "zone", 2_000, 1_960), (2025, "zone", 2_100, 2_080), (2026, "zone", 2_250, 1_700),
      (2026, "building", 800, 640), (2026, "attraction", 700, 510), (2026, "brand", 300, 220),
    ]
    return lines.map { year, scope, amount, spent in
      LedgerDraft(
        texts: ["scope": scope, "year": "\(year)", "amount": "\(amount)", "spent": "\(spent)"], grade: .g1,
        document: "示例预算〔\(year)〕")
    }
  }
}
