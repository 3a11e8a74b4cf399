import API
import Kernel
import Patents
import Portfolios
import PortfoliosStore

/// A portfolio as programs see it.
struct PortfolioView: APIValue {
  let id: ID<Portfolio>
  let owner: String
  let ownerName: String
  let reduction: String
  let leadDays: Int
  let patents: Int
  let dueSoon: Int
  let late: Int

  init(_ line: PortfolioLine, today: Day) {
    let portfolio = line.portfolio
    id = portfolio.id
    owner = portfolio.owner.description
    ownerName = portfolio.ownerName
    reduction = portfolio.reduction.rawValue
    leadDays = portfolio.leadDays
    patents = line.held.count
    dueSoon = line.lines.count { $0.isDueSoon(in: portfolio, on: today) }
    late = line.count(.late)
  }

  static var schema: APISchema {
    .object(
      "Portfolio",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("owner", .text, Phrase(zh: "统一社会信用代码", en: "The owner’s social credit code")),
        APIField("ownerName", .text, Phrase(zh: "单位名称", en: "The owner’s name")),
        APIField(
          "reduction", .choice(FeeReduction.allCases.map(\.rawValue)), Phrase(zh: "年费减缴", en: "Reduction of annuities")),
        APIField("leadDays", .integer(Portfolio.leads), Phrase(zh: "提前提醒天数", en: "Days of notice")),
        APIField("patents", .integer(), Phrase(zh: "现有专利与申请", en: "Patents and applications held")),
        APIField("dueSoon", .integer(), Phrase(zh: "提醒期内到期", en: "Annuities within the days of notice")),
        APIField("late", .integer(), Phrase(zh: "滞纳期内", en: "Late annuities")),
      ])
  }
}

/// A patent of a portfolio.
struct HoldingView: APIValue {
  let id: ID<Holding>
  let number: String
  let title: String
  let kind: String
  let filedOn: Day
  let grantedOn: Day?
  let inventors: [String]
  let department: String?
  let paidThrough: Int?
  let state: String
  let nextYear: Int?
  let nextDay: Day?
  let nextFeeFen: Int64?
  let isRecalled: Bool?
  let contracts: [String]
  let revision: Int64

  init(_ line: HoldingLine) {
    let (facts, next) = (line.holding.facts, line.state?.next)
    id = line.holding.id
    number = line.holding.number.description
    title = facts.title
    kind = facts.kind.rawValue
    filedOn = facts.filedOn
    grantedOn = facts.grantedOn
    inventors = facts.inventors
    department = facts.department
    paidThrough = facts.paidThrough
    state = line.holding.departure?.way.rawValue ?? line.state?.mark.rawValue ?? "unstated"
    nextYear = next?.year
    nextDay = next?.day
    nextFeeFen = next?.fee.payable.value
    isRecalled = next?.fee.isRecalled
    contracts = line.contracts.map(\.rawValue)
    revision = line.holding.revision
  }

  static var schema: APISchema {
    .object(
      "PortfolioPatent",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("number", .text, Phrase(zh: "申请号", en: "Application number")),
        APIField("title", .text, Phrase(zh: "名称", en: "Title")),
        APIField("kind", .choice(["invention", "utilityModel", "design"]), Phrase(zh: "类型", en: "Kind")),
        APIField("filedOn", .day, Phrase(zh: "申请日", en: "Filing date")),
        APIField("grantedOn", .day, Phrase(zh: "授权公告日", en: "Grant date"), .sometimes),
        APIField("inventors", .array(.text), Phrase(zh: "发明人", en: "Inventors")),
        APIField("department", .text, Phrase(zh: "部门", en: "Department"), .sometimes),
        APIField("paidThrough", .integer(1...20), Phrase(zh: "已缴至第几年度", en: "Last year paid"), .sometimes),
        APIField(
          "state",
          .choice(
            AnnuityMark.allCases.map(\.rawValue)
              + Departure.Way.allCases.map(\.rawValue).filter { way in AnnuityMark(rawValue: way) == nil }),
          Phrase(zh: "年费情况，或移出的原因", en: "How its annuities stand, or how it left")),
        APIField("nextYear", .integer(1...20), Phrase(zh: "下次年费的年度", en: "Year of the next annuity"), .sometimes),
        APIField("nextDay", .day, Phrase(zh: "下次年费的最后一天", en: "Last day of the next annuity"), .sometimes),
        APIField("nextFeeFen", .integer(), Phrase(zh: "应缴，分", en: "Payable, in fen"), .sometimes),
        APIField(
          "isRecalled", .boolean, Phrase(zh: "金额所依规则有待核的", en: "Whether a rule behind the amount is recalled"),
          .sometimes),
        APIField(
          "contracts", .array(.choice(ContractKind.allCases.map(\.rawValue))),
          Phrase(zh: "有效的许可与质押", en: "Licences and pledges in force")),
        APIField("revision", .integer(), Phrase(zh: "版本", en: "Its revision")),
      ])
  }
}

