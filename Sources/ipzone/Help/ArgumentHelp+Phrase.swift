import ArgumentParser
import Kernel

/// Stands between the two languages in the parser's help texts; ``HelpPage`` shows one of them.
let languageSeparator: Character = "\u{1F}"

extension ArgumentHelp {
  static func both(zh: String, en: String, value: String? = nil) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: bilingual(zh: zh, en: en)).naming(value)
  }

  private func naming(_ value: String?) -> ArgumentHelp {
    var help = self
    help.valueName = value
    return help
  }
}

func bilingual(zh: String, en: String) -> String { zh + String(languageSeparator) + en }

extension CommandConfiguration {
  /// A command with its words in both languages.
  init(
    _ name: String, zh: String, en: String, more: Phrase? = nil, subcommands: [any ParsableCommand.Type] = []
  ) {
    self.init(
      commandName: name, abstract: bilingual(zh: zh, en: en),
      discussion: more.map { bilingual(zh: $0.zh, en: $0.en) } ?? "", subcommands: subcommands,
      helpNames: [.long, .short])
  }
}
