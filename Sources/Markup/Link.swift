public import Kernel

/// An address inside the portal, such as `/patents?kind=A`.
///
/// It knows no language: markup and redirects put the prefix of the page's language in front. Addresses of
/// programs (`/api/…`) and of style sheets (`/assets/…`) are the same in every language.
public struct Link: Hashable, Sendable {
  /// Path, query and fragment without the language's prefix, percent-encoded.
  public let target: String

  /// - `path`: begins with `/`; ids and numbers may stand in it, free text goes into `query`.
  /// - `query`: names and values in the order in which they are to stand.
  /// - `fragment`: the id of an element on the page.
  public init(_ path: String, query: [(String, String)] = [], fragment: String? = nil) {
    var target = path
    if !query.isEmpty {
      let joiner = path.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
      target += joiner + query.map { "\(percentEncoded($0.0))=\(percentEncoded($0.1))" }.joined(separator: "&")
    }
    if let fragment { target += "#" + percentEncoded(fragment) }
    self.target = target
  }

  /// An address that came from outside, such as `return-to`: nil for everything that could lead elsewhere.
  ///
  /// Browsers take `\` for `/` and drop tabs and line ends, so `//host`, `/\host` and `/\t/host` all leave.
  public init?(returningTo text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 2_000, bytes.first == UInt8(ascii: "/") else { return nil }
    guard bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else { return nil }
    // Also behind the language, which is taken off: "/en//host" must not become "//host".
    let target = Self.withoutPrefix(text)
    guard !text.hasPrefix("//"), !target.hasPrefix("//") else { return nil }
    self.target = target
  }

  public func path(in language: Language) -> String {
    guard !isForPrograms else { return target }
    guard target != "/" else { return language.pathPrefix.isEmpty ? "/" : language.pathPrefix }
    return language.pathPrefix + target
  }

  private var isForPrograms: Bool { target.hasPrefix("/api/") || target.hasPrefix("/assets/") }

  private static func withoutPrefix(_ path: String) -> String {
    for language in Language.allCases where !language.pathPrefix.isEmpty {
      if path == language.pathPrefix { return "/" }
      if path.hasPrefix(language.pathPrefix + "/") { return String(path.dropFirst(language.pathPrefix.count)) }
      if path.hasPrefix(language.pathPrefix + "?") { return "/" + path.dropFirst(language.pathPrefix.count) }
    }
    return path
  }
}

/// `text` with everything but RFC 3986's unreserved symbols percent-encoded.
func percentEncoded(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      bytes.append(byte)
    default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
