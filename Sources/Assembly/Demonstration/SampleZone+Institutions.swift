import Institutions
import Evidence
import Kernel
import Ledgers
import LedgersStore

extension SampleZone {
  private static let categories = [
    "agency", "agency", "agency", "consulting", "information", "law", "operation", "agency", "consulting", "training",
  ]

  mutating func institutionRows() -> [LedgerDraft] {
    institutions.indices.map { number in
      let sample = institutions[number]
      let category = Self.categories[number % Self.categories.count]
      let isLaw = sample.name.hasSuffix("律师事务所")
      let extra = pick(["consulting", "training", "information", "other"])
      return row(
        [
          "code": sample.code, "name": sample.name, "name_en": "Sample Institution \(number + 1)",
          "kind": isLaw ? "law-firm" : number % 9 == 4 ? "branch" : "company",
          "main_category": isLaw ? "law" : category, "categories": "\(isLaw ? "law" : category),\(extra)",
          "objects": number % 3 == 0 ? "patent,mark" : "patent", "industry": number % 10 == 4 ? "I6560" : "M7520",
          "registered_on": "\(sample.from.adding(days: -400))", "in_district": number % 25 == 24 ? "否" : "是",
          "ip_income": "是", "address": "示例路 \(number + 1) 号", "active_from": "\(sample.from)",
          "active_to": sample.to.map { "\($0)" } ?? "", "left_for": sample.to == nil ? "" : "租约到期",
          "phone": "025-0000\(String(10_000 + number % 10_000).suffix(4))",
        ], "证照-\(number + 1)")
    }
  }

  mutating func licenceRows() -> [LedgerDraft] {
    institutions.indices.filter { Self.categories[$0 % Self.categories.count] == "agency" }.map { number in
      let sample = institutions[number]
      return row(
        [
          "number": "示例-\(99_000 + number)", "institution": sample.code,
          "kind": number % 4 == 1 ? "mark-agency" : "patent-agency", "valid_from": "\(sample.from)",
          "valid_to": number % 30 == 0 ? "\(today.adding(days: -30))" : "\(today.adding(days: 400))",
        ], "许可-\(number + 1)", grade: 1)
    }
  }

  /// Some 2,400 people; one in forty works at two institutions.
  mutating func staffRows() -> [LedgerDraft] {
    let start = Day(year: 2019, month: 1, day: 1) ?? today
    return (0..<2_980 * scale).map { number in
      let second = number % 40 == 39
      let from = day(from: start, to: today.adding(days: -20))
      let home = institution(on: from)
      let leaves = chance(6)
      return row(
        [
          "person_name": "示例员工\(second ? number - 1 : number)",
          "person": SampleCode.person(second ? number - 1 : number),
          "institution": home.code,
          "contract": number % 29 == 7 ? "intern" : number % 23 == 5 ? "dispatched" : "full-time",
          "from_day": "\(from)", "to_day": leaves ? "\(min(today, from.adding(days: 300)))" : "", "insured": "是",
          "degree": pick(["bachelor", "bachelor", "master", "college", "doctor"]),
          "qualifications": number % 12 == 0 ? "patent-attorney" : number % 15 == 0 ? "mark-agent" : "",
        ], "参保-\(number + 1)", weak: 2)
    }
  }

  mutating func practitionerRows() -> [LedgerDraft] {
    (0..<112 * scale).map { number in
      let from = day(from: Day(year: 2020, month: 1, day: 1) ?? today, to: today.adding(days: -30))
      return row(
        [
          "certificate": "示例执业-\(100 + number)", "person_name": "示例员工\(number * 12)",
          "person": SampleCode.person(number * 12), "institution": institution(on: from).code, "in_district": "是",
          "from_day": "\(from)", "to_day": chance(5) ? "\(today.adding(days: -3))" : "",
        ], "执业-\(number + 1)", grade: 1)
    }
  }

  mutating func brandRows() -> [LedgerDraft] {
    institutions.prefix(14).enumerated().map { number, sample in
      row(
        [
          // The second and the first are a branch and its head office.
          "brand": "示例品牌\(number == 1 ? 1 : number + 1)", "institution": sample.code,
          "list": ["nation", "province", "district"][number % 3], "list_name": "示例品牌名单（\(2023 + number % 3) 年）",
          "recognised_on": "\(max(sample.from, today.adding(days: -600 + number * 10)))",
        ], "名单-\(number + 1)", grade: 1)
    }
  }

  func foreignRows() -> [LedgerDraft] {
    ["示例国甲", "示例国乙"].enumerated().map { number, country in
      LedgerDraft(
        texts: [
          "name": "Sample Foreign IP Office \(number + 1)", "approval": "示例代表-\(number + 1)", "country": country,
          "kind": "patent-agency", "in_district": "是", "approved_on": "\(today.adding(days: -500))",
          "valid_to": "\(today.adding(days: number == 0 ? 600 : 90))",
        ], grade: .g1, document: "示例-批准-\(number + 1)")
    }
  }

