public import Kernel
import Patents
public import Tables

/// A table as a person maps it: its columns with what they probably mean, and its first rows.
public struct TableLook: Sendable {
  public let columns: [Column]
  /// The first rows of data, a text for each column.
  public let rows: [[String]]

  public struct Column: Sendable {
    public let header: String
    public let guess: ColumnUse
    public let ground: Ground
    /// The first values, each once.
    public let samples: [String]
  }

  /// What a guess rests on.
  public enum Ground: String, CaseIterable, Sendable {
    /// The header is known.
    case header
    /// The header resembles one that is known.
    case resemblance
    /// The values are of a certain form.
    case content
    case none

    public var phrase: Phrase {
      switch self {
      case .header: Phrase(zh: "表头已知", en: "The header is known")
      case .resemblance: Phrase(zh: "按表头推测，请核对", en: "Guessed by the header; please check")
      case .content: Phrase(zh: "按内容推测，请核对", en: "Guessed by the values; please check")
      case .none: Phrase(zh: "未能识别", en: "Not recognised")
      }
    }
  }

  /// - Throws: ``MappingRefusal/noTable`` for what has no header with rows below it; what a broken file is refused with.
  public init(path: String, limit: ExpansionLimit = ExpansionLimit()) throws {
    let input = FormatInput(path: path, limit: limit)
    guard try Self.isTable(input), let found = try Self.header(input) else { throw MappingRefusal.noTable }
    let places = found.header.indices.filter { CleanText.line(found.header[$0]) != nil }
    let data = found.rows.map { row in places.map { CleanText.line(row.texts.at($0)) ?? "" } }
    let header = places.map { CleanText.line(found.header[$0]) ?? "" }
    let guesses = ColumnGuesser(header, data).guesses
    columns = zip(header.indices, guesses).map { place, guess in
      Column(
        header: header[place], guess: guess.use, ground: guess.ground,
        samples: Self.samples(data.map { $0[place] }))
    }
    rows = Array(data.prefix(Self.shownRows))
    // Any program writes JSON, and of most of it nobody meant to say anything of patents.
    let isStrange = columns.allSatisfy { if case .field = $0.guess { false } else { true } }
    if isStrange, try JSONTable.isOne(ByteSource(path: path, limit: limit).peek(4_096)) { throw MappingRefusal.noTable }
  }

  private static let shownRows = 5

  /// Documents of JSON and of XML are no tables, whatever separators stand in them.
  private static func isTable(_ input: FormatInput) throws -> Bool {
    let head = try ByteSource(path: input.path, limit: input.limit).peek(4_096)
    let text = head.withoutMark
    guard let first = text.first(where: { $0 > 0x20 }) else { return false }
    if first == 0x7B { return !OPSJSON.recognises(text) }
    if first == 0x5B { return false }
    return first != 0x3C || MarkupTable.kind(head) != nil
  }

  /// The row with most headers that are known or guessed, and those behind it; else the fullest row of words.
  private static func header(_ input: FormatInput) throws -> (header: [String], rows: [TableRow])? {
    var best: (score: [Int], header: [String], rows: [TableRow])?
    for sheet in try TableFile.firstRows(input).chunked {
      for (place, row) in sheet.enumerated().dropLast() where row.fault == nil {
        guard let score = score(row) else { continue }
        if best.map({ $0.score.lexicographicallyPrecedes(score) }) ?? true {
          best = (score, row.texts, sheet[(place + 1)...].filter { $0.fault == nil })
        }
      }
    }
    return best.flatMap { $0.rows.isEmpty ? nil : ($0.header, $0.rows) }
  }

  private static func score(_ row: TableRow) -> [Int]? {
    let texts = row.texts.compactMap { CleanText.line($0) }
    guard texts.count >= 2 else { return nil }
    let known = texts.count { SheetHeader.meaning($0) != nil || HeaderResemblance.column(of: $0) != nil }
    let words = Set(texts).count == texts.count && texts.allSatisfy { $0.contains(where: \.isLetter) }
    return [known, words ? 1 : 0, texts.count]
  }

  private static func samples(_ texts: [String]) -> [String] {
    let different = texts.reduce(into: [String]()) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
    return different.prefix(3).map { $0.count > 60 ? $0.prefix(60) + "…" : $0 }
  }
}

extension [String] {
  fileprivate func at(_ place: Int) -> String { place < count ? self[place] : "" }
}
