/// Gives each term that occurs in a segment under construction a number, in the order of first occurrence.
struct TermTable: ~Copyable {
  /// How often each term occurs.
  private(set) var counts = NumberBuffer()
  /// The bigram of each term, or the place of its word in `words`.
  private(set) var keys: [UInt32] = []
  private(set) var isWord: [Bool] = []
  private(set) var words: [[UInt16]] = []

  private var slots: UnsafeMutablePointer<UInt64>
  private var slotBits = 18
  private var bigramCount = 0
  private var wordSlots: [UInt32] = Array(repeating: .max, count: 1 << 12)

  init() {
    slots = .allocate(capacity: 1 << 18)
    slots.initialize(repeating: 0, count: 1 << 18)
  }

  deinit { slots.deallocate() }

  /// Begins anew in the memory that it has.
  mutating func removeAll() {
    counts.removeAll()
    keys.removeAll(keepingCapacity: true)
    isWord.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    slots.update(repeating: 0, count: 1 << slotBits)
    bigramCount = 0
    wordSlots = Array(repeating: .max, count: wordSlots.count)
  }

  /// The number of two units that stand beside each other; 0 is the edge of a word or of the text.
  @inline(__always)
  mutating func bigram(_ first: UInt16, _ second: UInt16) -> UInt32 {
    let key = UInt32(first) << 16 | UInt32(second)
    var slot = Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - slotBits))
    let mask = 1 << slotBits - 1
    while true {
      let found = slots[slot]
      if found == 0 { return add(key, at: slot) }
      if UInt32(truncatingIfNeeded: found >> 32) == key {
        let number = UInt32(truncatingIfNeeded: found) - 1
        counts.numbers[Int(number)] &+= 1
        return number
      }
      slot = (slot + 1) & mask
    }
  }

  /// The numbers of the pairs that so many units and the one behind them make.
  mutating func bigrams(_ units: UnsafePointer<UInt16>, _ count: Int, to numbers: UnsafeMutablePointer<UInt32>) {
    var place = 0
    while place < count {
      // In variables of their own, as long as no pair is new.
      let (slots, shift, counts) = (slots, UInt64(64 - slotBits), counts.numbers)
      while place < count {
        let key = UInt64(units[place]) << 16 | UInt64(units[place + 1])
        let found = slots[Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)]
        guard found != 0, found >> 32 == key else { break }
        let number = UInt32(truncatingIfNeeded: found) &- 1
        counts[Int(number)] &+= 1
        numbers[place] = number
        place += 1
      }
      guard place < count else { return }
      numbers[place] = bigram(units[place], units[place + 1])
      place += 1
    }
  }

  @inline(never)
  private mutating func add(_ key: UInt32, at slot: Int) -> UInt32 {
    let number = UInt32(keys.count)
    slots[slot] = UInt64(key) << 32 | UInt64(number + 1)
    keys.append(key)
    counts.append(1)
    isWord.append(false)
    bigramCount += 1
    if bigramCount * 2 > 1 << slotBits { growBigrams() }
    return number
  }

  private mutating func growBigrams() {
    let (old, oldSize) = (slots, 1 << slotBits)
    slotBits += 1
    let mask = 1 << slotBits - 1
    slots = .allocate(capacity: 1 << slotBits)
    slots.initialize(repeating: 0, count: 1 << slotBits)
    for place in 0..<oldSize where old[place] != 0 {
      let key = old[place] >> 32
      var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - slotBits))
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = old[place]
    }
    old.deallocate()
  }

  /// The number of a word.
  mutating func word(_ units: UnsafeBufferPointer<UInt16>) -> UInt32 {
    var slot = Self.hash(units) & (wordSlots.count - 1)
    while true {
      let number = wordSlots[slot]
      if number == .max { break }
      if words[Int(keys[Int(number)])].elementsEqual(units) {
        counts.numbers[Int(number)] &+= 1
        return number
      }
      slot = (slot + 1) & (wordSlots.count - 1)
    }
    let number = UInt32(keys.count)
    wordSlots[slot] = number
    keys.append(UInt32(words.count))
    words.append(Array(units))
    counts.append(1)
    isWord.append(true)
    if words.count * 2 > wordSlots.count { growWords() }
    return number
  }

  private mutating func growWords() {
    let numbers = wordSlots.filter { $0 != .max }
    wordSlots = Array(repeating: .max, count: wordSlots.count * 2)
    for number in numbers {
      var slot = words[Int(keys[Int(number)])].withUnsafeBufferPointer { Self.hash($0) } & (wordSlots.count - 1)
      while wordSlots[slot] != .max { slot = (slot + 1) & (wordSlots.count - 1) }
      wordSlots[slot] = number
    }
  }

  private static func hash(_ units: UnsafeBufferPointer<UInt16>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for unit in units { hash = (hash ^ UInt64(unit)) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
  }

  /// The terms as a segment keeps them: bigrams by their units, then words by theirs.
  ///
  /// - Returns: numbers of terms, those of bigrams below the bigram itself in the upper half.
  func sorted() -> (bigrams: [UInt64], words: [UInt32]) {
    var bigrams: [UInt64] = []
    bigrams.reserveCapacity(bigramCount)
    // By the first four units, which tell nearly all apart.
    var words: [(start: UInt64, term: UInt32)] = []
    for term in 0..<UInt32(keys.count) {
      let key = keys[Int(term)]
      if isWord[Int(term)] {
        words.append((Self.start(of: self.words[Int(key)]), term))
      } else {
        bigrams.append(UInt64(key) << 32 | UInt64(term))
      }
    }
    RadixSort.byUpperHalf(&bigrams)
    words.sort { left, right in
      if left.start != right.start { return left.start < right.start }
      return self.words[Int(keys[Int(left.term)])].lexicographicallyPrecedes(self.words[Int(keys[Int(right.term)])])
    }
    return (bigrams, words.map(\.term))
  }

  private static func start(of word: [UInt16]) -> UInt64 {
    var start: UInt64 = 0
    for place in 0..<4 { start = start << 16 | (place < word.count ? UInt64(word[place]) : 0) }
    return start
  }
}
