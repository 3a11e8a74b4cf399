/// A phrase taken apart into what the index knows, each part with its distance from the phrase's beginning.
struct PhrasePlan: Equatable, Sendable {
  /// Terms that must stand at their distance.
  private(set) var terms: [Placed] = []
  /// Runs of characters: of their pairs so many are needed as cover every character.
  private(set) var runs: [Run] = []
  /// A character at the phrase's end whose right neighbour is not known, with its distance.
  private(set) var openEnd: (unit: UInt16, offset: Int)?
  /// A character at the phrase's beginning whose left neighbour is not known.
  private(set) var openStart: UInt16?
  /// The only character of the phrase.
  private(set) var symbol: UInt16?
  /// Places that the phrase takes up.
  private(set) var length = 0

  struct Placed: Equatable, Sendable {
    let term: Term
    let offset: Int
  }

  struct Run: Equatable, Sendable {
    let offset: Int
    let units: [UInt16]
  }

  static func == (left: Self, right: Self) -> Bool {
    left.terms == right.terms && left.runs == right.runs && left.symbol == right.symbol
      && left.openStart == right.openStart && left.openEnd?.unit == right.openEnd?.unit
  }

  init(_ text: String) {
    var folder = TextFolder()
    folder.append(text)
    let (units, sorts) = (folder.units, folder.sorts)
    var at = 0
    while at < units.count {
      let first = at
      switch sorts[at] {
      case .word:
        while at < units.count, sorts[at] == .word, at - first < SegmentBuilder.longestWord { at += 1 }
        place(.word(Array(units[first..<at])), taking: 1)
      case .single:
        while at < units.count, sorts[at] == .single { at += 1 }
        addRun(Array(units[first..<at]), isFirst: first == 0, isLast: at == units.count)
      case .sign:
        at += 1
        place(.bigram(UInt32(units[first]) << 16), taking: 1)
      case .space: at += 1
      }
    }
  }

  var isEmpty: Bool { length == 0 }

  private mutating func place(_ term: Term, taking places: Int) {
    terms.append(Placed(term: term, offset: length))
    length += places
  }

  private mutating func addRun(_ units: [UInt16], isFirst: Bool, isLast: Bool) {
    if units.count > 1 {
      runs.append(Run(offset: length, units: units))
      length += units.count
    } else if isFirst, isLast {
      symbol = units[0]
      length += 1
    } else if isFirst {
      openStart = units[0]
      length += 1
    } else if isLast {
      openEnd = (units[0], length)
      length += 1
    } else {
      place(.bigram(UInt32(units[0]) << 16), taking: 1)
    }
  }
}
