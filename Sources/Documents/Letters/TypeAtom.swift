public import Kernel

/// The smallest that a line is made of: one Chinese character, one word, one space.
struct TypeAtom: Equatable {
  var text: String
  var face: LetterFace
  /// What it takes on the line; a Chinese character takes a whole cell, whatever its font says.
  var width: Double
  /// Whether it is a Chinese character or mark, which stands in a cell of the grid.
  var isWide: Bool

  var isSpace: Bool { text == " " }

  /// Marks that must not begin a line.
  private static let closing = Set("。，、；：？！）》〉」』】〕”’…—～·％℃,.;:?!)]}%")
  /// Marks that must not end a line.
  private static let opening = Set("（《〈「『【〔“‘([{￥$")

  func mayBegin(after last: TypeAtom) -> Bool {
    guard let first = text.first, let end = last.text.last else { return true }
    return !Self.closing.contains(first) && !Self.opening.contains(end)
  }
}

/// How wide `text` is in a face and a size, in points.
typealias TypeMeasure = (_ text: String, _ face: LetterFace, _ size: Double) -> Double

/// Cuts texts into atoms.
struct TypeCutter {
  let language: Language
  let size: Double
  /// What a wide character takes.
  let cell: Double
  let measure: TypeMeasure

  func atoms(_ text: String, _ face: LetterFace) -> [TypeAtom] {
    var atoms: [TypeAtom] = []
    var word = ""
    func close() {
      if !word.isEmpty { atoms += narrow(word, face) }
      word = ""
    }
    for symbol in text {
      if symbol.isWhitespace {
        close()
        if atoms.last?.isSpace == false {
          atoms += [TypeAtom(text: " ", face: face, width: measure(" ", face, size), isWide: false)]
        }
      } else if isWide(symbol) {
        close()
        atoms.append(TypeAtom(text: String(symbol), face: face, width: cell, isWide: true))
      } else {
        word.append(symbol)
      }
    }
    close()
    return atoms
  }

  /// A word; one that no line could hold is cut between its letters.
  private func narrow(_ word: String, _ face: LetterFace) -> [TypeAtom] {
    let width = measure(word, face, size)
    guard width > TypePage.width - 2 * cell, word.count > 1 else {
      return [TypeAtom(text: word, face: face, width: width, isWide: false)]
    }
    return word.map { letter in
      let text = String(letter)
      return TypeAtom(text: text, face: face, width: measure(text, face, size), isWide: false)
    }
  }

  /// Quotation marks, dashes and dots are wide in Chinese text and narrow in English.
  private func isWide(_ symbol: Character) -> Bool {
    guard let scalar = symbol.unicodeScalars.first?.value else { return false }
    switch scalar {
    case 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026, 0x00B7: return language == .zh
    case 0x1100...0x115F, 0x2460...0x24FF, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}
