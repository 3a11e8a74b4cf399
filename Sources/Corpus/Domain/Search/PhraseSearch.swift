/// Finds the documents in which all lists have places that fit together.
struct PhraseSearch: ~Copyable {
  private let segment: Segment
  private let cursors: UnsafeMutablePointer<ListCursor>
  private let cursorCount: Int
  private let range: TextRange
  private let takesAll: Bool
  private let keepsStarts: Bool
  /// Where the phrase begins in each document found, if that is kept.
  private(set) var starts: [[UInt32]] = []
  private let documents: UnsafeMutablePointer<UInt32>
  private let weights: UnsafeMutablePointer<UInt32>
  private var count = 0

  /// - Parameter lists: the rarest first, at least one.
  init(
    _ segment: Segment, _ lists: [(list: PostingList, offset: Int)], _ range: TextRange, keepsStarts: Bool
  ) {
    self.segment = segment
    self.range = range
    self.keepsStarts = keepsStarts
    takesAll = range.isAll
    cursorCount = lists.count
    cursors = .allocate(capacity: lists.count)
    for (index, entry) in lists.enumerated() {
      (cursors + index).initialize(to: ListCursor(entry.list, offset: entry.offset))
    }
    let most = lists.first?.list.count ?? 0
    documents = .allocate(capacity: most + 1)
    weights = .allocate(capacity: most + 1)
  }

  deinit {
    cursors.deinitialize(count: cursorCount)
    cursors.deallocate()
    documents.deallocate()
    weights.deallocate()
  }

  /// - Parameter seeds: the only documents to look at; nil for all.
  mutating func run(_ seeds: [UInt32]?) -> LeafHits {
    if let seeds { walk(seeds) } else { walk() }
    return LeafHits(
      documents: Array(UnsafeBufferPointer(start: documents, count: count)),
      weights: Array(UnsafeBufferPointer(start: weights, count: count)))
  }

  private mutating func walk(_ seeds: [UInt32]) {
    for document in seeds where (0..<cursorCount).allSatisfy({ cursors[$0].seek(document) == document }) {
      verify(document)
    }
  }

  private mutating func walk() {
    var next = cursors[0].first()
    documents: while let document = next {
      var index = 1
      while index < cursorCount {
        guard let reached = cursors[index].seek(document) else { return }
        if reached != document {
          next = cursors[0].seek(reached)
          continue documents
        }
        index += 1
      }
      verify(document)
      next = cursors[0].next()
    }
  }

  @inline(__always)
  private mutating func verify(_ document: UInt32) {
    cursors[0].readPlaces()
    var found = cursors[0].found
    let places = cursors[0].places
    let offset = cursors[0].offset
    var index = 1
    while index < cursorCount {
      cursors[index].readPlaces()
      let shift = UInt32(bitPattern: cursors[index].offset &- offset)
      let (others, number) = (cursors[index].places, cursors[index].found)
      var (kept, at) = (0, 0)
      for place in 0..<found {
        let wanted = places[place] &+ shift
        // Before the beginning of the text.
        if Int32(bitPattern: wanted) < 0 { continue }
        while at < number, others[at] < wanted { at += 1 }
        if at == number { break }
        places[kept] = places[place]
        kept += others[at] == wanted ? 1 : 0
      }
      found = kept
      if found == 0 { return }
      index += 1
    }
    let ends = segment.ends(of: document)
    if !takesAll {
      var kept = 0
      for place in 0..<found where range.holds(places[place], ends: ends) {
        places[kept] = places[place]
        kept += 1
      }
      found = kept
      if found == 0 { return }
    }
    if keepsStarts { keepStarts(places, found, UInt32(bitPattern: offset)) }
    documents[count] = document
    weights[count] = UInt32(truncatingIfNeeded: found + (places[0] < ends.x ? Ranking.titleWeight : 0))
    count += 1
  }

  private mutating func keepStarts(_ places: UnsafeMutablePointer<UInt32>, _ found: Int, _ shift: UInt32) {
    starts.append((0..<found).map { places[$0] &- shift })
  }
}
