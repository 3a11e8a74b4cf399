/// Gathers the postings of one term after the other, in document order, and packs them.
struct TermPacker: ~Copyable {
  private var documents = UnsafeMutablePointer<UInt32>.allocate(capacity: 1 << 12)
  private var occurrences = UnsafeMutablePointer<UInt32>.allocate(capacity: 1 << 12)
  private var places = UnsafeMutablePointer<UInt32>.allocate(capacity: 1 << 12)
  private var capacity = 1 << 12
  private var count = 0
  private var placeCount = 0
  private var inTitle: [UInt32] = []
  private var sink = ByteSink()
  private var packed = 0
  private var titles = ByteSink()

  init() {}

  deinit {
    documents.deallocate()
    occurrences.deallocate()
    places.deallocate()
  }

  mutating func start(atMost size: Int) {
    count = 0
    placeCount = 0
    inTitle.removeAll(keepingCapacity: true)
    guard size > capacity else { return }
    documents.deallocate()
    occurrences.deallocate()
    places.deallocate()
    capacity = max(size, capacity * 2)
    documents = .allocate(capacity: capacity)
    occurrences = .allocate(capacity: capacity)
    places = .allocate(capacity: capacity)
  }

  /// Takes the occurrences of a term as ``SortedPlaces`` has them.
  mutating func load(_ found: UnsafePointer<UInt64>, _ number: Int) {
    start(atMost: number)
    // In variables of its own: what stands in a structure is read anew after every number that is written.
    let (documents, occurrences, places) = (documents, occurrences, places)
    var (last, document, run) = (-1, UInt32(0), UInt32(0))
    for index in 0..<number {
      let this = UInt32(truncatingIfNeeded: found[index] >> 32)
      if this != document || last < 0 {
        if last >= 0 { occurrences[last] = run }
        (last, document, run) = (last + 1, this, 0)
        documents[last] = this
        if found[index] & SortedPlaces.titleMark != 0 { inTitle.append(this) }
      }
      places[index] = UInt32(truncatingIfNeeded: found[index] & (SortedPlaces.titleMark - 1))
      run &+= 1
    }
    if last >= 0 { occurrences[last] = run }
    count = last + 1
    placeCount = number
  }

  /// Adds a document with all its places at once.
  @inline(__always)
  mutating func add(_ document: UInt32, _ found: UnsafePointer<UInt32>, _ number: Int, titleEnd: UInt32) {
    documents[count] = document
    occurrences[count] = UInt32(number)
    count += 1
    for index in 0..<number { places[placeCount + index] = found[index] }
    placeCount += number
    if found[0] < titleEnd { inTitle.append(document) }
  }

  mutating func write(to writer: inout SegmentWriter, parts: inout TermParts) throws {
    parts.start(at: packed + sink.count)
    TermCodec.append(
      documents: documents, occurrences: occurrences, count: count, places: places, placeCount: placeCount, to: &sink)
    if !inTitle.isEmpty {
      parts.titleTerms.append(UInt32(parts.termStarts.count - 1))
      parts.titleStarts.append(UInt32(titles.count))
      TitleCodec.append(&inTitle, to: &titles)
    }
    if sink.count > 1 << 16 { try flush(to: &writer) }
  }

  private mutating func flush(to writer: inout SegmentWriter) throws {
    try writer.append(raw: sink.buffer)
    packed += sink.count
    sink.removeAll()
  }

  /// Ends the section of postings and writes that of the titles.
  mutating func finish(_ writer: inout SegmentWriter) throws {
    // Unpacking may read so far behind the last number.
    sink.append(SIMD2<UInt64>())
    try flush(to: &writer)
    writer.end()
    titles.append(SIMD2<UInt64>())
    try writer.begin(SegmentSection.titlePostings)
    try writer.append(raw: titles.buffer)
    writer.end()
  }
}

