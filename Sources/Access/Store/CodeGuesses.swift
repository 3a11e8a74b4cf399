import Access
public import Foundation
public import Storage

/// Wrong codes by the address that they come from, so that nobody goes through them one by one.
///
/// Counted where failed attempts to sign in are, under a keyed mark of the address: nothing says which code was tried
/// or what it opened.
public struct CodeGuesses: Sendable {
  let seal: ZoneSeal
  let rule: Lockout

  /// When `address` is heard again; nil: at once.
  public func end(from address: String?, at now: Date, in db: any Reading) throws -> Date? {
    guard let (failures, last) = try SessionRows.attempts(door(address), in: db),
      let end = rule.end(after: failures, last: last), end > now
    else { return nil }
    return end
  }

  public func count(from address: String?, at now: Date, in db: any Writing) throws {
    _ = try SessionRows.fail(door(address), at: now, forgetting: rule.forgetting, in: db)
  }

  /// One door for each network: whoever has one IPv6 address has 2⁶⁴ of them.
  private func door(_ address: String?) -> String {
    guard let address else { return seal.subject("code", "-") }
    let isWide = address.contains(":")
    let groups = address.split(separator: ":", omittingEmptySubsequences: false)
    let network = isWide ? groups.prefix(4).joined(separator: ":") : address
    return seal.subject("code", network)
  }
}

extension AccessDesk {
  /// Where wrong public codes are counted.
  public var codeGuesses: CodeGuesses { CodeGuesses(seal: seal, rule: policy.codes) }
}
