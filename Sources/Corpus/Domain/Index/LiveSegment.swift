/// A segment with the documents in it that a later version has superseded or that were removed.
struct LiveSegment: Sendable {
  let segment: Segment
  /// One bit a document; empty if none is gone.
  let gone: [UInt64]
  let goneCount: Int
  /// The file that keeps `gone`, if there is one.
  let goneFile: String?
  /// The journal entry up to which the register stood in it when it was written.
  let position: Int64

  var count: Int { segment.count - goneCount }

  func isGone(_ document: UInt32) -> Bool {
    !gone.isEmpty && gone[Int(document >> 6)] >> UInt64(document & 63) & 1 == 1
  }

  func living(_ documents: [UInt32]) -> [UInt32] { gone.isEmpty ? documents : documents.filter { !isGone($0) } }

  func living(_ hits: LeafHits) -> LeafHits {
    guard !gone.isEmpty else { return hits }
    var kept = LeafHits()
    for (document, weight) in zip(hits.documents, hits.weights) where !isGone(document) {
      kept.documents.append(document)
      kept.weights.append(weight)
    }
    return kept
  }

  var all: [UInt32] { living(Array(0..<UInt32(segment.count))) }
}
