/// Every occurrence of every term, in the order in which terms are written, then by document, then by place.
///
/// Each segment's lie in the memory of the last.
struct SortedPlaces: ~Copyable {
  /// Places counted through the whole segment, term after term.
  private var sorted = NumberBuffer()
  /// Where those of each term begin, by its rank.
  private var firsts = NumberBuffer()
  /// Behind the last one of each term, by its number.
  private var filled = NumberBuffer()
  /// Where each document begins, counted through, and for each 64 places the document that holds the first of them.
  private var begins = NumberBuffer()
  private var hints = NumberBuffer()
  private var titleEnds = NumberBuffer()
  private var count: UInt32 = 0

  mutating func begin(_ counts: borrowing NumberBuffer, documents: Int) {
    firsts.removeAll(room: counts.count)
    filled.removeAll(room: counts.count)
    begins.removeAll(room: documents + 1)
    titleEnds.removeAll(room: documents)
    hints.removeAll()
    count = 0
  }

  /// Keeps room for the next term to be written.
  mutating func add(_ term: UInt32, _ counts: borrowing NumberBuffer) {
    firsts.append(count)
    filled.numbers[Int(term)] = count
    count += counts.numbers[Int(term)]
  }

  mutating func sort(_ starts: [UnsafeMutablePointer<UInt32>], _ ends: [SegmentBuilder.Ends], _ order: [Int]) {
    sorted.removeAll(room: Int(count))
    let (places, cursors) = (sorted.numbers, filled.numbers)
    var begin = 0
    for (rank, document) in order.enumerated() {
      begins.append(UInt32(begin))
      titleEnds.append(ends[document].x)
      let length = Int(ends[document].z)
      while hints.count * 64 < begin + length { hints.append(UInt32(rank)) }
      let terms = starts[document]
      for place in 0..<length {
        let term = terms[place]
        if term == SegmentBuilder.none { continue }
        places[Int(cursors[Int(term)])] = UInt32(truncatingIfNeeded: begin + place)
        cursors[Int(term)] &+= 1
      }
      begin += length
    }
    begins.append(UInt32(begin))
  }

  /// - Returns: whether the term occurs in a document that is kept.
  func load(_ term: UInt32, at rank: Int, into packer: inout TermPacker) -> Bool {
    let first = firsts.numbers[rank]
    let number = Int(filled.numbers[Int(term)] - first)
    guard number > 0 else { return false }
    packer.load(
      sorted.numbers + Int(first), number, begins: begins.numbers, hints: hints.numbers, titleEnds: titleEnds.numbers)
    return true
  }
}
