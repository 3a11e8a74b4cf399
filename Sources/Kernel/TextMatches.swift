/// What a ``TextScan`` finds, one id after the other: a search stops where nobody asks on.
public struct TextMatches: Sequence, IteratorProtocol {
  private var hits: [TextHits]
  private let scan: TextScan

  init(_ hits: [TextHits], ids scan: TextScan) {
    self.hits = hits
    self.scan = scan
  }

  public mutating func next() -> Int64? {
    guard let first = hits.indices.compactMap({ hits[$0].index }).min() else { return nil }
    for place in hits.indices where hits[place].index == first { hits[place].advance() }
    return scan.id(at: first)
  }
}

/// The texts of a ``TextScan`` in which several parts occur.
struct TextHits {
  /// The text found, nil behind the last.
  private(set) var index: Int?
  private let parts: [[UInt8]]
  private let scan: TextScan

  /// - Parameter parts: folded; an empty one is passed over, and nothing is found where all are.
  init(of parts: [[UInt8]], in scan: TextScan, from first: Int) {
    self.parts = parts.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    self.scan = scan
    index = scan.next(with: self.parts, from: first)
  }

  mutating func advance() { index = index.flatMap { scan.next(with: parts, from: $0 + 1) } }
}
