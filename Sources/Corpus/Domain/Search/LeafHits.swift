/// The documents of a segment that a part of a query finds, ascending, with the weight of what was found in each.
struct LeafHits {
  var documents: [UInt32] = []
  /// Occurrences, and more for one in the title; as long as `documents`.
  var weights: [UInt32] = []

  mutating func add(_ document: UInt32, weight: Int) {
    documents.append(document)
    weights.append(UInt32(truncatingIfNeeded: weight))
  }
}

/// The texts that a phrase may stand in, as a range of the three; nil bounds take all.
struct TextRange: Equatable, Sendable {
  let texts: Set<CorpusText>

  var isAll: Bool { texts.count == CorpusText.allCases.count }
  var isTitle: Bool { texts == [.title] }

  /// Whether a phrase of some length that begins at a place lies in one of the texts.
  @inline(__always)
  func holds(_ place: UInt32, ends: SIMD3<UInt32>) -> Bool {
    if place < ends.x { return texts.contains(.title) }
    return place < ends.y ? texts.contains(.abstract) : texts.contains(.claims)
  }
}
