import Kernel

/// A decimal number as people write it: digits, a point, commas between thousands.
struct LedgerNumber {
  private let original: String
  private let isNegative: Bool
  private let digits: String
  private let decimals: String

  init(_ text: String) throws(LedgerFault) {
    original = text
    // A blank inside is more likely two numbers than one.
    var plain = LedgerText.trimmed(Self.halfWidth(text)).filter { $0 != "¥" && $0 != "￥" }[...]
    isNegative = plain.first == "-"
    if isNegative { plain = plain.dropFirst() }
    guard let plain = withoutThousands(plain) else { throw .decimalComma(text) }
    let parts = plain.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    digits = parts.first.map(String.init) ?? ""
    decimals = parts.count > 1 ? String(parts[1]) : ""
    guard !digits.isEmpty, (digits + decimals).utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .noNumber(text)
    }
  }

  /// The number without decimals; `12.0` is 12.
  func whole(in range: ClosedRange<Int64>) throws(LedgerFault) -> Int64 {
    guard decimals.allSatisfy({ $0 == "0" }) else { throw .noWhole(original) }
    return try value(of: digits, in: range, digits: 0)
  }

  /// The number times 10 to the `digits`.
  func scaled(digits places: Int, in range: ClosedRange<Int64>) throws(LedgerFault) -> Int64 {
    var kept = decimals[...]
    while kept.last == "0" { kept = kept.dropLast() }
    guard kept.count <= places else { throw .tooManyDecimals(original, digits: places) }
    return try value(of: digits + kept + String(repeating: "0", count: places - kept.count), in: range, digits: places)
  }

  private func value(of text: String, in range: ClosedRange<Int64>, digits: Int) throws(LedgerFault) -> Int64 {
    guard let magnitude = Int64(text), range.contains(isNegative ? -magnitude : magnitude) else {
      throw .outOfRange(from: Self.text(range.lowerBound, digits), to: Self.text(range.upperBound, digits))
    }
    return isNegative ? -magnitude : magnitude
  }

  /// `value` with its last `digits` places behind a point, as short as it can be.
  static func text(_ value: Int64, _ digits: Int) -> String {
    guard digits > 0 else { return String(value) }
    let symbols = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - symbols.count)) + symbols
    var decimals = padded.suffix(digits)
    while decimals.last == "0" { decimals = decimals.dropLast() }
    return (value < 0 ? "-" : "") + padded.dropLast(digits) + (decimals.isEmpty ? "" : "." + decimals)
  }

  /// A percentage in basis points: `65`, `65%`, `65.5 ％`; 0.65 without a sign could be meant as 65 %.
  static func share(_ text: String) throws(LedgerFault) -> Int64 {
    let plain = LedgerText.trimmed(halfWidth(text))
    let isSigned = plain.hasSuffix("%")
    let number = try LedgerNumber(isSigned ? LedgerText.trimmed(String(plain.dropLast())) : plain)
    let points: Int64
    do { points = try number.scaled(digits: 2, in: 0...10_000) } catch .outOfRange {
      if number.isNegative { throw .outOfRange(from: "0%", to: "100%") }
      throw .aboveWhole(text)
    }
    // 1 is one per cent or the whole, 0.65 is 0.65 % or 65 %.
    if !isSigned, points > 0, points <= 100 { throw .unclearShare(text) }
    return points
  }

  /// Full-width digits and marks as half-width ones.
  static func halfWidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }))
  }
}
