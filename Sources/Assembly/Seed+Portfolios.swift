import Access
import AccessStore
import Crypto
import Foundation
import Kernel
import Patents
import Portfolios
import PortfoliosStore

extension Seed {
  /// An invented university with its patents, last year's review and this year's half-way; nothing where there is a
  /// portfolio already.
  static func portfolios(_ zone: Zone) async throws {
    guard try await zone.portfolios.index(by: zone.console).kept.isEmpty,
      let university = try await SampleUniversity(zone)
    else { return }
    try await university.bringIn()
    try await university.reviewLastYear()
    try await university.payAndAgree()
    try await university.reviewThisYear()
  }
}

/// Who acts for the invented university, and what it holds.
private struct SampleUniversity {
  let zone: Zone
  let officer: Account
  let colleague: Account
  let id: ID<Portfolio>

  /// It has the name of a university that the sample patents have.
  static let name = "晨曦大学（示例）"
  private static let code = "12329999MB9900001"

  private var today: Day { zone.world.today() }
  /// Of the review that is half-way.
  private var year: Int { desk(ago: 20).today.year }
  private func desk(ago days: Int) -> PortfolioDesk { zone.portfolios.acting(in: zone.world.minus(days: days)) }

  init?(_ zone: Zone) async throws {
    let known = try await zone.access.accounts(limit: 200, by: zone.console)
    guard let owner = Self.owner,
      let officer = try await Self.account(.enterprise, among: known, of: owner, in: zone),
      let colleague = try await Self.account(.institution, among: known, of: owner, in: zone)
    else { return nil }
    self.zone = zone
    self.officer = officer
    self.colleague = colleague
    let past = zone.portfolios.acting(in: zone.world.minus(days: 340))
    id = try await past.open(for: owner, reduction: .single, leadDays: 45, by: officer)
  }

  /// The code with the check symbol that belongs to it.
  private static var owner: SocialCreditCode? {
    "0123456789ABCDEFGHJKLMNPQRTUWXY".lazy.compactMap { try? SocialCreditCode(code + "\($0)") }.first
  }

  /// A login of the demonstration, with a mandate of the university from now on.
  private static func account(
    _ role: Role, among known: [AccountLine], of owner: SocialCreditCode, in zone: Zone
  ) async throws -> Account? {
    guard let line = known.first(where: { $0.roles == [role] }) else { return nil }
    let login = Account(
      id: line.id, standing: .person, name: line.name, displayName: "示例\(role.phrase.zh)", roles: [role],
      permissions: PermissionMatrix.zone.permissions(of: [role]))
    let file = try await zone.access.fileMandate(
      MandateDraft(
        organisation: owner, organisationName: name, grade: .clerk, from: zone.world.today().adding(days: -400),
        to: nil, proof: "示例-授权委托书"), by: login)
    try await zone.access.approveMandate(file.mandate.id, by: zone.console)
    return Account(
      id: login.id, standing: .person, name: login.name, displayName: login.displayName, roles: login.roles,
      permissions: login.permissions, mandate: file.mandate)
  }

  /// What the register has of it, and the table of its old platform with all that such tables have.
  func bringIn() async throws {
    let past = desk(ago: 338)
    let found = try await past.candidates(for: id, by: zone.console).filter { $0.filedOn != nil && $0.title != nil }
    if !found.isEmpty { try await past.takeOver(found.map { "\($0.number)" }, into: id, by: zone.console) }
    let text = OldTable(today: today.adding(days: -338)).text
    let path = zone.place.temporary + "/sample-old-platform.csv"
    let bytes = Data(text.utf8)
    try bytes.write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let hash = SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
    try await past.take(
      try OldPlatformTable(path: path), named: "旧平台导出（示例）.csv", hash: hash, into: id, by: zone.console)
  }

  func reviewLastYear() async throws {
    let review = try await desk(ago: 335).openReview(of: year - 1, in: id, by: zone.console)
    try await decide(review, upTo: .max, ago: 333)
    try await desk(ago: 320).close(review, by: zone.console)
  }

  /// Every sixth is listed, every ninth to be abandoned, the rest kept.
  private func decide(_ review: ID<PortfolioReview>, upTo count: Int, ago: Int) async throws {
    let desk = desk(ago: ago)
    for item in try await desk.review(review, by: zone.console).items.prefix(count) {
      let state = try await desk.item(item.id, by: zone.console).line
      let mark = state.state?.mark ?? .expired
      let isLate = mark == .late || mark == .overdue
      var draft = DecisionDraft(.keep, because: isLate ? "（示例）仍在产业化，补缴后维持" : "（示例）课题组仍在使用")
      draft.grades = InventorGrades(
        maturity: 1 + item.place % 5, market: 1 + item.place % 4, resistance: 2 + item.place % 3)
      if item.place % 9 == 4, state.contracts.isEmpty {
        draft = DecisionDraft(.abandon, because: "（示例）技术已被替代，三年无人问询", evidence: "示例-院务会纪要-3")
      } else if item.place % 6 == 1, !state.contracts.contains(.pledge) {
        draft = DecisionDraft(.transfer, because: "（示例）两家企业有意", evidence: "示例-洽谈记录-1")
      } else if item.place % 6 == 3, !state.contracts.contains(.pledge) {
        draft = DecisionDraft(.license, because: "（示例）适合中小企业使用")
      } else if item.place % 11 == 5, mark == .due, item.frozen.kind == .invention, state.contracts.isEmpty {
        draft = DecisionDraft(.openLicence, because: "（示例）通用检测方法", evidence: "示例-开放许可声明草稿")
      }
      try await desk.decide(draft, on: item.id, by: officer)
      if draft.decision == .abandon, count == .max {
        try await desk.confirm(item.id, by: colleague)
      }
    }
  }

