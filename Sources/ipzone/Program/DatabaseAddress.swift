import Foundation

/// The address of a PostgreSQL server, as far as it must be kept secret.
struct DatabaseAddress {
  private let text: String
  init(_ text: String) { self.text = text }

  /// The password of `postgres://user:password@host` or of `password=…`, as it is written.
  var password: String? {
    if let scheme = text.range(of: "://"), let at = text[scheme.upperBound...].lastIndex(of: "@"),
      let colon = text[scheme.upperBound..<at].firstIndex(of: ":")
    {
      let password = text[text.index(after: colon)..<at]
      if !password.isEmpty { return String(password) }
    }
    guard let key = text.range(of: "password=") else { return nil }
    let password = text[key.upperBound...].prefix { !" &".contains($0) }
    return password.isEmpty ? nil : String(password)
  }
}
