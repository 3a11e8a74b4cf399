/// Every occurrence of every term, in the order in which terms are written, then by document, then by place.
///
/// Each segment's lie in the memory of the last.
struct SortedPlaces: ~Copyable {
  /// Term after term the occurrences: above the document, below whether it is in the title, then the place.
  private var sorted: UnsafeMutablePointer<UInt64>
  private var room = 1 << 12
  /// Where those of each term begin, by its rank.
  private var firsts = NumberBuffer()
  /// Behind the last one of each term, by its number.
  private var filled = NumberBuffer()
  private var count: UInt32 = 0

  /// What tells an occurrence in the title.
  static let titleMark: UInt64 = 1 << 31

  init() { sorted = NumberMemory.allocate(room) }

  deinit { NumberMemory.release(sorted) }

  mutating func begin(terms: Int) {
    firsts.removeAll(room: terms)
    filled.removeAll(room: terms)
    count = 0
  }

  /// Keeps room for the next term to be written.
  mutating func add(_ term: UInt32, _ counts: borrowing NumberBuffer) {
    firsts.append(count)
    filled.numbers[Int(term)] = count
    count += counts.numbers[Int(term)]
  }

  mutating func sort(_ starts: [UnsafeMutablePointer<UInt32>], _ ends: [SegmentBuilder.Ends], _ order: [Int]) {
    if room < Int(count) {
      NumberMemory.release(sorted)
      room = Int(count)
      sorted = NumberMemory.allocate(room)
    }
    let (places, cursors) = (sorted, filled.numbers)
    for (rank, document) in order.enumerated() {
      let (terms, end) = (starts[document], ends[document])
      var next = UInt64(rank) << 32 | Self.titleMark
      for place in 0..<Int(end.z) {
        if place == Int(end.x) { next &= ~Self.titleMark }
        let term = terms[place]
        if term != SegmentBuilder.none {
          places[Int(cursors[Int(term)])] = next
          cursors[Int(term)] &+= 1
        }
        next &+= 1
      }
    }
  }

  /// - Returns: whether the term occurs in a document that is kept.
  func load(_ term: UInt32, at rank: Int, into packer: inout TermPacker) -> Bool {
    let first = firsts.numbers[rank]
    let number = Int(filled.numbers[Int(term)] - first)
    guard number > 0 else { return false }
    packer.load(sorted + Int(first), number)
    return true
  }
}
