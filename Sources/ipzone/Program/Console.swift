import Foundation
import Kernel
import Synchronization

/// Where the program speaks: data and results to standard output, everything else to standard error.
///
/// With `--json` standard output carries JSON lines only. Text is UTF-8 whatever the locale.
struct Console: Sendable {
  let language: Language
  let isJSON: Bool

  /// Words for people on standard output; silent with `--json`.
  func say(_ phrase: Phrase) {
    if !isJSON { line(phrase.text(in: language)) }
  }

  /// Words for people on standard error.
  func note(_ phrase: Phrase) { writeAll(phrase.text(in: language) + "\n", to: STDERR_FILENO) }

  /// A line of data on standard output.
  func line(_ text: String) { writeAll(text + "\n", to: STDOUT_FILENO) }

  func json(_ object: JSONLine) { line(object.text) }

  /// Text on standard error without a line's end, as a progress bar needs it.
  func draw(_ text: String) { writeAll(text, to: STDERR_FILENO) }

  var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Writes all of `text`; a reader that has gone away ends it silently.
func writeAll(_ text: String, to descriptor: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(
        descriptor, UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[rest.indices]).baseAddress,
        rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

/// Which language a run speaks: `--lang`, then the locale, then Chinese.
enum LanguageChoice {
  static func language(words: [String], environment: [String: String]) -> Language {
    if let named = named(in: words) { return named }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let locale else { return .zh }
    return locale.lowercased().hasPrefix("zh") ? .zh : .en
  }

  private static func named(in words: [String]) -> Language? {
    for (place, word) in words.enumerated() {
      if word == "--lang", place + 1 < words.count { return LanguageOption(rawValue: words[place + 1])?.language }
      if word.hasPrefix("--lang=") { return LanguageOption(rawValue: String(word.dropFirst(7)))?.language }
    }
    return nil
  }
}
