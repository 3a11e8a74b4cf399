/// A piece of a shown text, and whether the query found it.
public struct MarkedPiece: Equatable, Sendable {
  public let text: String
  public let isMarked: Bool

  public init(text: String, isMarked: Bool) {
    self.text = text
    self.isMarked = isMarked
  }
}

/// Marks in a text what a query looks for, by the same folding as the index.
public enum Highlighter {
  /// The text in pieces; together they are the text, bit for bit.
  public static func mark(_ query: CorpusQuery, in text: String, of field: CorpusText) -> [MarkedPiece] {
    var folder = TextFolder(keepsOrigins: true)
    folder.append(text)
    let (units, sorts) = (folder.units, folder.sorts)
    let bytes = Array(text.utf8)
    var isMarked = [Bool](repeating: false, count: bytes.count)
    for wanted in query.marked(in: field) {
      let isPrefix = wanted.hasSuffix("*")
      let wanted = FoldedText(isPrefix ? String(wanted.dropLast()) : wanted).units
      for range in places(of: wanted, in: units, sorts, isPrefix) {
        let start = Int(folder.origins[range.lowerBound])
        let last = Int(folder.origins[range.upperBound - 1])
        var end = last + 1
        // The last symbol to its end.
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        for place in start..<end { isMarked[place] = true }
      }
    }
    var pieces: [MarkedPiece] = []
    var start = 0
    for place in bytes.indices where place > 0 && isMarked[place] != isMarked[place - 1] {
      pieces.append(MarkedPiece(text: String(decoding: bytes[start..<place], as: UTF8.self), isMarked: isMarked[start]))
      start = place
    }
    if !bytes.isEmpty {
      pieces.append(MarkedPiece(text: String(decoding: bytes[start...], as: UTF8.self), isMarked: isMarked[start]))
    }
    return pieces
  }

  private static func places(
    of wanted: [UInt16], in units: [UInt16], _ sorts: [SymbolSort], _ isPrefix: Bool
  ) -> [Range<Int>] {
    guard let first = wanted.first, units.count >= wanted.count else { return [] }
    return (0...units.count - wanted.count).compactMap { start in
      guard units[start] == first, units[start..<start + wanted.count].elementsEqual(wanted) else { return nil }
      // A word is found whole at its beginning; behind it a prefix may go on.
      if sorts[start] == .word, start > 0, sorts[start - 1] == .word { return nil }
      let end = start + wanted.count
      let goesOn = end < units.count && sorts[end] == .word && sorts[end - 1] == .word
      return goesOn && !isPrefix ? nil : start..<end
    }
  }
}