  /// What came due since is paid, but for a few; some is licensed, one pledged.
  func payAndAgree() async throws {
    let desk = zone.portfolios
    for (place, line) in try await desk.find(id, by: zone.console).held.enumerated() {
      guard place % 8 != 2, place % 13 != 7 else { continue }
      while let due = try await desk.holding(line.holding.id, by: zone.console).line.unpaid {
        try await desk.pay(
          line.holding.id, year: due.year, amount: due.fee.payable, surcharge: Fen(0), on: due.day.adding(days: -9),
          document: "示例-缴费收据-\(place)-\(due.year)", by: officer)
      }
    }
    let held = try await desk.find(id, by: zone.console).held.filter { $0.state?.mark == .due }
    let drafts: [ContractDraft] = [
      ContractDraft(
        .ordinary, with: "（示例）星河智能装备公司", document: "示例-备案-2026-01", from: today.adding(days: -200),
        to: today.adding(days: 900)),
      ContractDraft(
        .exclusive, with: "（示例）云帆新材料公司", document: "示例-备案-2026-02", from: today.adding(days: -120),
        to: today.adding(days: 1_500)),
      ContractDraft(.pledge, with: "（示例）江畔银行", document: "示例-质押登记-7", from: today.adding(days: -60), to: nil),
    ]
    for (line, draft) in zip(held.dropFirst(4), drafts) {
      try await desk.addContract(draft, on: line.holding.id, by: officer)
    }
  }

  func reviewThisYear() async throws {
    let review = try await desk(ago: 20).openReview(of: year, in: id, by: zone.console)
    let count = try await zone.portfolios.review(review, by: zone.console).items.count
    try await decide(review, upTo: count * 3 / 5, ago: 12)
  }
}

extension HoldingLine {
  /// An annuity whose day has passed.
  fileprivate var unpaid: AnnuityDue? {
    switch state {
    case .late(let due, _, _)?, .overdue(let due)?: due
    case .due, .unstated, .application, .complete, .expired, nil: nil
    }
  }
}

/// An invented export of an old platform: good rows, repeated ones, and each fault that such tables have.
private struct OldTable {
  let today: Day

  private static let topics = [
    "柔性传感器", "水下机器人", "光伏组件清洁", "锂电池热管理", "桥梁健康监测", "遥感图像分割", "中药有效成分提取", "工业废水处理",
    "激光雷达标定", "智能灌溉控制",
  ]
  private static let colleges = ["机械工程学院（示例）", "材料学院（示例）", "信息工程学院（示例）", "生命科学学院（示例）"]

  var text: String {
    var lines = ["申请号,专利名称,专利类型,申请日,授权公告日,申请人,发明人,法律状态,所属学院,已缴年度,费减备案"]
    for number in 0..<40 { lines.append(row(number)) }
    lines.append(row(3))
    lines.append(row(17))
    // A wrong check symbol, a number that a spreadsheet has rounded, one without a filing date, one of another office.
    lines.append("\(wrong(number: 41)),示例误写校验位的专利,发明,2019-03-02,2021-05-07,晨曦大学（示例）,示例人,有效,材料学院（示例）,7,85%")
    lines.append("2.01911E+11,示例被表格改写的专利,发明,2019-03-02,2021-05-07,晨曦大学（示例）,示例人,有效,材料学院（示例）,7,85%")
    lines.append("\(digits(42)),示例缺申请日的专利,实用新型,,2022-05-07,晨曦大学（示例）,示例人,有效,信息工程学院（示例）,,85%")
    lines.append(",示例无号的专利,发明,2019-03-02,,晨曦大学（示例）,示例人,审中,材料学院（示例）,,")
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  /// Two years to twelve ago, spread over the year.
  private func filed(_ number: Int) -> Day {
    today.adding(months: -(14 + (number * 7) % 118)).adding(days: -(number * 11) % 28)
  }

  private func kind(_ number: Int) -> (digit: Int, words: String) {
    number % 5 == 3 ? (2, "实用新型") : number % 10 == 9 ? (3, "外观设计") : (1, "发明")
  }

  private func digits(_ number: Int) -> String {
    let plain = "\(filed(number).year)\(kind(number).digit)990\(1_000 + number)"
    return plain + "." + (ApplicationNumber.checkDigit(of: plain).map { "\($0)" } ?? "0")
  }

  private func wrong(number: Int) -> String {
    let right = digits(number)
    return String(right.dropLast()) + (right.hasSuffix("5") ? "6" : "5")
  }

  private func row(_ number: Int) -> String {
    let (filed, kind) = (filed(number), kind(number))
    let isPending = number % 12 == 11
    let granted = filed.adding(months: kind.digit == 1 ? 26 : 8)
    let isGranted = !isPending && granted < today
    let year = AnnuityReckoner.year(of: today, filed: filed)
    let paid = isGranted && number % 10 != 6 ? "\(min(year, kind.digit == 1 ? 20 : 10))" : ""
    let title = "一种\(Self.topics[number % 10])\(kind.digit == 1 ? "方法" : "装置")（示例\(number + 1)）"
    let owners = number % 7 == 5 ? "晨曦大学（示例）;（示例）星河智能装备公司" : "晨曦大学（示例）"
    let status = number == 38 ? "未缴年费专利权终止" : isGranted ? "有效" : "审中"
    return [
      digits(number), title, kind.words, "\(filed)", isGranted ? "\(granted)" : "", owners,
      "示例发明人\(number % 9 + 1);示例发明人\(number % 4 + 11)", status, Self.colleges[number % 4], paid,
      number % 7 == 5 ? "70%" : "85%",
    ].joined(separator: ",")
  }
}
