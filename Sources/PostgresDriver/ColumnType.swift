import CPostgres
import Storage

/// How the server's binary values become ours.
///
/// The numbers are the server's own, from `pg_type`.
enum ColumnType {
  static let bytea: Oid = 17
  static let int8: Oid = 20
  static let text: Oid = 25
  static let float8: Oid = 701

  static func value(_ bytes: UnsafeRawBufferPointer, of type: Oid) throws(StorageFault) -> SQLValue {
    switch type {
    case 25, 1_043, 1_042, 19, 18, 705, 114: .text(String(decoding: bytes, as: UTF8.self))
    case int8: .integer(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
    case 23: .integer(Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self))))
    case 21: .integer(Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self))))
    case 26: .integer(Int64(UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))))
    case 16: .integer(bytes.first == 0 ? 0 : 1)
    case bytea: .blob(Array(bytes))
    case float8: .real(Double(bitPattern: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))))
    case 700: .real(Double(Float(bitPattern: UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self)))))
    case 1_700: numeric(bytes)
    case 2_278: .null
    default: throw .failed(code: "type", message: "no value for columns of type \(type); cast it in the statement")
    }
  }

  /// Four 16-bit words (digits, weight, sign, scale), then the digits to the base 10,000.
  ///
  /// `sum` of 64-bit integers is a numeric without scale: an integer again, unless it is too large for one.
  private static func numeric(_ bytes: UnsafeRawBufferPointer) -> SQLValue {
    func word(_ place: Int) -> Int {
      Int(Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: 2 * place, as: Int16.self)))
    }
    let (count, weight, sign, scale) = (word(0), word(1), word(2) & 0xFFFF, word(3))
    let isFinite = sign == 0 || sign == 0x4000
    guard isFinite else { return .real(sign == 0xC000 ? .nan : sign == 0xD000 ? .infinity : -.infinity) }
    if scale == 0, let integer = integral((0..<count).map { word(4 + $0) }, weight: weight, isNegative: sign != 0) {
      return .integer(integer)
    }
    return .real(Double(decimal((0..<count).map { word(4 + $0) }, weight: weight, isNegative: sign != 0)) ?? .nan)
  }

  private static func integral(_ digits: [Int], weight: Int, isNegative: Bool) -> Int64? {
    var value: Int64 = 0
    for place in 0..<max(weight + 1, 0) {
      let digit = Int64(place < digits.count ? digits[place] : 0)
      let (shifted, over) = value.multipliedReportingOverflow(by: 10_000)
      let (sum, overAgain) = shifted.addingReportingOverflow(isNegative ? -digit : digit)
      guard !over, !overAgain else { return nil }
      value = sum
    }
    return value
  }

  /// As decimal text, so that the conversion to binary rounds once.
  private static func decimal(_ digits: [Int], weight: Int, isNegative: Bool) -> String {
    let figures = digits.map { String(String($0 + 10_000).dropFirst()) }.joined()
    return (isNegative ? "-" : "") + (figures.isEmpty ? "0" : figures) + "e\((weight + 1 - digits.count) * 4)"
  }
}
