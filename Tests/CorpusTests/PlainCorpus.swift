import Corpus
import Kernel

/// Documents that are searched by looking at every symbol: what the index must agree with.
struct PlainCorpus {
  var documents: [Int64: CorpusDocument] = [:]

  /// The ids of documents in which a phrase occurs, in the way of docs/search.md: folded, and words only as a whole.
  func find(_ phrase: String, in texts: Set<CorpusText> = CorpusQuery.allTexts) -> Set<Int64> {
    let wanted = Self.folded(phrase)
    return Set(
      documents.values.filter { document in
        texts.contains { text in
          switch text {
          case .title: Self.occurs(wanted, in: Self.folded(document.title))
          case .abstract: Self.occurs(wanted, in: Self.folded(document.abstract))
          case .claims: Self.occurs(wanted, in: Self.folded(document.claims))
          }
        }
      }.map(\.id))
  }

  /// The symbols of the random texts as people also type them: what is typed, and what it counts as.
  static let disguises: [Character: [Character]] = [
    "装": ["裝"], "连": ["連"], "电": ["電"], "体": ["體"], "传": ["傳"], "动": ["動"], "机": ["機"],
    "a": ["A", "ａ", "Ａ"], "b": ["B", "ｂ"], "g": ["Ｇ"], "1": ["１"], "6": ["６"], ",": ["，"], "(": ["（"], ")": ["）"],
    ":": ["："], " ": ["\u{3000}", "\n"],
  ]

  static let plain: [Character: Character] = Dictionary(
    uniqueKeysWithValues: disguises.flatMap { plain, others in others.map { ($0, plain) } })

  static func folded(_ text: String) -> [Character] {
    let symbols = text.map { plain[$0] ?? $0 }
    var folded: [Character] = []
    for (index, symbol) in symbols.enumerated() {
      guard symbol == " " else {
        folded.append(symbol)
        continue
      }
      let next = symbols[index...].first { $0 != " " }
      if let last = folded.last, let next, isWord(last), isWord(next) { folded.append(" ") }
    }
    return folded
  }

  static func isWord(_ symbol: Character) -> Bool { symbol.isASCII && (symbol.isLetter || symbol.isNumber) }

  static func occurs(_ wanted: [Character], in text: [Character]) -> Bool {
    guard let first = wanted.first, let last = wanted.last, text.count >= wanted.count else { return false }
    return (0...text.count - wanted.count).contains { start in
      let end = start + wanted.count
      guard text[start..<end].elementsEqual(wanted) else { return false }
      if isWord(first), start > 0, isWord(text[start - 1]) { return false }
      return !(isWord(last) && end < text.count && isWord(text[end]))
    }
  }
}

/// Random documents and phrases out of few symbols, so that all of them meet often.
struct TextDice {
  var dice: SeededDice
  private static let symbols = Array("装置连接电池体传动机构的所述一种用于水热器𠮷A")
  private static let words = ["a", "ab", "g06f", "16", "1", "led", "b1"]
  private static let signs: [Character] = [",", "。", "(", ")", ":", " ", "、"]

  init(seed: UInt64) { dice = SeededDice(seed: seed) }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[dice.roll(below: items.count)] }

  mutating func text(_ length: Int) -> String {
    var text = ""
    while text.count < length {
      switch dice.roll(below: 12) {
      case 0: text += pick(Self.words)
      case 1, 2: text.append(pick(Self.signs))
      default: text.append(pick(Array(Self.symbols.dropLast())))
      }
    }
    return text
  }

  mutating func document(_ id: Int64) -> CorpusDocument {
    var document = CorpusDocument(id: id)
    document.title = text(3 + dice.roll(below: 12))
    document.abstract = text(dice.roll(below: 90))
    document.claims = dice.roll(below: 4) == 0 ? "" : text(dice.roll(below: 160))
    document.ipc = (0..<dice.roll(below: 4)).map { _ in
      pick(["G06F 16/90", "G06F16/903", "G06F 3/00", "H01L 31/04", "A01B1/02"])
    }
    document.applicants = (0..<1 + dice.roll(below: 3)).map { _ in pick(["南京大学", "东南大学", "江宁水务", "乙公司"]) }
    document.province = pick(["江苏", "广东", nil])
    document.kind = pick(["invention", "utilityModel", "design"])
    document.filingDay = Day(year: 2015 + dice.roll(below: 10), month: 1 + dice.roll(below: 12), day: 1)
    document.applicationNumbers = ["CN20191000\(id)"]
    return document
  }

  /// A piece of a document, disguised, or something that stands nowhere.
  mutating func phrase(of document: CorpusDocument) -> String {
    if dice.roll(below: 8) == 0 { return text(1 + dice.roll(below: 5)) }
    let texts = [document.title, document.abstract, document.claims].filter { !$0.isEmpty }
    let source = Array(pick(texts))
    let length = min(source.count, 1 + dice.roll(below: dice.roll(below: 3) == 0 ? 30 : 6))
    let start = dice.roll(below: source.count - length + 1)
    var phrase = ""
    for symbol in source[start..<start + length] {
      let others = PlainCorpus.disguises[symbol] ?? []
      phrase.append(others.isEmpty || dice.roll(below: 3) > 0 ? symbol : pick(others))
    }
    return phrase
  }
}
