import Kernel

/// A segment under construction: documents are taken apart as they come, and sorted and packed at the end.
///
/// A segment's documents stand in the order of their main IPC symbol. Documents of one field share their words, so gaps
/// become short (a sixth less to store and to read), and what a filter by IPC finds stands together.
struct SegmentBuilder: ~Copyable {
  /// Units of a word beyond which it is cut, by the query in the same way.
  static let longestWord = 64
  /// Ends of the three texts of a document, in places.
  typealias Ends = SIMD3<UInt32>

  private var terms = TermTable()
  private var folder = TextFolder()
  /// The term at each place of each document, `none` between texts.
  private var stream = TermStream()
  private var sorted = SortedPlaces()
  static let none = UInt32.max
  private var starts: [UnsafeMutablePointer<UInt32>] = []
  private var ends: [Ends] = []
  private var ids: [Int64] = []
  private var latest: [Int64: Int] = [:]
  private var days: [SIMD2<Int32>] = []
  private var keys: [String] = []
  private var columns: [ColumnBuilder] = Array(repeating: ColumnBuilder(), count: CorpusColumn.allCases.count)
  /// Of each symbol its levels, and their numbers in the columns of the IPC.
  private var levels: [ExactText: (key: String, numbers: [UInt32])] = [:]

  init() {}

  var isEmpty: Bool { latest.isEmpty }
  /// How many places were taken up: about eight bytes each while the segment is built.
  var placeCount: Int { stream.count }
  /// The documents that the segment will hold, and of which it supersedes earlier versions.
  var documentIDs: [Int64] { Array(latest.keys) }

  mutating func add(_ document: CorpusDocument) {
    stream.beginDocument()
    var reached = Ends()
    for (index, text) in [document.title, document.abstract, document.claims].enumerated() {
      take(text, isFirst: index == 0)
      reached[index] = UInt32(stream.length)
    }
    // Only now: it may have moved while it grew.
    starts.append(stream.start)
    latest[document.id] = ids.count
    ends.append(reached)
    ids.append(document.id)
    let none = Int32.min
    days.append(
      SIMD2(
        document.filingDay.map { Int32(truncatingIfNeeded: $0.number) } ?? none,
        document.publicationDay.map { Int32(truncatingIfNeeded: $0.number) } ?? none))
    addColumns(document)
  }

  /// Begins another segment in the memory of this one.
  mutating func removeAll() {
    terms.removeAll()
    stream.removeAll()
    (starts, ends, ids, days, keys) = ([], [], [], [], [])
    latest.removeAll(keepingCapacity: true)
    levels.removeAll(keepingCapacity: true)
    for place in columns.indices { columns[place].removeAll() }
  }

  /// Takes an earlier document out again.
  mutating func remove(_ id: Int64) { latest[id] = nil }

  private mutating func take(_ text: String, isFirst: Bool) {
    folder.removeAll()
    folder.append(text)
    let (units, sorts) = folder.folded
    let count = units.count
    stream.reserve(count + 1)
    if !isFirst { stream.append(Self.none) }
    var at = 0
    while at < count {
      switch sorts[at] {
      case .word:
        var end = at + 1
        while end < count, sorts[end] == .word, end - at < Self.longestWord { end += 1 }
        stream.append(terms.word(UnsafeBufferPointer(rebasing: units[at..<end])))
        at = end
      case .single:
        var end = at + 1
        while end < count, sorts[end] == .single { end += 1 }
        let pairs = end - at - 1
        if pairs > 0, let base = units.baseAddress {
          terms.bigrams(base + at, pairs, to: stream.extend(by: pairs))
          stream.append(Self.none)
        } else {
          stream.append(terms.bigram(units[at], 0))
        }
        at = end
      case .sign:
        stream.append(terms.bigram(units[at], 0))
        at += 1
      case .space: at += 1
      }
    }
  }

