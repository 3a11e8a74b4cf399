/// Options of every command may stand before the command too: `ipzone --lang en migrate`.
enum WordOrder {
  private static let withValue: Set<String> = ["--data", "--database", "--lang", "--log-level"]

  /// The words with such options behind the command, where the parser looks for them.
  static func arranged(_ words: [String]) -> [String] {
    var rest = words[...]
    var leading: [String] = []
    while let word = rest.first, word == "--json" || withValue.contains(String(word.prefix { $0 != "=" })) {
      let isPair = withValue.contains(word)
      leading += rest.prefix(isPair ? 2 : 1)
      rest = rest.dropFirst(isPair ? 2 : 1)
    }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return rest[..<end] + leading + rest[end...]
  }
}
