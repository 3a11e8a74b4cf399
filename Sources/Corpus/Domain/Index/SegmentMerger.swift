/// Merges segments into one, without the documents that are gone: what building it anew would give, bit for bit.
struct SegmentMerger {
  private let sources: [LiveSegment]
  /// The documents in their new order: source and number there.
  private let order: [(source: Int, document: UInt32)]
  /// The new number of each document; `gone` for those that are not kept.
  private let numbers: [[UInt32]]
  private static let gone = UInt32.max

  init(_ sources: [LiveSegment]) {
    self.sources = sources
    let ranks = Self.ranks(sources)
    var order: [(source: Int, document: UInt32)] = []
    var numbers = sources.map { Array(repeating: Self.gone, count: $0.segment.count) }
    var next = sources.map { Self.living(from: 0, in: $0) }
    while true {
      var best = -1
      for index in sources.indices where next[index] < sources[index].segment.count {
        if best < 0 || Self.key(index, next, ranks, sources) < Self.key(best, next, ranks, sources) { best = index }
      }
      guard best >= 0 else { break }
      numbers[best][next[best]] = UInt32(order.count)
      order.append((best, UInt32(next[best])))
      next[best] = Self.living(from: next[best] + 1, in: sources[best])
    }
    self.order = order
    self.numbers = numbers
  }

  private static func key(_ index: Int, _ next: [Int], _ ranks: [[Int32]], _ sources: [LiveSegment]) -> (Int32, Int64) {
    (ranks[index][next[index]], sources[index].segment.ids[next[index]])
  }

  private static func living(from first: Int, in live: LiveSegment) -> Int {
    var document = first
    while document < live.segment.count, live.isGone(UInt32(document)) { document += 1 }
    return document
  }

  /// For each document the place of its main symbol in the order of all.
  private static func ranks(_ sources: [LiveSegment]) -> [[Int32]] {
    let columns: [CorpusColumn] = [.ipcSubgroup, .ipcGroup, .ipcSubclass, .ipcClass, .ipcSection]
    var values: Set<String> = [""]
    for source in sources {
      for column in columns {
        let found = source.segment.column(column)
        for code in 1..<max(found.valueCount + 1, 1) { values.insert(found.value(code)) }
      }
    }
    var places: [String: Int32] = [:]
    for (place, value) in values.sorted(by: <).enumerated() { places[value] = Int32(place) }
    return sources.map { source in
      let found = columns.map { source.segment.column($0) }
      let own = found.map { column in
        [Int32(0)] + (0..<column.valueCount).map { places[column.value($0 + 1)] ?? 0 }
      }
      return (0..<source.segment.count).map { document in
        for (index, column) in found.enumerated() {
          let code = column.code(at: document)
          if code > 0 { return own[index][code] }
        }
        return places[""] ?? 0
      }
    }
  }

  func write(to output: any CorpusFile) throws -> Int {
    var writer = try SegmentWriter(to: output)
    try writer.begin(SegmentSection.postings)
    var parts = TermParts()
    var packer = TermPacker()
    var reader = ListReader()
    let ends = order.map { sources[$0.source].segment.ends(of: $0.document) }
    try eachTerm { term, lists in
      try merge(lists, &reader, &packer, ends) { packer in
        parts.add(term)
        try packer.write(to: &writer, parts: &parts)
      }
    }
    try packer.finish(&writer)
    try parts.write(to: &writer)
    try SegmentFacts(documents: order.count, places: ends.reduce(0) { $0 + Int($1.z) }).write(to: &writer)
    try writer.writeEnds(ends)
    try writer.write(SegmentSection.norms, ends.map { Ranking.norm(of: $0.z) })
    try writer.writeIDs(order.map { sources[$0.source].segment.ids[Int($0.document)] })
    for (section, day) in [
      (SegmentSection.filingDays, CorpusDay.filing), (SegmentSection.publicationDays, .publication),
    ] {
      let days = sources.map { $0.segment.days(day) }
      try writer.writeDays(section, order.map { days[$0.source].isEmpty ? .min : days[$0.source][Int($0.document)] })
    }
    for column in CorpusColumn.allCases { try writer.write(column, merged(column)) }
    return try writer.finish()
  }

