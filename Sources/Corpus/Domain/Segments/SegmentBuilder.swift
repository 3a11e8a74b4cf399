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
  private static let none = UInt32.max
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
    terms = TermTable()
    stream.removeAll()
    (starts, ends, ids, days, keys) = ([], [], [], [], [])
    latest = [:]
    levels = [:]
    columns = Array(repeating: ColumnBuilder(), count: CorpusColumn.allCases.count)
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
    var (at, last) = (0, SymbolSort.sign)
    while at < count {
      let sort = sorts[at]
      switch sort {
      case .word:
        var end = at + 1
        while end < count, sorts[end] == .word, end - at < Self.longestWord { end += 1 }
        stream.append(terms.word(UnsafeBufferPointer(rebasing: units[at..<end])))
        at = end
      case .single:
        let next = at + 1 < count ? sorts[at + 1] : .sign
        if next == .single {
          stream.append(terms.bigram(units[at], units[at + 1]))
        } else {
          stream.append(last == .single ? Self.none : terms.bigram(units[at], 0))
        }
        at += 1
      case .sign:
        stream.append(terms.bigram(units[at], 0))
        at += 1
      case .space: at += 1
      }
      last = sort
    }
  }

  private mutating func addColumns(_ document: CorpusDocument) {
    var byLevel: [[UInt32]] = Array(repeating: [], count: Self.ipcColumns.count)
    var key: String?
    for symbol in document.ipc {
      let found = levelsOf(symbol)
      for (level, number) in found.numbers.enumerated() { byLevel[level].append(number) }
      if found.numbers.count == byLevel.count, key == nil { key = found.key }
    }
    keys.append(key ?? document.ipc.map { levelsOf($0) }.max { $0.numbers.count < $1.numbers.count }?.key ?? "")
    for (level, column) in Self.ipcColumns.enumerated() { columns[column.place].add(numbers: byLevel[level]) }
    for column in CorpusColumn.allCases {
      switch column {
      case .filingYear: columns[column.place].add(document.filingDay.map { "\($0.year)" })
      case .publicationYear: columns[column.place].add(document.publicationDay.map { "\($0.year)" })
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
  func write(to output: any CorpusFile) throws -> Int {
    let order = latest.values.sorted { left, right in
      keys[left] == keys[right] ? ids[left] < ids[right] : keys[left] < keys[right]
    }
    var writer = try SegmentWriter(to: output)
    try writer.begin(SegmentSection.postings)
    var parts = TermParts()
    let (bigrams, words) = terms.sorted()
    let sorted = Postings(starts, ends, order, terms.counts)
    var packer = TermPacker()
    for (rank, term) in (bigrams + words).enumerated() where sorted.count(of: term) > 0 {
      sorted.load(term, into: &packer)
      parts.add(rank < bigrams.count ? .bigram(terms.keys[Int(term)]) : .word(terms.words[Int(terms.keys[Int(term)])]))
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

  /// Every occurrence of every term, sorted by term, then document, then place.
  final class Postings {
    /// Places counted through the whole segment, term after term.
    private let sorted: NumberBuffer
    private let firsts: NumberBuffer
    /// Behind the last occurrence of each term in documents that are kept.
    private let filled: NumberBuffer
    /// Where each document begins, counted through, and for each 64 places the document that holds the first of them.
    private let begins: NumberBuffer
    private let hints: NumberBuffer
    private let titleEnds: NumberBuffer

    fileprivate init(
      _ starts: [UnsafeMutablePointer<UInt32>], _ ends: [Ends], _ order: [Int], _ counts: borrowing NumberBuffer
    ) {
      var firsts = NumberBuffer(capacity: counts.count + 1)
      var cursors = NumberBuffer(capacity: counts.count + 1)
      var sum: UInt32 = 0
      for term in 0..<counts.count {
        firsts.append(sum)
        cursors.append(sum)
        sum += counts.numbers[term]
      }
      let sorted = NumberBuffer(capacity: Int(sum))
      let places = sorted.numbers
      var begins = NumberBuffer(capacity: order.count + 1)
      var titleEnds = NumberBuffer(capacity: order.count)
      var hints = NumberBuffer()
      var begin = 0
      for (rank, document) in order.enumerated() {
        begins.append(UInt32(begin))
        titleEnds.append(ends[document].x)
        let length = Int(ends[document].z)
        while hints.count * 64 < begin + length { hints.append(UInt32(rank)) }
        let (terms, filled) = (starts[document], cursors.numbers)
        for place in 0..<length {
          let term = terms[place]
          if term == SegmentBuilder.none { continue }
          places[Int(filled[Int(term)])] = UInt32(truncatingIfNeeded: begin + place)
          filled[Int(term)] &+= 1
        }
        begin += length
      }
      begins.append(UInt32(begin))
      self.begins = begins
      self.titleEnds = titleEnds
      self.hints = hints
      self.sorted = sorted
      self.firsts = firsts
      filled = cursors
    }

    func count(of term: UInt32) -> Int { Int(filled.numbers[Int(term)] - firsts.numbers[Int(term)]) }

    fileprivate func load(_ term: UInt32, into packer: inout TermPacker) {
      packer.load(
        sorted.numbers + Int(firsts.numbers[Int(term)]), count(of: term), begins: begins.numbers, hints: hints.numbers,
        titleEnds: titleEnds.numbers)
    }
  }
}
