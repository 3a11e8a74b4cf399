/// Finds a phrase whose terms stand in nearly all documents.
///
/// There it is not the documents looked at that cost, but the guesses of the processor that fail: so four places are held
/// against four at a time, without a branch that hangs on the text.
struct DensePhraseSearch: ~Copyable {
  private let segment: Segment
  private let cursors: UnsafeMutablePointer<BlockCursor>
  private let cursorCount: Int

  /// Whether it finds the phrase, and faster than a walk from document to document.
  ///
  /// - Parameter lists: the rarest first.
  static func suits(
    _ lists: [(list: PostingList, offset: Int)], _ plan: PhrasePlan, _ range: TextRange, in segment: Segment
  ) -> Bool {
    guard lists.count > 1, let rarest = lists.first?.list, let most = lists.last?.list, !rarest.isRare else {
      return false
    }
    // A sum of the gaps of a block must fit into 31 bits, and nearly every block of each list be needed.
    return range.isAll && plan.openStart == nil && plan.openEnd == nil && segment.hasShortTexts
      && plan.length < BlockCursor.least && most.count < rarest.count * 4
  }

  init(_ segment: Segment, _ lists: [(list: PostingList, offset: Int)]) {
    self.segment = segment
    cursorCount = lists.count
    cursors = .allocate(capacity: lists.count)
    for (index, entry) in lists.enumerated() {
      (cursors + index).initialize(to: BlockCursor(entry.list, offset: entry.offset))
    }
  }

  deinit {
    cursors.deinitialize(count: cursorCount)
    cursors.deallocate()
  }

  func run() -> LeafHits {
    // One more: what is found is written before it is known to be a hit.
    let most = cursors[0].list.count + 1
    var hits = LeafHits()
    hits.documents = [UInt32](unsafeUninitializedCapacity: most) { documents, documentCount in
      hits.weights = [UInt32](unsafeUninitializedCapacity: most) { weights, weightCount in
        if let documents = documents.baseAddress, let weights = weights.baseAddress {
          weightCount = walk(documents, weights)
        }
        documentCount = weightCount
      }
    }
    return hits
  }

  private func walk(_ documents: UnsafeMutablePointer<UInt32>, _ weights: UnsafeMutablePointer<UInt32>) -> Int {
    var count = 0
    var next = cursors[0].first()
    documents: while let document = next {
      var index = 1
      while index < cursorCount {
        guard let reached = cursors[index].seek(document) else { return count }
        if reached != document {
          next = cursors[0].seek(reached)
          continue documents
        }
        index += 1
      }
      let weight = weight(in: document)
      documents[count] = document
      weights[count] = weight
      count += weight > 0 ? 1 : 0
      next = cursors[0].next()
    }
    return count
  }

  /// The occurrences of the phrase, and more for one in the title.
  @inline(__always)
  private func weight(in document: UInt32) -> UInt32 {
    let titleEnd = SIMD4<Int32>(repeating: Int32(truncatingIfNeeded: segment.ends(of: document).x))
    let (number, offset) = (cursors[0].found, cursors[0].offset)
    var (all, inTitle) = (SIMD4<Int32>(), SIMD4<Int32>())
    var at = 0
    repeat {
      let places = cursors[0].four(from: at)
      var hits = Lanes.spread(Lanes.first(Int32(truncatingIfNeeded: number - at)))
      var index = 1
      while index < cursorCount {
        hits &= Lanes.spread(cursors[index].holds(places &+ SIMD4(repeating: cursors[index].offset &- offset)))
        index += 1
      }
      all &-= hits
      inTitle |= hits & Lanes.spread(places &- titleEnd)
      at += 4
    } while at < number
    let isInTitle = inTitle.x | inTitle.y | inTitle.z | inTitle.w
    return UInt32(bitPattern: all.wrappedSum() &- isInTitle &* Int32(Ranking.titleWeight))
  }
}
