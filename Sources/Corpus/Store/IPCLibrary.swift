public import Corpus
import Foundation
import Synchronization

/// The scheme of the IPC that ships with the program: edition 2023.01.
///
/// Symbols of another edition stand for themselves alone where this one does not have them.
public enum IPCLibrary {
  private static let kept = Mutex<IPCScheme?>(nil)

  /// - Complexity: a tenth of a second the first time.
  public static func shipped() throws -> IPCScheme {
    try kept.withLock { kept in
      if let kept { return kept }
      let file = Bundle.module.bundleURL.appending(path: "Resources/ipc-2023.01.txt")
      let scheme = IPCScheme(symbols(of: try String(contentsOf: file, encoding: .utf8)))
      kept = scheme
      return scheme
    }
  }

  static func symbols(of text: String) -> [(symbol: String, dots: Int)] {
    var symbols: [(symbol: String, dots: Int)] = []
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
