public import Corpus
import Foundation
import Synchronization

/// The scheme of the IPC that ships with the program: edition 2023.01.
///
/// Symbols of another edition stand for themselves alone where this one does not have them.
public enum IPCLibrary {
  private static let kept = Mutex<IPCScheme?>(nil)

  public static func shipped() throws -> IPCScheme {
    try kept.withLock { kept in
      if let kept { return kept }
      let file = Bundle.module.bundleURL.appending(path: "Resources/ipc-2023.01.txt")
      let lines = lines(of: try String(contentsOf: file, encoding: .utf8))
      let scheme = IPCScheme(reading: { lines[$0].map { symbols(of: $0) } ?? [] })
      kept = scheme
      return scheme
    }
  }

  /// The line of each subclass.
  private static func lines(of text: String) -> [String: Substring] {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    return Dictionary(lines.map { (String($0.prefix { $0 != " " }), $0) }) { first, _ in first }
  }

  private static func symbols(of text: Substring) -> [IPCScheme.Entry] {
    var symbols: [IPCScheme.Entry] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      guard let subclass = words.first else { continue }
      var group: Substring = ""
      for word in words.dropFirst() {
        if word.hasSuffix("/") {
          group = word
          symbols.append(("\(subclass)\(group)00", 0))
        } else if let dots = word.utf8.last {
          symbols.append(("\(subclass)\(group)\(word.dropLast())", Int(dots) - 0x60))
        }
      }
    }
    return symbols
  }
}