/// A review with what it comes to.
struct ReviewView: APIValue {
  let id: ID<PortfolioReview>
  let year: Int
  let isOpen: Bool
  let listHash: String
  let total: Int
  let keep: Int
  let transfer: Int
  let license: Int
  let openLicence: Int
  let abandon: Int
  let awaitingSecondLook: Int
  let undecided: Int

  init(_ review: PortfolioReview, _ summary: ReviewSummary) {
    id = review.id
    year = review.year
    isOpen = review.isOpen
    listHash = review.listHash
    total = summary.total
    keep = summary.counts[.keep] ?? 0
    transfer = summary.counts[.transfer] ?? 0
    license = summary.counts[.license] ?? 0
    openLicence = summary.counts[.openLicence] ?? 0
    abandon = summary.counts[.abandon] ?? 0
    awaitingSecondLook = summary.awaitingSecondLook
    undecided = summary.undecided
  }

  static var schema: APISchema {
    .object(
      "PortfolioReview",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("year", .integer(), Phrase(zh: "年度", en: "Year")),
        APIField("isOpen", .boolean, Phrase(zh: "是否进行中", en: "Whether it is open")),
        APIField("listHash", .text, Phrase(zh: "冻结清单的摘要", en: "Digest of the frozen list")),
        APIField("total", .integer(), Phrase(zh: "清单件数，等于以下各数之和", en: "Patents; the sum of what follows")),
        APIField("keep", .integer(), ReviewDecision.keep.phrase),
        APIField("transfer", .integer(), ReviewDecision.transfer.phrase),
        APIField("license", .integer(), ReviewDecision.license.phrase),
        APIField("openLicence", .integer(), ReviewDecision.openLicence.phrase),
        APIField("abandon", .integer(), ReviewDecision.abandon.phrase),
        APIField("awaitingSecondLook", .integer(), ReviewItem.State.awaitingSecondLook.phrase),
        APIField("undecided", .integer(), ReviewItem.State.open.phrase),
      ])
  }
}

/// A patent of a review.
struct ReviewItemView: APIValue {
  let id: ID<ReviewItem>
  let place: Int
  let number: String
  let title: String
  let kind: String
  let state: String
  let decision: String?
  let reason: String?
  let evidence: String?
  let lastDecision: String?
  let changes: [String]
  let revision: Int64

  init(_ item: ReviewItem) {
    id = item.id
    place = item.place
    number = item.frozen.number.description
    title = item.frozen.title
    kind = item.frozen.kind.rawValue
    state = item.state.rawValue
    decision = item.made?.decision.rawValue
    reason = item.made?.reason
    evidence = item.made?.evidence
    lastDecision = item.lastDecision?.rawValue
    changes = item.changes.map(\.rawValue)
    revision = item.revision
  }

  static var schema: APISchema {
    .object(
      "ReviewItem",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("place", .integer(), Phrase(zh: "序号", en: "Its place in the list")),
        APIField("number", .text, Phrase(zh: "申请号", en: "Application number")),
        APIField("title", .text, Phrase(zh: "名称", en: "Title")),
        APIField("kind", .choice(["invention", "utilityModel", "design"]), Phrase(zh: "类型", en: "Kind")),
        APIField("state", .choice(ReviewItem.State.allCases.map(\.rawValue)), Phrase(zh: "进度", en: "Progress")),
        APIField(
          "decision", .choice(ReviewDecision.allCases.map(\.rawValue)), Phrase(zh: "决定", en: "Decision"), .sometimes),
        APIField("reason", .text, Phrase(zh: "理由", en: "Reason"), .sometimes),
        APIField("evidence", .text, Phrase(zh: "依据文件", en: "Evidence"), .sometimes),
        APIField(
          "lastDecision", .choice(ReviewDecision.allCases.map(\.rawValue)),
          Phrase(zh: "上年的决定", en: "Last year’s decision"), .sometimes),
        APIField(
          "changes", .array(.choice(ReviewChange.allCases.map(\.rawValue))),
          Phrase(zh: "较上年的变化", en: "What changed since last year")),
        APIField("revision", .integer(), Phrase(zh: "版本", en: "Its revision")),
      ])
  }
}

/// A decision that a program sends.
struct DecisionBody: Decodable {
  let decision: String
  let reason: String?
  let evidence: String?
  let maturity: Int?
  let market: Int?
  let resistance: Int?

  static var schema: APISchema {
    let grade = APISchema.integer(InventorGrades.range)
    return .object(
      "ReviewDecision",
      [
        APIField("decision", .choice(ReviewDecision.allCases.map(\.rawValue)), Phrase(zh: "决定", en: "Decision")),
        APIField("reason", .text, Phrase(zh: "理由", en: "Reason"), .sometimes),
        APIField("evidence", .text, Phrase(zh: "依据文件", en: "Evidence"), .sometimes),
        APIField("maturity", grade, Phrase(zh: "成熟度", en: "Maturity"), .sometimes),
        APIField("market", grade, Phrase(zh: "市场", en: "Market"), .sometimes),
        APIField("resistance", grade, Phrase(zh: "抗规避", en: "Resistance"), .sometimes),
      ])
  }
}