  mutating func leadRows() -> (leads: [LedgerDraft], steps: [LedgerDraft]) {
    var leads: [LedgerDraft] = []
    var steps: [LedgerDraft] = []
    for number in 0..<36 {
      let opened = today.adding(days: -20 - dice.roll(below: 500))
      let code = "X\(opened.year)-\(100 + number)"
      leads.append(
        LedgerDraft(texts: [
          "code": code, "name": "示例意向机构\(number + 1)", "kind": ["brand", "agency", "foreign"][number % 3],
          "opened_on": "\(opened)", "source": pick(["展会", "走访", "推荐"]), "keeper": "示例招商专员\(number % 3 + 1)",
        ]))
      for (place, step) in ["lead", "talk", "sign", "settle"].prefix(1 + dice.roll(below: 5)).enumerated() {
        let taken = opened.adding(days: place * 25)
        if taken <= today {
          steps.append(LedgerDraft(texts: ["lead": code, "step": step, "taken_on": "\(taken)"]))
        }
      }
    }
    return (leads, steps)
  }

  mutating func supportRows() -> (cultivations: [LedgerDraft], support: [LedgerDraft]) {
    let chosen = institutions.dropFirst(20).prefix(24).filter { $0.to == nil }
    let cultivations = chosen.enumerated().map { number, sample in
      LedgerDraft(texts: [
        "institution": sample.code, "list": ["small", "brand", "above-scale"][number % 3],
        "entered_on": "\(max(sample.from, today.adding(days: -300)))", "goal": "一年内服务收入增长两成",
        "goal_by": "\(today.adding(days: 60))",
      ])
    }
    let support = chosen.enumerated().flatMap { number, sample in
      (0..<2).map { place in
        LedgerDraft(
          texts: [
            "number": "F-\(number)-\(place)", "institution": sample.code,
            "kind": ["fund", "space", "training"][(number + place) % 3],
            "given_on": "\(today.adding(days: -200 + 3 * number))", "amount": "\(5_000 * (1 + dice.roll(below: 20)))",
          ], grade: .g2, document: "示例-拨付-\(number)-\(place)")
      }
    }
    return (cultivations, support)
  }

  /// The returns of 2024 and 2025 by year and of 2026 by quarter; some of the last quarter are missing.
  mutating func returnRows() -> [LedgerDraft] {
    var rows: [LedgerDraft] = []
    let last = ReturnPeriod.lastQuarter(before: today)
    for (number, sample) in institutions.enumerated() {
      for year in 2024...max(2024, last.year) {
        let isPast = year < today.year
        let periods =
          isPast ? [ReturnPeriod.year] : ReturnPeriod.allCases.filter { $0 != .year && $0.lastDay(of: year) < today }
        for period in periods {
          let end = period.lastDay(of: year)
          guard sample.from < end, sample.to.map({ $0 > end }) != false else { continue }
          if period == last.period, year == last.year, number % 9 == 3 { continue }
          let isLast = period == last.period && year == last.year
          rows.append(returned(sample, year, period, growth: year - 2024, fault: isLast ? Fault(number) : nil))
        }
      }
    }
    return rows
  }

  /// What is odd about some returns, so that there is something to be checked.
  private enum Fault {
    case fewerStaffThanAttorneys, otherShare

    init?(_ number: Int) {
      switch number % 31 {
      case 7: self = .fewerStaffThanAttorneys
      case 12: self = .otherShare
      default: return nil
      }
    }
  }

  private mutating func returned(
    _ sample: Sample, _ year: Int, _ period: ReturnPeriod, growth: Int, fault: Fault?
  ) -> LedgerDraft {
    // In 万元.
    let whole = sample.size * 26 * (100 + 9 * growth + dice.roll(below: 12)) / 100
    let revenue = max(4, period == .year ? whole : whole / 4)
    let usual = max(3, sample.size / 2 + dice.roll(below: 8))
    let staff = fault == .fewerStaffThanAttorneys ? 3 : usual
    let attorneys = fault == .fewerStaffThanAttorneys ? 5 : staff / 12
    let total = fault == .otherShare ? revenue * 3 : revenue + revenue / 10
    let agency = revenue * 3 / 4
    return row(
      [
        "institution": sample.code, "year": "\(year)", "period": period.rawValue,
        "period_end": "\(period.lastDay(of: year))",
        "employees": "\(staff)", "insured": "\(staff - 1)", "attorneys": "\(attorneys)",
        "total_revenue": "\(total)", "ip_revenue": "\(revenue)", "revenue_agency": "\(agency)",
        "revenue_consulting": "\(revenue - agency)", "foreign_revenue": "\(revenue / 20)",
        "nbs_listed": whole > 1_500 ? "是" : "否", "floor_area": "\(staff * 12)", "clients": "\(staff * 6)",
        "filed": "\(staff * 20)", "granted": "\(staff * 9)", "trainings": "\(dice.roll(below: 5))",
      ], "报表-\(year)-\(period.rawValue)", weak: 2)
  }
}
