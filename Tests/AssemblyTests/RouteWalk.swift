import Access
import Assembly
import Fixtures
import Foundation
import HTTPTypes
import Kernel
import Matters
import PortalFixtures
import Testing
import Web

/// Everything that can be got from a zone by asking for addresses: each GET route, with what its segments can be.
struct RouteWalk: Sendable {
  let addresses: [String]

  /// - Parameters:
  ///   - segments: what may stand for a segment of an address, such as `:place`; of ids, by the address before them.
  ///   - words: what is searched for on every page without segments.
  init(_ zone: TestZone, segments: [String: [String]], searching words: [String]) {
    var addresses: [String] = []
    for route in ZonePortal.routes(zone.zone).all where route.method == .get && route.path != "/sign-out" {
      var found = [""]
      for segment in route.path.split(separator: "/") {
        var choices = [String(segment)]
        if segment.hasPrefix(":") {
          let place = (found.first ?? "") + "/" + segment
          choices = segments[place] ?? segments[String(segment)] ?? []
        }
        found = found.flatMap { start in choices.map { "\(start)/\($0)" } }
      }
      if route.path == "/" { found = ["/"] }
      addresses += found
      guard !route.path.contains(":"), route.sort != .file else { continue }
      for word in words {
        let query = word.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        addresses += ["q", "number"].map { "\(route.path)?\($0)=\(query)" }
      }
    }
    self.addresses = addresses
  }

  /// Where `browser` is shown one of `words`, and which.
  func finds(_ words: [String], by browser: PortalClient) async throws -> [Found] {
    var found: [Found] = []
    for address in addresses {
      let answer = try await browser.get(address)
      #expect(answer.status.code < 500, "\(address)")
      let text = try Self.text(answer)
      for word in words where text.contains(word) { found.append(Found(address: address, word: word)) }
    }
    return found
  }

  struct Found: Hashable, CustomStringConvertible {
    let address: String
    let word: String
    var description: String { "\(address): \(word)" }
  }

  /// What an answer says: also of a PDF, and of what is packed.
  static func text(_ answer: PortalAnswer) throws -> String {
    let head = "\(answer.headers)"
    guard let first = answer.bytes.first else { return head }
    if answer.bytes.starts(with: Array("%PDF".utf8)) { return try head + read(answer.bytes, pdf: true) }
    if first == UInt8(ascii: "P"), answer.bytes.starts(with: [0x50, 0x4B, 3, 4]) {
      return try head + read(answer.bytes, pdf: false)
    }
    return head + answer.text
  }

  private static func read(_ bytes: [UInt8], pdf: Bool) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "walk-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let data =
      try pdf
      ? Child.output(of: "/usr/bin/pdftotext", [file.path, "-"])
      : Child.output(of: "/usr/bin/python3", ["-c", unpacking, file.path])
    // A line of a PDF may break anywhere.
    let text = String(decoding: data, as: UTF8.self)
    return pdf ? text.filter { !$0.isWhitespace } : text
  }

  private static let unpacking = """
    import sys, zipfile
    with zipfile.ZipFile(sys.argv[1]) as z:
        for name in z.namelist():
            sys.stdout.buffer.write(name.encode() + z.read(name))
    """
}
