/// A wish for help: `--help`, `-h` or `help` anywhere before `--`, or no word at all.
struct HelpRequest {
  private let words: [String]

  init?(_ words: [String]) {
    let heard = words.prefix { $0 != "--" }
    let meant = heard.filter { !$0.hasPrefix("-") && $0 != "help" }
    let onlyHow = heard.allSatisfy { $0 == "--json" || $0.hasPrefix("--lang") || $0 == "zh" || $0 == "en" }
    guard heard.contains("--help") || heard.contains("-h") || heard.first == "help" || onlyHow else { return nil }
    self.words = Array(meant)
  }

  func answer(on console: Console) -> Int32 {
    let page = HelpPage.root.command(along: words)
    if console.isJSON {
      console.json(["help": JSONLine(page.text(in: console.language))])
    } else {
      console.line(page.text(in: console.language))
    }
    return ExitStatus.done.rawValue
  }
}
