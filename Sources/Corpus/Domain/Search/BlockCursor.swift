/// Walks over a posting list a block of documents at a time, all places of the block unpacked.
///
/// For terms that nearly every document has: unpacking every place of a block in one go costs less than looking for those
/// of each document.
struct BlockCursor: ~Copyable {
  let list: PostingList
  /// How far the term stands from the beginning of the phrase.
  let offset: Int32
  private let documents: UnsafeMutablePointer<UInt32>
  private let occurrences: UnsafeMutablePointer<UInt32>
  /// Where the places of each document of the block begin, and behind the last one where they end.
  private let starts: UnsafeMutablePointer<UInt32>
  private var number = 0
  private var block = -1
  private var index = 0
  private var gaps: UnsafeMutablePointer<UInt32>
  /// The sums of the gaps: a place is the sum up to it less the sum before its document.
  private var sums: UnsafeMutablePointer<Int32>
  private var capacity = 1 << 11
  /// The blocks of places that `gaps` holds.
  private var held = 0..<0
  /// Eight times nothing, then eight times what turns any number into one that is no sum.
  private let masks: UnsafeMutablePointer<Int32>

  /// - Parameter list: of a frequent term.
  init(_ list: PostingList, offset: Int) {
    self.list = list
    self.offset = Int32(truncatingIfNeeded: offset)
    documents = .allocate(capacity: 3 * Packing.block + 1)
    occurrences = documents + Packing.block
    starts = occurrences + Packing.block
    gaps = .allocate(capacity: capacity)
    sums = .allocate(capacity: capacity + Self.behind)
    masks = .allocate(capacity: 16)
    for place in 0..<16 { masks[place] = place < 8 ? 0 : .max }
  }

  deinit {
    documents.deallocate()
    masks.deallocate()
    gaps.deallocate()
    sums.deallocate()
  }

  /// So many numbers behind the last one are read, and passed over.
  private static let behind = 16
  /// Where sums begin, so that no place that is looked for is below 0, even before the beginning of its text.
  static let least: Int32 = 1 << 20

  /// The first document.
  mutating func first() -> UInt32? {
    open(0)
    return number > 0 ? documents[0] : nil
  }

  @inline(__always)
  mutating func next() -> UInt32? {
    index += 1
    if index < number { return documents[index] }
    guard block + 1 < list.blocks else { return nil }
    open(block + 1)
    return number > 0 ? documents[0] : nil
  }

  /// Goes to the first document not before `wanted`; nil behind the last.
  @inline(__always)
  mutating func seek(_ wanted: UInt32) -> UInt32? {
    if number == 0 || documents[number - 1] < wanted {
      guard openBlock(of: wanted) else { return nil }
    }
    var at = index
    while documents[at] < wanted { at += 1 }
    index = at
    return documents[at]
  }

  @inline(never)
  private mutating func openBlock(of wanted: UInt32) -> Bool {
    guard let next = list.block(reaching: wanted, behind: block) else { return false }
    open(next)
    return number > 0 && documents[number - 1] >= wanted
  }

  @inline(never)
  private mutating func open(_ next: Int) {
    block = next
    index = 0
    var before: UInt32 = 0
    number = list.decode(next, documents: documents, occurrences: occurrences, places: &before)
    var start: UInt32 = 0
    for document in 0..<number {
      starts[document] = start
      start &+= occurrences[document]
    }
    starts[number] = start
    readPlaces(from: Int(before), Int(start))
  }

  private mutating func readPlaces(from first: Int, _ count: Int) {
    guard count > 0 else { return }
    let wanted = first / Packing.block..<(first + count - 1) / Packing.block + 1
    if wanted.count * Packing.block > capacity { grow(to: wanted.count * Packing.block) }
    var known = 0
    if held.contains(wanted.lowerBound) {
      // Where the block before ended, this one begins.
      let from = gaps + (wanted.lowerBound - held.lowerBound) * Packing.block
      if from != gaps { gaps.update(from: from, count: Packing.block) }
      known = 1
    }
    list.decodePlaces(wanted.lowerBound + known..<wanted.upperBound, to: gaps + known * Packing.block)
    held = wanted
    let own = gaps + first % Packing.block
    var sum = Self.least
    sums[0] = sum
    for place in 0..<count {
      sum &+= Int32(bitPattern: own[place])
      sums[place + 1] = sum
    }
    for place in count + 1..<count + Self.behind { sums[place] = sum }
  }

  /// Keeps what is held: the first block of the new places may be the last of the old ones.
  private mutating func grow(to size: Int) {
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: size * 2)
    larger.update(from: gaps, count: held.count * Packing.block)
    gaps.deallocate()
    sums.deallocate()
    gaps = larger
    capacity = size * 2
    sums = .allocate(capacity: capacity + Self.behind)
  }
}

// MARK: - The places of the document reached

extension BlockCursor {
  /// How often the term occurs in it.
  @inline(__always)
  var found: Int { Int(starts[index + 1] - starts[index]) }

  /// Four of its places from the one at `at` on; behind the last one come others.
  @inline(__always)
  func four(from at: Int) -> SIMD4<Int32> {
    let start = Int(starts[index])
    return Lanes.load(sums + start + 1 + at) &- SIMD4(repeating: sums[start])
  }

  /// Which of four places are among those of the term: the sign of each lane that is.
  @inline(__always)
  func holds(_ wanted: SIMD4<Int32>) -> SIMD4<Int32> {
    let start = Int(starts[index])
    var left = Int(starts[index + 1]) - start
    // As sums, so that nothing has to be taken away from those of the list.
    let wanted = wanted &+ SIMD4(repeating: sums[start])
    var from = sums + start + 1
    var found = SIMD4<Int32>()
    repeat {
      let mask = masks + 8 - min(left, 8)
      found |= Lanes.holds(wanted, in: Lanes.load(from) | Lanes.load(mask))
      found |= Lanes.holds(wanted, in: Lanes.load(from + 4) | Lanes.load(mask + 4))
      from += 8
      left -= 8
    } while left > 0
    return found
  }
}

/// Four numbers at once, without a branch: a condition holds where the sign of a lane is set.
///
/// Made of sums and shifts, since the masks of comparisons are taken apart lane by lane.
enum Lanes {
  @inline(__always)
  static func load(_ from: UnsafeMutablePointer<Int32>) -> SIMD4<Int32> {
    UnsafeRawPointer(from).loadUnaligned(as: SIMD4<Int32>.self)
  }

  /// All bits where the sign is set, none where it is not.
  @inline(__always)
  static func spread(_ signs: SIMD4<Int32>) -> SIMD4<Int32> { signs &>> SIMD4(repeating: 31) }

  /// The first so many.
  @inline(__always)
  static func first(_ number: Int32) -> SIMD4<Int32> { SIMD4(0, 1, 2, 3) &- SIMD4(repeating: number) }

  /// Which numbers are among four others; none of them is below 0.
  @inline(__always)
  static func holds(_ wanted: SIMD4<Int32>, in four: SIMD4<Int32>) -> SIMD4<Int32> {
    let one = equals(wanted, four) | equals(wanted, SIMD4(four.y, four.z, four.w, four.x))
    return one | equals(wanted, SIMD4(four.z, four.w, four.x, four.y))
      | equals(wanted, SIMD4(four.w, four.x, four.y, four.z))
  }

  /// Of what two numbers differ in only nothing at all is below 0 when one is taken away.
  @inline(__always)
  private static func equals(_ one: SIMD4<Int32>, _ other: SIMD4<Int32>) -> SIMD4<Int32> {
    (one ^ other) &- SIMD4(repeating: 1)
  }
}