  private mutating func addColumns(_ document: CorpusDocument) {
    let symbols = document.ipc.map { levelsOf($0) }
    // The first that goes down to a group, else the first of those that go down furthest.
    var main = symbols.first
    for symbol in symbols where symbol.numbers.count > main?.numbers.count ?? 0 { main = symbol }
    keys.append(main?.key ?? "")
    for (level, column) in Self.ipcColumns.enumerated() {
      columns[column.place].add(numbers: symbols.lazy.filter { $0.numbers.count > level }.map { $0.numbers[level] })
    }
    for column in CorpusColumn.allCases {
      switch column {
      case .filingYear: columns[column.place].add(document.filingDay.map { String($0.year) })
      case .publicationYear: columns[column.place].add(document.publicationDay.map { String($0.year) })
      case .kind: columns[column.place].add(document.kind)
      case .status: columns[column.place].add(document.status)
      case .source: columns[column.place].add(document.sources)
      case .ipcSection, .ipcClass, .ipcSubclass, .ipcGroup, .ipcSubgroup: continue
      case .applicant: columns[column.place].add(document.applicants)
      case .inventor: columns[column.place].add(document.inventors)
      case .agency: columns[column.place].add(document.agencies)
      case .province: columns[column.place].add(document.province)
      case .city: columns[column.place].add(document.city)
      case .district: columns[column.place].add(document.district)
      case .applicationNumber: columns[column.place].add(document.applicationNumbers.map(CorpusNumber.folded))
      case .publicationNumber: columns[column.place].add(document.publicationNumbers.map(CorpusNumber.folded))
      case .cited: columns[column.place].add(document.cited.map(CorpusNumber.folded))
      }
    }
  }

  private static let ipcColumns: [CorpusColumn] = [.ipcSection, .ipcClass, .ipcSubclass, .ipcGroup, .ipcSubgroup]

  private mutating func levelsOf(_ symbol: String) -> (key: String, numbers: [UInt32]) {
    if let known = levels[ExactText(symbol)] { return known }
    let texts = IPCSymbol(symbol)?.levels ?? []
    let numbers = zip(Self.ipcColumns, texts).map { column, text in columns[column.place].number(of: text) }
    let found = (texts.last ?? "", numbers)
    levels[ExactText(symbol)] = found
    return found
  }
}

// MARK: - The finished segment

extension SegmentBuilder {
  /// Writes the segment; returns its length in bytes.
  mutating func write(to output: any CorpusFile) throws -> Int {
    let order = latest.values.sorted { left, right in
      keys[left] == keys[right] ? ids[left] < ids[right] : keys[left] < keys[right]
    }
    var writer = try SegmentWriter(to: output)
    try writer.begin(SegmentSection.postings)
    var parts = TermParts()
    let (bigrams, words) = terms.sorted()
    sorted.begin(terms: terms.counts.count)
    for bigram in bigrams { sorted.add(UInt32(truncatingIfNeeded: bigram), terms.counts) }
    for word in words { sorted.add(word, terms.counts) }
    sorted.sort(starts, ends, order)
    var packer = TermPacker()
    for (rank, bigram) in bigrams.enumerated()
    where sorted.load(UInt32(truncatingIfNeeded: bigram), at: rank, into: &packer) {
      parts.add(.bigram(UInt32(truncatingIfNeeded: bigram >> 32)))
      try packer.write(to: &writer, parts: &parts)
    }
    for (rank, word) in words.enumerated() where sorted.load(word, at: bigrams.count + rank, into: &packer) {
      parts.add(.word(terms.words[Int(terms.keys[Int(word)])]))
      try packer.write(to: &writer, parts: &parts)
    }
    try packer.finish(&writer)
    try parts.write(to: &writer)
    try SegmentFacts(documents: order.count, places: order.reduce(0) { $0 + Int(ends[$1].z) }).write(to: &writer)
    try writer.writeEnds(order.map { ends[$0] })
    try writer.write(SegmentSection.norms, order.map { Ranking.norm(of: ends[$0].z) })
    try writer.writeIDs(order.map { ids[$0] })
    try writer.writeDays(SegmentSection.filingDays, order.map { days[$0].x })
    try writer.writeDays(SegmentSection.publicationDays, order.map { days[$0].y })
    for column in CorpusColumn.allCases { try writer.write(column, columns[column.place].built(order: order)) }
    return try writer.finish()
  }
}
