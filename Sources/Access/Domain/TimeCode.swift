public import Foundation

/// The arithmetic of time-based one-time codes: six digits, steps of thirty seconds.
///
/// The keyed hash (HMAC-SHA-1 of ``message(step:)``) is made by whoever has the key. Source: RFC 6238.
public enum TimeCode {
  public static let period: Int64 = 30

  public static func step(at now: Date) -> Int64 {
    Int64((now.timeIntervalSince1970 / TimeInterval(period)).rounded(.down))
  }

  /// The steps whose code is taken at `now`: this one and its neighbours, but none up to the `last` that was used.
  public static func steps(at now: Date, after last: Int64) -> [Int64] {
    let step = step(at: now)
    return (step - 1...step + 1).filter { $0 > last }
  }

  /// What is hashed: the step, big-endian.
  public static func message(step: Int64) -> [UInt8] {
    let bits = UInt64(bitPattern: step)
    return (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
  }

  /// The last `count` decimal digits of the 31 bits that the hash's last nibble points at.
  ///
  /// - Parameter mac: 20 bytes.
  public static func digits(of mac: [UInt8], count: Int = 6) -> String {
    guard mac.count >= 20, let last = mac.last else { return "" }
    let start = Int(last & 15)
    let bits = mac[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    var divisor: UInt32 = 1
    for _ in 0..<count { divisor *= 10 }
    let digits = String(bits % divisor)
    return String(repeating: "0", count: count - digits.count) + digits
  }

  /// What an authenticator reads from the QR code.
  public static func address(secret: [UInt8], name: String, issuer: String) -> String {
    let name = escaped(name)
    let issuer = escaped(issuer)
    return
      "otpauth://totp/\(issuer):\(name)?secret=\(Base32.text(secret))&issuer=\(issuer)&algorithm=SHA1&digits=6&period=30"
  }

  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(
      withAllowedCharacters: .alphanumerics.intersection(CharacterSet(charactersIn: "!"..."~"))) ?? ""
  }
}
