import Kernel
import Patents
import Portfolios
import PortfoliosStore
import Web

/// What a list of patents is narrowed to; it stands in the address.
struct HoldingQuestion: Equatable {
  var text: String?
  var kind: PatentKind?
  var state: State?
  var department: String?
  var page = 1

  /// How a patent stands, or that it is the owner's no more.
  enum State: Equatable {
    case mark(AnnuityMark)
    /// Due within the portfolio's own days ahead.
    case soon
    case bound
    case left
    case all

    init?(_ text: String) {
      switch text {
      case "soon": self = .soon
      case "bound": self = .bound
      case "left": self = .left
      case "all": self = .all
      default:
        guard let mark = AnnuityMark(rawValue: text) else { return nil }
        self = .mark(mark)
      }
    }

    var code: String {
      switch self {
      case .mark(let mark): mark.rawValue
      case .soon: "soon"
      case .bound: "bound"
      case .left: "left"
      case .all: "all"
      }
    }

    var phrase: Phrase {
      switch self {
      case .mark(let mark): mark.phrase
      case .soon: Phrase(zh: "即将到期", en: "Due soon")
      case .bound: Phrase(zh: "有许可或质押", en: "Licensed or pledged")
      case .left: Phrase(zh: "已移出", en: "Left")
      case .all: Phrase(zh: "全部，含已移出", en: "All, with those that left")
      }
    }

    static let choices: [State] = [.soon] + AnnuityMark.allCases.map { .mark($0) } + [.bound, .left, .all]
  }

  init() {}

  init(_ state: State) { self.state = state }

  init(_ query: Query) {
    text = query.optional("q")
    kind = query.optional("kind").flatMap { PatentKind(rawValue: $0) }
    state = query.optional("state").flatMap { State($0) }
    department = query.optional("department")
    page = max(1, min(Int(query.text("page")) ?? 1, 100_000))
  }

  var query: [(String, String)] {
    let pairs: [(String, String?)] = [
      ("q", text), ("kind", kind?.rawValue), ("state", state?.code), ("department", department),
      ("page", page > 1 ? "\(page)" : nil),
    ]
    return pairs.compactMap { name, value in value.map { (name, $0) } }
  }

  var isEmpty: Bool { text == nil && kind == nil && state == nil && department == nil }

  func at(_ page: Int) -> HoldingQuestion {
    var other = self
    other.page = page
    return other
  }

  func selects(_ line: HoldingLine, of portfolio: Portfolio, on today: Day) -> Bool {
    let facts = line.holding.facts
    if let kind, facts.kind != kind { return false }
    if let department, facts.department != department { return false }
    guard selectsState(line, portfolio, today) else { return false }
    guard let text = text?.lowercased() else { return true }
    let digits = text.filter { !" .".contains($0) }
    return facts.title.lowercased().contains(text)
      || !digits.isEmpty && line.holding.number.description.filter { $0 != "." }.lowercased().contains(digits)
      || facts.inventors.contains { $0.lowercased().contains(text) }
      || facts.department?.lowercased().contains(text) == true
  }

  private func selectsState(_ line: HoldingLine, _ portfolio: Portfolio, _ today: Day) -> Bool {
    switch state {
    case nil: line.holding.departure == nil
    case .mark(let mark)?: line.state?.mark == mark
    case .soon?: line.isDueSoon(in: portfolio, on: today)
    case .bound?: !line.contracts.isEmpty
    case .left?: line.holding.departure != nil
    case .all?: true
    }
  }
}

/// What a list of a review is narrowed to.
struct ItemQuestion: Equatable {
  var state: ReviewItem.State?
  var decision: ReviewDecision?
  var change: ReviewChange?
  var kind: PatentKind?
  var text: String?
  var page = 1

  init(
    state: ReviewItem.State? = nil, decision: ReviewDecision? = nil, change: ReviewChange? = nil,
    kind: PatentKind? = nil
  ) {
    self.state = state
    self.decision = decision
    self.change = change
    self.kind = kind
  }

  init(_ query: Query) {
    state = query.optional("state").flatMap { ReviewItem.State(rawValue: $0) }
    decision = query.optional("decision").flatMap { ReviewDecision(rawValue: $0) }
    change = query.optional("change").flatMap { ReviewChange(rawValue: $0) }
    kind = query.optional("kind").flatMap { PatentKind(rawValue: $0) }
    text = query.optional("q")
    page = max(1, min(Int(query.text("page")) ?? 1, 100_000))
  }

  var query: [(String, String)] {
    let pairs: [(String, String?)] = [
      ("q", text), ("state", state?.rawValue), ("decision", decision?.rawValue), ("change", change?.rawValue),
      ("kind", kind?.rawValue), ("page", page > 1 ? "\(page)" : nil),
    ]
    return pairs.compactMap { name, value in value.map { (name, $0) } }
  }

  var isEmpty: Bool { query.isEmpty }

  func at(_ page: Int) -> ItemQuestion {
    var other = self
    other.page = page
    return other
  }

  func selects(_ item: ReviewItem) -> Bool {
    if let state, item.state != state { return false }
    if let decision, item.made?.decision != decision { return false }
    if let change, !item.changes.contains(change) { return false }
    if let kind, item.frozen.kind != kind { return false }
    guard let text = text?.lowercased() else { return true }
    return item.frozen.title.lowercased().contains(text) || item.frozen.number.description.contains(text)
      || item.frozen.inventors.contains { $0.lowercased().contains(text) }
      || item.frozen.department?.lowercased().contains(text) == true
  }
}
