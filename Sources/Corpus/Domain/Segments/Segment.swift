import Synchronization

/// A finished segment, mapped into memory and never changed.
final class Segment: @unchecked Sendable {  // Everything is constant; the pointers live as long as the mapped file.
  let name: String
  let count: Int
  /// The length of all its texts together.
  let placeCount: Int
  let bytes: Int
  let ids: UnsafePointer<Int64>
  let norms: UnsafePointer<UInt8>
  private let file: MappedFile
  private let sections: [UInt32: UnsafeRawBufferPointer]
  private let postings: UnsafeRawPointer
  private let bigrams: UnsafeBufferPointer<UInt32>
  private let termStarts: UnsafeBufferPointer<UInt32>
  private let startBases: UnsafeBufferPointer<UInt64>
  private let wordUnits: UnsafeBufferPointer<UInt16>
  private let wordEnds: UnsafeBufferPointer<UInt32>
  private let titlePostings: UnsafeRawPointer
  private let titleTerms: UnsafeBufferPointer<UInt32>
  private let titleStarts: UnsafeBufferPointer<UInt32>
  private let idOrder: UnsafeBufferPointer<UInt32>
  private let narrowEnds: UnsafePointer<UInt16>?
  private let wideEnds: UnsafePointer<UInt32>?
  private let columns: [SegmentColumn]
  private let days: [UnsafeBufferPointer<Int32>]
  private let lists = Mutex<[CorpusColumn: ColumnLists]>([:])

  /// - Throws: ``CorpusRefusal/damaged(file:part:)`` unless every block of the file is as it was written.
  init(name: String, file: MappedFile) throws(CorpusRefusal) {
    let sections = try SegmentTable.sections(of: file.bytes, name: name)
    func part<Value>(_ section: UInt32, as type: Value.Type) throws(CorpusRefusal) -> UnsafeBufferPointer<Value> {
      guard let bytes = sections[section], bytes.count % MemoryLayout<Value>.stride == 0 else {
        throw .damaged(file: name, part: SegmentSection.name(section))
      }
      return bytes.bindMemory(to: type)
    }
    func start<Value>(_ section: UInt32, as type: Value.Type) throws(CorpusRefusal) -> UnsafePointer<Value> {
      guard let address = try part(section, as: type).baseAddress else {
        throw .damaged(file: name, part: SegmentSection.name(section))
      }
      return address
    }
    let facts = try part(SegmentSection.facts, as: Int64.self)
    guard facts.count == 2, facts[0] > 0 else { throw .damaged(file: name, part: "facts") }
    let count = Int(facts[0])
    self.name = name
    self.file = file
    self.sections = sections
    self.count = count
    placeCount = Int(facts[1])
    bytes = file.bytes.count
    postings = UnsafeRawPointer(try start(SegmentSection.postings, as: UInt8.self))
    bigrams = try part(SegmentSection.bigrams, as: UInt32.self)
    termStarts = try part(SegmentSection.termStarts, as: UInt32.self)
    startBases = try part(SegmentSection.startBases, as: UInt64.self)
    wordUnits = try part(SegmentSection.wordUnits, as: UInt16.self)
    wordEnds = try part(SegmentSection.wordEnds, as: UInt32.self)
    titlePostings = UnsafeRawPointer(try start(SegmentSection.titlePostings, as: UInt8.self))
    titleTerms = try part(SegmentSection.titleTerms, as: UInt32.self)
    titleStarts = try part(SegmentSection.titleStarts, as: UInt32.self)
    ids = try start(SegmentSection.ids, as: Int64.self)
    idOrder = try part(SegmentSection.idOrder, as: UInt32.self)
    norms = try start(SegmentSection.norms, as: UInt8.self)
    if sections[SegmentSection.ends]?.count == count * 6 {
      narrowEnds = try start(SegmentSection.ends, as: UInt16.self)
      wideEnds = nil
    } else {
      narrowEnds = nil
      wideEnds = try start(SegmentSection.ends, as: UInt32.self)
    }
    days = [
      try part(SegmentSection.filingDays, as: Int32.self), try part(SegmentSection.publicationDays, as: Int32.self),
    ]
    var columns: [SegmentColumn] = []
    for column in CorpusColumn.allCases {
      columns.append(
        SegmentColumn(
          valueBytes: try part(SegmentSection.column(column, 0), as: UInt8.self),
          valueEnds: try part(SegmentSection.column(column, 1), as: UInt32.self),
          codes: UnsafeRawBufferPointer(try part(SegmentSection.column(column, 2), as: UInt8.self)),
          extraDocuments: try part(SegmentSection.column(column, 3), as: UInt32.self),
          extraCodes: try part(SegmentSection.column(column, 4), as: UInt32.self), count: count))
    }
    self.columns = columns
  }

  func column(_ column: CorpusColumn) -> SegmentColumn { columns[column.place] }

  func lists(_ column: CorpusColumn) -> ColumnLists {
    lists.withLock { lists in
      if let known = lists[column] { return known }
      let made = ColumnLists(self.column(column))
      lists[column] = made
      return made
    }
  }

  /// The documents' days by number, none being the least; empty if no document has one.
  func days(_ day: CorpusDay) -> UnsafeBufferPointer<Int32> { days[day == .filing ? 0 : 1] }

