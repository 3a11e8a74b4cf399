import Crypto
import Foundation
import Kernel
import Learning

/// The codes of tickets, certificates and rooms: made of a key of the zone whenever they are needed, and kept nowhere.
///
/// Sixteen symbols are eighty bits, so nobody finds one by trying; they say nothing of whom they belong to.
struct LearningKeys: Sendable {
  private let key: SymmetricKey
  private static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
  /// How long the code of a room is shown, in seconds; it is taken as long again.
  static let window = 300

  init(zoneKey: [UInt8]) { key = SymmetricKey(data: Data(Array("lectures".utf8) + zoneKey)) }

  func ticket(of id: ID<Booking>) -> String { code("ticket \(id)", symbols: 16) }

  func certificate(of id: ID<Booking>) -> String { code("certificate \(id)", symbols: 16) }

  /// The code that the screen of a lecture shows at `now`.
  func room(of id: ID<Lecture>, at now: Date) -> String { room(id, Int(now.timeIntervalSince1970) / Self.window) }

  /// Whether `typed` is the code that is shown now, or was just before.
  func isRoom(_ typed: String, of id: ID<Lecture>, at now: Date) -> Bool {
    let current = Int(now.timeIntervalSince1970) / Self.window
    return [current, current - 1].contains { Self.equal(plainCode(typed), room(id, $0)) }
  }

  func isTicket(_ typed: String, of id: ID<Booking>) -> Bool { Self.equal(plainCode(typed), ticket(of: id)) }

  func isCertificate(_ typed: String, of id: ID<Booking>) -> Bool { Self.equal(plainCode(typed), certificate(of: id)) }

  private func room(_ id: ID<Lecture>, _ window: Int) -> String { code("room \(id) \(window)", symbols: 8) }

  private func code(_ text: String, symbols: Int) -> String {
    let bytes = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
    return String(bytes.prefix(symbols).map { Self.alphabet[Int($0 & 31)] })
  }

  /// Takes the same time wherever the first difference is.
  private static func equal(_ one: String, _ other: String) -> Bool {
    let (left, right) = (Array(one.utf8), Array(other.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// A code in groups of four, as tickets and certificates print it.
public func groupedCode(_ code: String) -> String {
  stride(from: 0, to: code.count, by: 4).map { String(code.dropFirst($0).prefix(4)) }.joined(separator: "-")
}

/// The code in what somebody typed or scanned: in either case, with or without hyphens and blanks, and also where it
/// ends the address that a ticket's QR code holds.
public func plainCode(_ typed: String) -> String {
  let written = typed.split(separator: "/").last.map(String.init) ?? ""
  return written.uppercased().filter { !$0.isWhitespace && $0 != "-" }
}
