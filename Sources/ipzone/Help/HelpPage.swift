import ArgumentParser
import Kernel

/// The help of one command in one language, made of what the parser knows.
struct HelpPage {
  private let path: [String]
  private let command: ToolInfo.Command

  /// The help of `ipzone` itself.
  static let root: HelpPage = {
    let empty = ToolInfo.Command(
      commandName: "ipzone", abstract: nil, discussion: nil, subcommands: nil, arguments: nil)
    return HelpPage(path: ["ipzone"], command: (try? ToolInfo.of(IPZone.self))?.command ?? empty)
  }()

  /// The page of the command that `words` lead to; words that name no command end the way.
  func command(along words: some Sequence<String>) -> HelpPage {
    var page = self
    for word in words {
      guard let next = page.subcommands.first(where: { $0.commandName == word }) else { break }
      page = HelpPage(path: page.path + [word], command: next)
    }
    return page
  }

  func command(for type: any ParsableCommand.Type) -> HelpPage {
    guard let name = type.configuration.commandName else { return self }
    return command(along: [name])
  }

  /// Every command below, the page itself first.
  var all: [HelpPage] {
    [self] + subcommands.flatMap { HelpPage(path: path + [$0.commandName], command: $0).all }
  }

  var words: [String] { Array(path.dropFirst()) }

  func text(in language: Language) -> String {
    var parts = [command.abstract.map { shown($0, in: language) } ?? "", usage(in: language)]
    parts.append(table(Phrase(zh: "参数", en: "Arguments"), positionals.map { row($0, in: language) }, in: language))
    parts.append(table(Phrase(zh: "选项", en: "Options"), named.map { row($0, in: language) }, in: language))
    parts.append(
      table(
        Phrase(zh: "命令", en: "Commands"),
        subcommands.map { ($0.commandName, shown($0.abstract ?? "", in: language)) }, in: language))
    parts.append(command.discussion.map { shown($0, in: language) } ?? "")
    if !subcommands.isEmpty { parts.append(invitation.text(in: language)) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// `ipzone import [OPTIONS] FILE ...`.
  func usage(in language: Language) -> String {
    let values = positionals.map { argument in
      let name = (argument.valueName ?? "") + (argument.isRepeating ? "..." : "")
      return argument.isOptional ? "[\(name)]" : name
    }
    let command = subcommands.isEmpty ? [] : [Phrase(zh: "命令", en: "COMMAND").text(in: language)]
    let options = named.isEmpty ? [] : [Phrase(zh: "[选项]", en: "[OPTIONS]").text(in: language)]
    let title = Phrase(zh: "用法：", en: "Usage: ").text(in: language)
    return title + (path + command + options + values).joined(separator: " ")
  }

  private var invitation: Phrase {
    Phrase(
      zh: "“\(path.joined(separator: " ")) 命令 --help”显示各命令的用法。",
      en: "“\(path.joined(separator: " ")) COMMAND --help” shows how to use a command.")
  }

  private var subcommands: [ToolInfo.Command] { (command.subcommands ?? []).filter { $0.commandName != "help" } }
  private var shownArguments: [ToolInfo.Argument] { (command.arguments ?? []).filter(\.shouldDisplay) }
  private var positionals: [ToolInfo.Argument] { shownArguments.filter { $0.kind == .positional } }
  private var named: [ToolInfo.Argument] {
    shownArguments.filter { $0.kind != .positional && $0.names?.contains { $0.name == "version" } != true }
  }

  private func row(_ argument: ToolInfo.Argument, in language: Language) -> (String, String) {
    let value = argument.kind == .flag ? "" : argument.valueName ?? ""
    let names = (argument.names ?? []).map(\.text).sorted { $0.count < $1.count }.joined(separator: ", ")
    var words = isHelp(argument) ? helpWords.text(in: language) : shown(argument.abstract ?? "", in: language)
    if let standard = argument.defaultValue, !standard.isEmpty {
      words += Phrase(zh: "（默认 \(standard)）", en: " (default \(standard))").text(in: language)
    }
    return ([names, value].filter { !$0.isEmpty }.joined(separator: " "), words)
  }

  private func isHelp(_ argument: ToolInfo.Argument) -> Bool { argument.names?.contains { $0.name == "help" } == true }
  private var helpWords: Phrase { Phrase(zh: "显示用法", en: "Show how to use this") }

  private func table(_ title: Phrase, _ rows: [(String, String)], in language: Language) -> String {
    guard !rows.isEmpty else { return "" }
    let width = min(rows.map { $0.0.count }.max() ?? 0, 28)
    let lines = rows.map { name, words in
      name.count > width
        ? "  \(name)\n" + String(repeating: " ", count: width + 4) + words
        : "  " + name + String(repeating: " ", count: width - name.count + 2) + words
    }
    return title.text(in: language) + Phrase(zh: "：", en: ":").text(in: language) + "\n" + lines.joined(separator: "\n")
  }

  private func shown(_ text: String, in language: Language) -> String {
    let parts = text.split(separator: languageSeparator, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return text }
    return Phrase(zh: parts[0], en: parts[1]).text(in: language)
  }
}