  /// Where the three texts of a document end.
  @inline(__always)
  func ends(of document: UInt32) -> SIMD3<UInt32> {
    let first = Int(document) * 3
    if let narrowEnds {
      return SIMD3(UInt32(narrowEnds[first]), UInt32(narrowEnds[first + 1]), UInt32(narrowEnds[first + 2]))
    }
    guard let wideEnds else { return SIMD3() }
    return SIMD3(wideEnds[first], wideEnds[first + 1], wideEnds[first + 2])
  }

  /// Whether every document has fewer than 65,536 places.
  var hasShortTexts: Bool { narrowEnds != nil }

  func document(of id: Int64) -> UInt32? {
    let place = idOrder.firstPlace { ids[Int($0)] >= id }
    guard place < idOrder.count, ids[Int(idOrder[place])] == id else { return nil }
    return idOrder[place]
  }
}

// MARK: - Terms

extension Segment {
  var bigramCount: Int { bigrams.count }
  var termCount: Int { termStarts.count }

  func bigram(at term: Int) -> UInt32 { bigrams[term] }

  func word(at term: Int) -> UnsafeBufferPointer<UInt16> {
    let index = term - bigrams.count
    let first = index == 0 ? 0 : Int(wordEnds[index - 1])
    return UnsafeBufferPointer(rebasing: wordUnits[first..<Int(wordEnds[index])])
  }

  func term(_ term: Term) -> Int? {
    switch term {
    case .bigram(let key):
      let place = bigrams.firstPlace { $0 >= key }
      return place < bigrams.count && bigrams[place] == key ? place : nil
    case .word(let units):
      let place = firstWord(from: units)
      return place < termCount && word(at: place).elementsEqual(units) ? place : nil
    }
  }

  /// The bigrams that begin with a unit, the unit alone among them.
  func bigrams(startingWith unit: UInt16) -> Range<Int> {
    let (low, high) = (UInt32(unit) << 16, UInt32(unit) << 16 | 0xFFFF)
    return bigrams.firstPlace { $0 >= low }..<bigrams.firstPlace { $0 > high }
  }

  /// The bigrams that end with a unit.
  func bigrams(endingWith unit: UInt16) -> [Int] {
    bigrams.indices.filter { UInt16(truncatingIfNeeded: bigrams[$0]) == unit }
  }

  /// The words that begin with some units.
  func words(startingWith units: [UInt16]) -> Range<Int> {
    let first = firstWord(from: units)
    var end = first
    while end < termCount, word(at: end).starts(with: units) { end += 1 }
    return first..<end
  }

  private func firstWord(from units: [UInt16]) -> Int {
    var (low, high) = (bigrams.count, termCount)
    while low < high {
      let middle = (low + high) / 2
      if word(at: middle).lexicographicallyPrecedes(units) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func list(_ term: Int) -> PostingList {
    PostingList(postings + Int(startBases[term >> 8]) + Int(termStarts[term]))
  }

  /// Where the documents with a term in their titles are listed.
  func titleList(_ term: Int) -> UnsafeRawPointer? {
    let place = titleTerms.firstPlace { $0 >= UInt32(term) }
    guard place < titleTerms.count, titleTerms[place] == UInt32(term) else { return nil }
    return titlePostings + Int(titleStarts[place])
  }
}

extension UnsafeBufferPointer {
  /// The first place, in an ordered buffer, from which on a condition holds.
  @inline(__always)
  func firstPlace(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// The table at the end of a segment, and the sums that its blocks are held against.
enum SegmentTable {
  static func sections(
    of bytes: UnsafeRawBufferPointer, name: String
  ) throws(CorpusRefusal) -> [UInt32: UnsafeRawBufferPointer] {
    func damaged(_ part: String) -> CorpusRefusal { .damaged(file: name, part: part) }
    let end = bytes.count - SegmentWriter.endSize
    guard end >= 16, word(bytes, end + 24) == SegmentWriter.magic, word(bytes, 0) == SegmentWriter.magic else {
      throw damaged("end")
    }
    let (start, length) = (Int(word(bytes, end) & 0xFFFF_FFFF_FFFF), Int(word(bytes, end + 8) & 0xFFFF_FFFF_FFFF))
    guard start + length == end, length >= 16,
      Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) == word(bytes, end + 16)
    else { throw damaged("table") }
    var sections: [UInt32: UnsafeRawBufferPointer] = [:]
    var place = start + 8
    var ranges: [(UInt32, Range<Int>)] = []
    for _ in 0..<Int(word(bytes, start)) {
      let (first, size) = (Int(word(bytes, place + 8)), Int(word(bytes, place + 16)))
      let section = UInt32(truncatingIfNeeded: word(bytes, place))
      sections[section] = UnsafeRawBufferPointer(rebasing: bytes[first..<first + size])
      ranges.append((section, first..<first + size))
      place += 24
    }
    let sums = Int(word(bytes, place))
    for (index, sum) in Checksum.blocks(of: UnsafeRawBufferPointer(rebasing: bytes[..<start])).enumerated() {
      guard index < sums, word(bytes, place + 8 + index * 8) == sum else {
        let block = index * Checksum.block..<(index + 1) * Checksum.block
        let hit = ranges.filter { $0.1.overlaps(block) }.map { SegmentSection.name($0.0) }
        throw damaged("block \(index): \(hit.prefix(3).joined(separator: ", "))")
      }
    }
    return sections
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }
}