  /// Every term of any source in their common order, with its lists.
  private func eachTerm(do body: (Term, [(source: Int, list: PostingList)]) throws -> Void) throws {
    let segments = sources.map(\.segment)
    var next = segments.map { _ in 0 }
    while let least = segments.indices.filter({ next[$0] < segments[$0].bigramCount })
      .map({ segments[$0].bigram(at: next[$0]) }).min()
    {
      var lists: [(source: Int, list: PostingList)] = []
      for (index, segment) in segments.enumerated()
      where next[index] < segment.bigramCount && segment.bigram(at: next[index]) == least {
        lists.append((index, segment.list(next[index])))
        next[index] += 1
      }
      try body(.bigram(least), lists)
    }
    next = segments.map(\.bigramCount)
    while true {
      var least: UnsafeBufferPointer<UInt16>?
      for (index, segment) in segments.enumerated() where next[index] < segment.termCount {
        let word = segment.word(at: next[index])
        if least.map({ word.lexicographicallyPrecedes($0) }) ?? true { least = word }
      }
      guard let least else { return }
      var lists: [(source: Int, list: PostingList)] = []
      for (index, segment) in segments.enumerated()
      where next[index] < segment.termCount && segment.word(at: next[index]).elementsEqual(least) {
        lists.append((index, segment.list(next[index])))
        next[index] += 1
      }
      try body(.word(Array(least)), lists)
    }
  }

  private func merge(
    _ lists: [(source: Int, list: PostingList)], _ reader: inout ListReader, _ packer: inout TermPacker,
    _ ends: [SIMD3<UInt32>], then write: (inout TermPacker) throws -> Void
  ) throws {
    reader.removeAll()
    for (source, list) in lists {
      numbers[source].withUnsafeBufferPointer { numbers in
        reader.read(list) { document in
          let number = numbers[Int(document)]
          return number == Self.gone ? nil : number
        }
      }
    }
    guard reader.count > 0 else { return }
    if lists.count > 1 { reader.sort() }
    packer.start(atMost: reader.placeCount)
    reader.each { document, places, number in
      packer.add(document, places, number, titleEnd: ends[Int(document)].x)
    }
    try write(&packer)
  }

  private func merged(_ column: CorpusColumn) -> ColumnData {
    let columns = sources.map { $0.segment.column(column) }
    let union = ColumnUnion(columns)
    // Values of documents that are gone may be nobody's any more.
    var isUsed = Array(repeating: false, count: union.values.count + 1)
    let found = order.map { entry in
      columns[entry.source].codes(of: entry.document).map { code in
        union.codes[entry.source].map { Int($0[code]) } ?? code
      }
    }
    for codes in found { for code in codes { isUsed[code] = true } }
    var codes = [UInt32](repeating: 0, count: union.values.count + 1)
    var values: [String] = []
    for (index, value) in union.values.enumerated() where isUsed[index + 1] {
      values.append(value)
      codes[index + 1] = UInt32(values.count)
    }
    var data = ColumnData(values: values)
    data.reserve(order.count)
    for own in found { data.add(own.map { codes[$0] }) }
    return data
  }
}

/// The postings of one term out of several segments, with the new numbers of their documents.
struct ListReader: ~Copyable {
  private var entries: [(document: UInt32, first: Int, number: Int)] = []
  private var places: [UInt32] = []
  private let documents = UnsafeMutablePointer<UInt32>.allocate(capacity: Packing.block)
  private let numbers = UnsafeMutablePointer<UInt32>.allocate(capacity: Packing.block)
  private var runs: [Int] = [0]

  init() {}

  deinit {
    documents.deallocate()
    numbers.deallocate()
  }

  var count: Int { entries.count }
  var placeCount: Int { places.count }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  /// - Parameter number: the new number of a document; nil if it is not kept.
  mutating func read(_ list: PostingList, number: (UInt32) -> UInt32?) {
    let first = places.count
    let room = first + list.placeCount + Packing.block
    if places.capacity < room { places.reserveCapacity(room * 2) }
    places.append(contentsOf: repeatElement(0, count: list.placeCount))
    places.withUnsafeMutableBufferPointer { places in
      guard let start = places.baseAddress else { return }
      if list.isRare {
        list.decodePlaces(0, to: start + first)
      } else {
        var block = 0
        while block * Packing.block < list.placeCount {
          list.decodePlaces(block, to: start + first + block * Packing.block)
          block += 1
        }
      }
    }
    var place = first
    var before: UInt32 = 0
    for block in 0..<list.blocks {
      let found = list.decode(block, documents: documents, occurrences: numbers, places: &before)
      for index in 0..<found {
        let occurrences = Int(numbers[index])
        var last: UInt32 = 0
        for offset in place..<place + occurrences {
          last &+= places[offset]
          places[offset] = last
        }
        if let document = number(documents[index]) { entries.append((document, place, occurrences)) }
        place += occurrences
      }
    }
  }

  mutating func sort() { entries.sort { $0.document < $1.document } }

  func each(do body: (UInt32, UnsafePointer<UInt32>, Int) -> Void) {
    places.withUnsafeBufferPointer { places in
      guard let start = places.baseAddress else { return }
      for entry in entries { body(entry.document, start + entry.first, entry.number) }
    }
  }
}
