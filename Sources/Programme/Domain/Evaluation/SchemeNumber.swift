/// A decimal number of a scheme or a target, exact: at most fifteen digits, six of them decimals.
public struct SchemeNumber: Hashable, Sendable {
  /// In millionths.
  public let millionths: Int64

  public init(millionths: Int64) { self.millionths = millionths }

  /// Reads `101`, `88.5` or `-3`; nil for anything else.
  public init?(_ text: String) {
    guard let match = text.wholeMatch(of: /(-?)([0-9]{1,12})(?:\.([0-9]{1,6}))?/) else { return nil }
    let decimals = String(match.3 ?? "")
    let padded = decimals + String(repeating: "0", count: 6 - decimals.count)
    guard let whole = Int64(match.2), let part = Int64(padded) else { return nil }
    millionths = (match.1.isEmpty ? 1 : -1) * (whole * 1_000_000 + part)
  }

  /// Without superfluous zeros: `88.5`.
  public var text: String {
    let sign = millionths < 0 ? "-" : ""
    let whole = millionths.magnitude / 1_000_000
    let part = String(millionths.magnitude % 1_000_000 + 1_000_000).dropFirst()
    let decimals = String(part.reversed().drop { $0 == "0" }.reversed())
    return decimals.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(decimals)"
  }
}

/// What a figure was at a cut-off: an exact fraction, and how the figure's own page says it.
public struct FigureReading: Equatable, Sendable {
  public let numerator: Int64
  /// At least 1.
  public let denominator: Int64

  /// Nil for a denominator that is not positive.
  public init?(numerator: Int64, denominator: Int64) {
    guard denominator > 0 else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether the fraction reaches `number`, compared without rounding.
  public func reaches(_ number: SchemeNumber) -> Bool { scaled >= bound(number) }

  /// Whether the fraction lies above `number`.
  public func exceeds(_ number: SchemeNumber) -> Bool { scaled > bound(number) }

  /// How far the fraction lies between `floor` and `ceiling`, as a score; the ends cut it off.
  ///
  /// Rounded half up to hundredths. `ceiling` may lie below `floor`, where less is better.
  func share(from floor: SchemeNumber, to ceiling: SchemeNumber) -> Score {
    let isRising = floor.millionths < ceiling.millionths
    if isRising ? reaches(ceiling) : scaled <= bound(ceiling) { return .full }
    if isRising ? !exceeds(floor) : scaled >= bound(floor) { return .zero }
    let (above, whole) = (scaled - bound(floor), bound(ceiling) - bound(floor))
    return Score(hundredths: Int((above * 20_000 + whole) / (whole * 2)))
  }

  private var scaled: Int128 { Int128(numerator) * 1_000_000 }
  private func bound(_ number: SchemeNumber) -> Int128 { Int128(number.millionths) * Int128(denominator) }
}

/// Points out of a hundred, in hundredths of a point: 10 000 is full.
public struct Score: Hashable, Comparable, Sendable {
  public let hundredths: Int

  /// Cut to 0 … 100 points.
  public init(hundredths: Int) { self.hundredths = min(max(hundredths, 0), 10_000) }

  /// Reads `0` to `100` with at most two decimals; nil for anything else.
  public init?(_ text: String) {
    guard let points = Points(text), points.hundredths <= 10_000 else { return nil }
    hundredths = points.hundredths
  }

  public static let zero = Score(hundredths: 0)
  public static let full = Score(hundredths: 10_000)

  public var text: String { Points(hundredths: hundredths).text }

  public static func < (left: Self, right: Self) -> Bool { left.hundredths < right.hundredths }
}

/// A weight, or what was reached of it, in hundredths of a point.
public struct Points: Hashable, Comparable, Sendable {
  public let hundredths: Int

  public init(hundredths: Int) { self.hundredths = hundredths }

  /// Reads `5` or `2.25`; nil for anything else.
  public init?(_ text: String) {
    guard let match = text.wholeMatch(of: /([0-9]{1,5})(?:\.([0-9]{1,2}))?/), let whole = Int(match.1) else {
      return nil
    }
    let decimals = String(match.2 ?? "")
    guard let part = Int(decimals + String(repeating: "0", count: 2 - decimals.count)) else { return nil }
    hundredths = whole * 100 + part
  }

  /// The part of this weight that `score` earns, rounded half up to hundredths.
  public func earned(by score: Score) -> Points { Points(hundredths: (hundredths * score.hundredths + 5_000) / 10_000) }

  /// Without superfluous zeros: `2.5`.
  public var text: String {
    let (whole, part) = (hundredths / 100, hundredths % 100)
    if part == 0 { return "\(whole)" }
    return part % 10 == 0 ? "\(whole).\(part / 10)" : "\(whole).\(part < 10 ? "0" : "")\(part)"
  }

  public static func < (left: Self, right: Self) -> Bool { left.hundredths < right.hundredths }
  public static func + (left: Self, right: Self) -> Points { Points(hundredths: left.hundredths + right.hundredths) }
}
