/// A page as it is set: what stands where, in points from the sheet's upper left.
public struct SetPage: Equatable, Sendable {
  public let number: Int
  public internal(set) var pieces: [Piece] = []
  public internal(set) var rules: [Rule] = []

  /// Characters that are drawn together.
  public struct Piece: Equatable, Sendable {
    public let text: String
    public let face: LetterFace
    public let size: Double
    public let x: Double
    /// The room from ``x`` on that the text stands in.
    public let width: Double
    public let baseline: Double
    public var isRed = false
  }

  /// A horizontal rule.
  public struct Rule: Equatable, Sendable {
    public let y: Double
    public let thickness: Double
    public var isRed = false
  }

  /// - Parameter line: the place on the page, 0 at the top.
  mutating func place(_ row: TypeLine, size: Double, line: Int, shift: Double = 0) {
    let baseline = TypePage.baseline(ofLine: line, size: size)
    for (atom, place) in zip(row.atoms, row.places) where !atom.isSpace {
      pieces.append(
        Piece(
          text: atom.text, face: atom.face, size: size, x: TypePage.left + place + shift, width: atom.width,
          baseline: baseline))
    }
  }
}
