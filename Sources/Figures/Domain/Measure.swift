public import Kernel

/// How rows become a value.
public enum Measure: Sendable, Equatable {
  /// How many different things are counted.
  case distinct
  /// Σ of the weights, in units of `dividedBy`: 10 000 000 000 makes 亿元 of fen.
  case sum(dividedBy: Int, digits: Int)
  /// `times` × Σ now ÷ Σ of: 100 makes a percentage.
  case ratio(times: Int, digits: Int)
  /// Σ now ÷ Σ before − 1, in percent.
  case growth(digits: Int)
  /// How many documents were issued; done once there are `of`.
  case milestone(of: Int)

  /// Decimals that the value is printed with.
  public var digits: Int {
    switch self {
    case .distinct, .milestone: 0
    case .sum(_, let digits), .ratio(_, let digits), .growth(let digits): digits
    }
  }

  /// Whether things are counted, rather than weights added.
  public var counts: Bool {
    switch self {
    case .distinct, .milestone: true
    case .sum, .ratio, .growth: false
    }
  }

  /// The value that a share of a whole cannot go beyond; nil where there is none.
  var ceiling: Quantity? {
    if case .ratio(100, _) = self { Quantity(100) } else { nil }
  }

  var canonicalText: String {
    switch self {
    case .distinct: "distinct"
    case .sum(let divisor, let digits): "sum / \(divisor) digits \(digits)"
    case .ratio(let times, let digits): "ratio x \(times) digits \(digits)"
    case .growth(let digits): "growth digits \(digits)"
    case .milestone(let count): "milestone of \(count)"
    }
  }

  /// The figure that `totals` add up to.
  public func state(_ totals: FigureTotals) -> FigureState {
    guard totals.met.now.rows > 0 || needsBase && totals.met.of.rows > 0 else {
      return .noRecords(totals.declared > 0 ? .onlyDeclared(totals.declared) : .none)
    }
    switch self {
    case .distinct, .milestone: return .value(Quantity(totals.met.now.things))
    case .sum(let divisor, _): return Self.state(Int128(totals.met.now.weight), Int128(divisor))
    case .ratio(let times, _):
      return Self.share(totals.met.now, of: totals.met.of, times: times)
    case .growth:
      let (now, before) = (totals.met.now, totals.met.before)
      guard now.rows > 0, before.rows > 0, before.weight > 0 else { return .noRecords(.noBase) }
      return Self.state((Int128(now.weight) - Int128(before.weight)) * 100, Int128(before.weight))
    }
  }

  /// The same figure a year earlier; nil where its records are missing.
  public func yearBefore(_ totals: FigureTotals) -> Quantity? {
    let before = totals.met.before
    let state: FigureState
    switch self {
    case .distinct, .milestone:
      guard before.rows > 0 else { return nil }
      state = .value(Quantity(before.things))
    case .sum(let divisor, _):
      guard before.rows > 0 else { return nil }
      state = Self.state(Int128(before.weight), Int128(divisor))
    case .ratio(let times, _): state = Self.share(before, of: totals.met.beforeOf, times: times)
    case .growth: return nil
    }
    if case .value(let quantity) = state { return quantity }
    return nil
  }

  private var needsBase: Bool {
    if case .ratio = self { true } else { false }
  }

  private static func share(_ now: FigureTotals.Part, of whole: FigureTotals.Part, times: Int) -> FigureState {
    guard whole.rows > 0, whole.weight > 0 else { return .noRecords(.noBase) }
    return state(Int128(now.weight) * Int128(times), Int128(whole.weight))
  }

  private static func state(_ numerator: Int128, _ denominator: Int128) -> FigureState {
    guard let quantity = Quantity(numerator, over: denominator) else { return .refused(reason: tooLarge) }
    return .value(quantity)
  }

  private static let tooLarge = Phrase(
    zh: "记录之和超出可精确计算的范围；请检查金额的单位", en: "The records add up to more than can be computed exactly; check their units")
}

/// What the rows of a figure add up to, by their part.
public struct FigureTotals: Sendable, Equatable {
  /// One part of the rows.
  public struct Part: Sendable, Equatable {
    public var rows = 0
    /// Different things among them.
    public var things = 0
    public var weight: Int64 = 0

    public init(rows: Int = 0, things: Int = 0, weight: Int64 = 0) {
      self.rows = rows
      self.things = things
      self.weight = weight
    }
  }

  /// The four parts that a query may give.
  public struct Parts: Sendable, Equatable {
    public var now = Part()
    public var of = Part()
    public var before = Part()
    public var beforeOf = Part()

    public init() {}
  }

  /// Rows with the evidence that counts.
  public var met = Parts()
  /// Rows of any part whose evidence is too weak.
  public var declared = 0
  /// The day of the newest row that counts.
  public var newest: Day?

  public init() {}

  /// All rows that count.
  public var rows: Int { met.now.rows + met.of.rows + met.before.rows + met.beforeOf.rows }
}