/// The documents in whose titles a term occurs: gaps in blocks of 128, the rest end to end.
enum TitleCodec {
  static func append(_ documents: inout [UInt32], to sink: inout ByteSink) {
    sink.append(varint: documents.count)
    var last: UInt32 = 0
    for index in documents.indices {
      let this = documents[index]
      documents[index] = this - last
      last = this
    }
    documents.withUnsafeBufferPointer { gaps in
      guard let start = gaps.baseAddress else { return }
      var at = 0
      while gaps.count - at >= Packing.block {
        BlockCodec.append(start + at, to: &sink)
        at += Packing.block
      }
      var all: UInt32 = 0
      for index in at..<gaps.count { all |= gaps[index] }
      let width = 32 - all.leadingZeroBitCount
      sink.append(UInt8(width))
      Packing.packEnd(start + at, count: gaps.count - at, width: width, into: &sink)
    }
  }

  /// How many documents there are, without unpacking them.
  static func count(_ from: UnsafeRawPointer) -> Int {
    var from = from
    return varint(at: &from)
  }

  /// - Parameter documents: room for all of them and 128 more.
  static func decode(_ from: UnsafeRawPointer, to documents: UnsafeMutablePointer<UInt32>) -> Int {
    var from = from
    let count = varint(at: &from)
    var at = 0
    while count - at >= Packing.block {
      from = BlockCodec.decode(from, to: documents + at)
      at += Packing.block
    }
    let width = Int(from.load(as: UInt8.self))
    Packing.unpackEnd(from + 1, count: count - at, width: width, to: documents + at)
    var last: UInt32 = 0
    for index in 0..<count {
      last &+= documents[index]
      documents[index] = last
    }
    return count
  }
}

/// A term of a segment: two signs that stand beside each other, or a word.
enum Term: Hashable {
  case bigram(UInt32)
  case word([UInt16])
}

/// The dictionary of a segment under construction.
struct TermParts {
  var bigrams: [UInt32] = []
  var wordUnits: [UInt16] = []
  var wordEnds: [UInt32] = []
  /// Where the postings of each term begin: bigrams first, then words.
  private(set) var termStarts: [UInt32] = []
  /// For each 256 terms what their starts are counted from.
  private(set) var startBases: [UInt64] = []
  var titleTerms: [UInt32] = []
  var titleStarts: [UInt32] = []

  mutating func add(_ term: Term) {
    switch term {
    case .bigram(let key): bigrams.append(key)
    case .word(let units):
      wordUnits += units
      wordEnds.append(UInt32(wordUnits.count))
    }
  }

  /// Where the postings of the term last added begin.
  mutating func start(at place: Int) {
    if termStarts.count % 256 == 0 { startBases.append(UInt64(place)) }
    termStarts.append(UInt32(UInt64(place) - (startBases.last ?? 0)))
  }

  func write(to writer: inout SegmentWriter) throws {
    try writer.write(SegmentSection.startBases, startBases)
    try writer.write(SegmentSection.bigrams, bigrams)
    try writer.write(SegmentSection.wordUnits, wordUnits)
    try writer.write(SegmentSection.wordEnds, wordEnds)
    try writer.write(SegmentSection.termStarts, termStarts)
    try writer.write(SegmentSection.titleTerms, titleTerms)
    try writer.write(SegmentSection.titleStarts, titleStarts)
  }
}

/// What a segment says of itself.
struct SegmentFacts {
  var documents: Int
  /// The length of all its texts together.
  var places: Int

  func write(to writer: inout SegmentWriter) throws {
    try writer.write(SegmentSection.facts, [Int64(documents), Int64(places)])
  }
}

extension SegmentWriter {
  /// Where the texts of each document end, in two bytes each where that suffices.
  mutating func writeEnds(_ ends: [SIMD3<UInt32>]) throws {
    if ends.allSatisfy({ $0.z <= UInt16.max }) {
      try write(SegmentSection.ends, ends.flatMap { [UInt16($0.x), UInt16($0.y), UInt16($0.z)] })
    } else {
      try write(SegmentSection.ends, ends.flatMap { [$0.x, $0.y, $0.z] })
    }
  }

  /// Days by number; nothing at all where no document has one.
  mutating func writeDays(_ section: UInt32, _ days: [Int32]) throws {
    try write(section, days.allSatisfy { $0 == .min } ? [] : days)
  }

  /// The documents' ids, and the documents in the order of their ids.
  mutating func writeIDs(_ ids: [Int64]) throws {
    try write(SegmentSection.ids, ids)
    try write(SegmentSection.idOrder, ids.indices.sorted { ids[$0] < ids[$1] }.map { UInt32($0) })
  }
}
