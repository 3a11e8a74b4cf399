/// The pieces of a query as it is typed.
enum QueryPiece: Equatable {
  case word(String)
  case quoted(String)
  /// A name and what follows it: `=`, `:`, `==`, `>=`, `<=`, `>`, `<`.
  case field(String, relation: String)
  case range(from: String, to: String)
  case open, close, and, or, not

  /// How it is shown in a refusal.
  var shown: String {
    switch self {
    case .word(let text), .quoted(let text): text
    case .field(let name, let relation): name + relation
    case .range(let from, let to): "[\(from) TO \(to)]"
    case .open: "("
    case .close: ")"
    case .and: "AND"
    case .or: "OR"
    case .not: "NOT"
    }
  }
}

/// Takes a query apart.
///
/// Full-width punctuation is taken as half-width.
struct QueryLexer {
  private let symbols: [Character]
  private var at = 0
  private var pieces: [QueryPiece] = []
  /// Where the piece begins that is being read.
  private var start = 0
  /// Where each piece stands, counted in symbols of the text.
  private(set) var places: [Range<Int>] = []

  /// The symbols as they were typed.
  private let originals: [Character]

  init(_ text: String) {
    originals = Array(text)
    symbols = originals.map(Self.half)
  }

  private static func half(_ symbol: Character) -> Character {
    switch symbol {
    case "（", "【", "〔": return "("
    case "）", "】", "〕": return ")"
    case "“", "”", "＂", "「", "」", "『", "』": return "\""
    case "［": return "["
    case "］": return "]"
    case "\u{3000}", "\t", "\n", "\r", "\u{A0}": return " "
    default:
      guard let scalar = symbol.unicodeScalars.first, (0xFF01...0xFF5E).contains(scalar.value),
        let folded = Unicode.Scalar(scalar.value - 0xFEE0)
      else { return symbol }
      return Character(folded)
    }
  }

  mutating func read() throws(CorpusRefusal) -> [QueryPiece] {
    while at < symbols.count {
      while places.count < pieces.count { places.append(start..<at) }
      start = at
      switch symbols[at] {
      case " ", ",", ";": at += 1
      case "(": take(.open)
      case ")": take(.close)
      case "\"": pieces.append(.quoted(try quoted()))
      case "[": pieces.append(try range())
      case "!": take(.not)
      case "&", "|":
        let piece: QueryPiece = symbols[at] == "&" ? .and : .or
        while at < symbols.count, symbols[at] == "&" || symbols[at] == "|" { at += 1 }
        pieces.append(piece)
      case "-" where at == 0 || symbols[at - 1] == " " || symbols[at - 1] == "(": take(.not)
      default: try word()
      }
    }
    while places.count < pieces.count { places.append(start..<at) }
    return pieces
  }

  /// What was being read when a fault was found, to the end of the text where nothing ended it.
  var unread: Range<Int> { start..<(at > start ? at : symbols.count) }

  private mutating func take(_ piece: QueryPiece) {
    pieces.append(piece)
    at += 1
  }

  /// A value to the letter, as after `==`: nothing is folded, and two quotation marks stand for one.
  private mutating func exact() throws(CorpusRefusal) -> String {
    var value = ""
    var place = at + 1
    while place < originals.count {
      if originals[place] == "\"" {
        guard place + 1 < originals.count, originals[place + 1] == "\"" else {
          at = place + 1
          return value
        }
        place += 1
      }
      value.append(originals[place])
      place += 1
    }
    throw .query(.unclosedQuote)
  }

  private mutating func quoted() throws(CorpusRefusal) -> String {
    if case .field(_, "==")? = pieces.last, originals[at] == "\"" { return try exact() }
    let start = at + 1
    guard let end = symbols[start...].firstIndex(of: "\"") else { throw .query(.unclosedQuote) }
    at = end + 1
    return String(symbols[start..<end])
  }

  private mutating func range() throws(CorpusRefusal) -> QueryPiece {
    let start = at + 1
    guard let end = symbols[start...].firstIndex(of: "]") else { throw .query(.unclosedBracket) }
    at = end + 1
    let text = String(symbols[start..<end])
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3, ["to", "至", "到"].contains(words[1].lowercased()) else { throw .query(.badRange(text)) }
    return .range(from: words[0], to: words[2])
  }

  private static let ends: Set<Character> = [" ", "(", ")", "\"", "[", "]", ",", ";", "|", "&"]

  private mutating func word() throws(CorpusRefusal) {
    let start = at
    while at < symbols.count, !Self.ends.contains(symbols[at]) {
      if let relation = relation(at: at) {
        guard at > start else { break }
        at += relation.count
        pieces.append(.field(String(symbols[start..<at - relation.count]), relation: relation))
        return
      }
      at += 1
    }
    guard at > start else {
      at += 1
      return
    }
    let text = String(symbols[start..<at])
    switch text.lowercased() {
    case "and", "与", "并且": pieces.append(.and)
    case "or", "或", "或者": pieces.append(.or)
    case "not", "非", "不含": pieces.append(.not)
    default:
      if isProximity(text) { throw .query(.proximity(text)) }
      pieces.append(.word(text))
    }
  }

  private func relation(at place: Int) -> String? {
    let next = place + 1 < symbols.count ? symbols[place + 1] : " "
    switch symbols[place] {
    case "=": return next == "=" ? "==" : "="
    case ":": return ":"
    case ">", "<": return next == "=" ? String([symbols[place], "="]) : String(symbols[place])
    default: return nil
    }
  }

  /// `near/3`, `$w2`, and a bracketed `2w` or `3n` as at vendors.
  private func isProximity(_ text: String) -> Bool {
    let lower = text.lowercased()
    if lower.hasPrefix("near/") || lower.hasPrefix("adj/") || lower.hasPrefix("$") { return true }
    guard pieces.last == .open, at < symbols.count, symbols[at] == ")", let last = lower.last else { return false }
    return (last == "w" || last == "n") && !lower.dropLast().isEmpty && lower.dropLast().allSatisfy(\.isNumber)
  }
}
