import Evidence
import Kernel
import Ledgers
import LedgersStore

extension SampleZone {
  mutating func enterpriseRows() -> [LedgerDraft] {
    enterprises.indices.map { number in
      row(
        [
          "code": enterprises[number].code, "name": enterprises[number].name,
          "kind": number % 150 == 149 ? "university" : "enterprise",
          "place": pick(["jiangning", "jiangning", "jiangning", "nanjing", "jiangsu", "elsewhere"]),
          "district_cluster": pick(["智能电网", "新一代信息技术", "绿色智能汽车", "高端智能装备", "生物医药"]), "list_date": "2024-03-15",
        ], "登记-\(number + 1)")
    }
  }

  mutating func statusRows() -> [LedgerDraft] {
    var rows: [LedgerDraft] = []
    let start = Day(year: 2023, month: 11, day: 1) ?? today
    for (number, sample) in enterprises.enumerated() {
      let from = day(from: start, to: start.adding(days: 500))
      func add(_ status: String, years: Int, ends: Bool = false) {
        let to = ends ? from.adding(months: 6) : from.adding(months: 12 * years)
        rows.append(
          LedgerDraft(
            texts: [
              "enterprise": sample.code, "status": status, "from_day": "\(from)", "to_day": "\(to)",
              "list": "示例名单（\(from.year) 年）",
            ], grade: .g1, document: "示例-名单-\(from.year)"))
      }
      if number % 10 < 6 { add("high-tech", years: 3, ends: number % 97 == 0) }
      if number % 9 == 2 { add(number % 4 == 0 ? "srdi-nation" : "srdi-province", years: 3) }
      if number % 40 == 7 { add("pre-listing", years: 2) }
    }
    return rows
  }

  /// Some 20,000 services since 2024.
  mutating func serviceRows() -> [LedgerDraft] {
    let start = Day(year: 2024, month: 1, day: 3) ?? today
    let matters = [
      "filing", "filing", "filing", "consulting", "use", "transfer", "protection", "navigation", "training",
    ]
    return (0..<20_000 * scale).map { number in
      let served = day(from: start, to: today)
      let client = pick(enterprises)
      let matter = pick(matters)
      let channel = matter == "training" ? "seminar" : pick(["contract", "contract", "contract", "ticket", "advisory"])
      return row(
        [
          "number": "\(channel == "ticket" ? "T" : "H")\(served.year)-\(100_000 + number)",
          "institution": institution(on: served).code, "client": client.code, "client_name": client.name,
          "channel": channel, "matter": matter, "object": pick(["patent", "patent", "mark", "copyright"]),
          "served_on": "\(served)", "amount": channel == "contract" ? "\(1_000 * (1 + dice.roll(below: 60)))" : "",
          "client_place": pick(["jiangning", "jiangning", "nanjing", "jiangsu", "elsewhere"]),
        ], "合同-\(number + 1)", weak: 8)
    }
  }

  mutating func visitRows() -> (visits: [LedgerDraft], problems: [LedgerDraft]) {
    var visits: [LedgerDraft] = []
    var problems: [LedgerDraft] = []
    for number in 0..<120 {
      let client = enterprises[number * 7 % enterprises.count]
      let day = today.adding(days: -3 - number * 3)
      visits.append(
        LedgerDraft(texts: [
          "enterprise": client.code, "visited_on": "\(day)", "visitors": "示例专员\(number % 5 + 1)",
          "summary": "了解专利布局与维权需求",
        ]))
      guard number % 2 == 0 else { continue }
      let isClosed = number > 30
      problems.append(
        LedgerDraft(texts: [
          "problem": pick(["海外专利布局缺少指导", "核心专利被侵权", "高新复审材料准备", "商标被抢注", "专利质押融资渠道"]), "enterprise": client.code,
          "raised_on": "\(day)", "keeper": "示例专员\(number % 5 + 1)", "due_on": "\(day.adding(days: 30))",
          "closed_on": isClosed ? "\(day.adding(days: 12 + number % 20))" : "", "outcome": isClosed ? "已对接服务机构并答复" : "",
          "confirmed": isClosed ? "是" : "",
        ]))
    }
    return (visits, problems)
  }

  mutating func salesRows() -> (sales: [LedgerDraft], products: [LedgerDraft]) {
    var sales: [LedgerDraft] = []
    var products: [LedgerDraft] = []
    for (number, sample) in enterprises.prefix(300).enumerated() {
      for year in [today.year - 2, today.year - 1] where !(number % 15 == 14 && year == today.year - 1) {
        let total = sample.size * 120 + year % 7
        sales.append(
          row(
            ["enterprise": sample.code, "year": "\(year)", "total_sales": "\(total)", "signed_by": "示例负责人"],
            "年报-\(year)-\(number)"))
        products.append(
          row(
            [
              "product": "示例产品\(number + 1)", "enterprise": sample.code, "year": "\(year)", "right_kind": "patent",
              "right_number": "示例专利-\(number + 1)",
              "sales": "\(total * (34 + 2 * (year - today.year + 2) + dice.roll(below: 12)) / 100)",
            ], "产品-\(year)-\(number)"))
      }
    }
    return (sales, products)
  }
}
