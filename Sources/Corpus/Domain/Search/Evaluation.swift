/// Carries out a query on one segment.
struct Evaluation {
  private let live: LiveSegment
  private let scheme: IPCScheme?
  /// What the parts of the query that rank have found, in the order of ``CorpusQuery/ranking``.
  private(set) var leaves: [LeafHits] = []

  init(_ live: LiveSegment, scheme: IPCScheme?) {
    self.live = live
    self.scheme = scheme
  }

  private var segment: Segment { live.segment }

  /// - Parameter ranks: whether the part of the query asked for adds to the score.
  mutating func documents(of query: CorpusQuery, ranks: Bool) -> [UInt32] {
    switch query {
    case .everything: return live.all
    case .phrase(let text, let texts): return keep(segment.find(PhrasePlan(text), in: TextRange(texts: texts)), ranks)
    case .prefix(let text, let texts): return keep(prefixed(text, in: TextRange(texts: texts)), ranks)
    case .all(let parts): return intersection(of: parts, ranks: ranks)
    case .any(let parts):
      var found: [UInt32]?
      for part in parts {
        let documents = documents(of: part, ranks: ranks)
        found = found.map { Sorted.union($0, documents) } ?? documents
      }
      return found ?? []
    case .not(let part): return Sorted.difference(live.all, documents(of: part, ranks: false))
    case .ids(let ids): return live.living(ids.compactMap { segment.document(of: $0) }.sorted())
    case .days(let day, let range): return live.living(inDays(day, range))
    case .name, .value, .number, .ipc: return live.living(byColumn(query))
    }
  }

  private mutating func keep(_ hits: LeafHits, _ ranks: Bool) -> [UInt32] {
    let hits = live.living(hits)
    if ranks { leaves.append(hits) }
    return hits.documents
  }

  /// What is wanted first, then what is not.
  private mutating func intersection(of parts: [CorpusQuery], ranks: Bool) -> [UInt32] {
    var found: [UInt32]?
    var spans: [(day: CorpusDay, range: ClosedRange<Int>)] = []
    for part in parts {
      switch part {
      case .not: continue
      // Days have no lists of documents: they are looked up for what the other parts have found.
      case .days(let day, let range): spans.append((day, range))
      default:
        let documents = documents(of: part, ranks: ranks)
        found = found.map { Sorted.intersection($0, documents) } ?? documents
      }
    }
    for span in spans {
      found = found.map { within($0, span.day, span.range) } ?? live.living(inDays(span.day, span.range))
    }
    var rest = found ?? live.all
    for case .not(let part) in parts { rest = Sorted.difference(rest, documents(of: part, ranks: false)) }
    return rest
  }

  private func prefixed(_ text: String, in range: TextRange) -> LeafHits {
    var weights: [UInt32: UInt32] = [:]
    let units = FoldedText(text).units
    guard !units.isEmpty else { return LeafHits() }
    for term in segment.words(startingWith: units) {
      let hits = segment.find(PhrasePlan(String(decoding: segment.word(at: term), as: UTF16.self)), in: range)
      for (document, weight) in zip(hits.documents, hits.weights) { weights[document, default: 0] += weight }
    }
    let documents = weights.keys.sorted()
    return LeafHits(documents: documents, weights: documents.map { weights[$0] ?? 0 })
  }

  /// The first and the last day as a segment keeps them; without a day is less than any.
  private static func ends(_ range: ClosedRange<Int>) -> (low: Int32, high: Int32) {
    (Int32(clamping: max(range.lowerBound, Int(Int32.min) + 1)), Int32(clamping: range.upperBound))
  }

  private func within(_ documents: [UInt32], _ day: CorpusDay, _ range: ClosedRange<Int>) -> [UInt32] {
    let days = segment.days(day)
    guard !days.isEmpty else { return [] }
    let (low, high) = Self.ends(range)
    return documents.filter { days[Int($0)] >= low && days[Int($0)] <= high }
  }

  private func inDays(_ day: CorpusDay, _ range: ClosedRange<Int>) -> [UInt32] {
    let days = segment.days(day)
    let (low, high) = Self.ends(range)
    var found: [UInt32] = []
    for index in days.indices where days[index] >= low && days[index] <= high { found.append(UInt32(index)) }
    return found
  }

  private func byColumn(_ query: CorpusQuery) -> [UInt32] {
    switch query {
    case .value(let column, let value):
      let values = segment.column(column)
      guard !value.isEmpty else { return values.documentsWithout }
      guard let code = values.code(of: value) else { return [] }
      return segment.lists(column)[code]
    case .name(let column, let name):
      let wanted = FoldedText(name)
      let values = segment.column(column)
      var match = NameMatch(wanted.units)
      return documents(of: column) { match.isHeld(by: values.bytes($0)) }
    case .number(let number, let columns, let isPrefix):
      var found: [UInt32] = []
      for column in CorpusColumn.allCases where columns.contains(column) {
        let values = segment.column(column)
        let bytes = Array(number.utf8)
        let isWanted: (Int) -> Bool = { code in
          isPrefix ? values.bytes(code).starts(with: bytes) : values.bytes(code).elementsEqual(bytes)
        }
        found = Sorted.union(found, documents(of: column, where: isWanted))
      }
      return found
    case .ipc(let text):
      guard let symbol = IPCSymbol(text) else { return [] }
      let values = segment.column(symbol.column)
      guard symbol.column == .ipcSubgroup else {
        guard let code = values.code(of: symbol.text) else { return [] }
        return segment.lists(symbol.column)[code]
      }
      let below = Set(scheme?.below(symbol) ?? []).union([symbol.text])
      return documents(of: .ipcSubgroup) { below.contains(values.value($0)) }
    default: return []
    }
  }

  private func documents(of column: CorpusColumn, where isWanted: (Int) -> Bool) -> [UInt32] {
    let values = segment.column(column)
    var wanted = [Bool](repeating: false, count: values.valueCount + 1)
    var codes: [Int] = []
    for code in 1..<max(values.valueCount + 1, 1) where isWanted(code) {
      wanted[code] = true
      codes.append(code)
    }
    guard let first = codes.first else { return [] }
    // A number stands in few documents of a column with as many values as documents: no lists for that.
    guard codes.count <= 64, values.valueCount * 2 < values.count else { return values.documents(where: wanted) }
    let lists = segment.lists(column)
    // Each list is read again with every one that joins it: long ones are found faster by looking at every document.
    let size = codes.reduce(0) { $0 + lists.count(of: $1) }
    guard codes.count == 1 || size * codes.count < values.count else { return values.documents(where: wanted) }
    return codes.dropFirst().reduce(lists[first]) { Sorted.union($0, lists[$1]) }
  }
}

/// Whether a name of a column holds another, both folded.
struct NameMatch: ~Copyable {
  private let wanted: [UInt16]
  private var folder = TextFolder()

  init(_ wanted: [UInt16]) { self.wanted = wanted }

  mutating func isHeld(by name: UnsafeBufferPointer<UInt8>) -> Bool {
    folder.removeAll()
    folder.append(utf8: name)
    let units = folder.folded.units
    guard let first = wanted.first, units.count >= wanted.count else { return false }
    for start in 0...units.count - wanted.count where units[start] == first {
      if units[start..<start + wanted.count].elementsEqual(wanted) { return true }
    }
    return false
  }
}
