/// The documents that a query has found in a snapshot, ready to be ranked, counted, crossed and listed.
public final class CorpusSelection: Sendable {
  struct Part: Sendable {
    let documents: [UInt32]
    let leaves: [LeafHits]
  }

  public let snapshot: CorpusSnapshot
  public let count: Int
  let parts: [Part]
  let ranking: [CorpusQuery]
  /// How much each ranking part of the query counts: the rarer, the more.
  let rarities: [Float]

  init(_ snapshot: CorpusSnapshot, _ parts: [Part], ranking: [CorpusQuery]) {
    self.snapshot = snapshot
    self.parts = parts
    self.ranking = ranking
    count = parts.reduce(0) { $0 + $1.documents.count }
    let all = snapshot.documentCount
    rarities = ranking.indices.map { leaf in
      Ranking.rarity(parts.reduce(0) { $0 + $1.leaves[leaf].documents.count }, of: all)
    }
  }

  /// The register's ids in ascending order: the same list for the same documents, whatever the segments.
  public var ids: [Int64] {
    var ids: [Int64] = []
    ids.reserveCapacity(count)
    for (part, live) in zip(parts, snapshot.segments) { ids += part.documents.map { live.segment.ids[Int($0)] } }
    ids.sort()
    return ids
  }

  /// The first hits in an order; of two alike the one with the greater id, which came later to the register.
  public func top(_ limit: Int, after offset: Int = 0, by order: CorpusOrder = .relevance) -> [CorpusHit] {
    var best = BestHits(limit: offset + limit)
    for index in parts.indices {
      switch order {
      case .relevance: rank(index, into: &best)
      case .newestFiled: date(index, .filing, 1, into: &best)
      case .oldestFiled: date(index, .filing, -1, into: &best)
      case .newestPublished: date(index, .publication, 1, into: &best)
      case .oldestPublished: date(index, .publication, -1, into: &best)
      }
    }
    return Array(best.sorted.dropFirst(offset))
  }

  /// A day's number, below 2²⁴ for any year there will be, takes the place of the score.
  private func date(_ index: Int, _ day: CorpusDay, _ sign: Float, into best: inout BestHits) {
    let segment = snapshot.segments[index].segment
    let days = segment.days(day)
    for document in parts[index].documents {
      let number = days.isEmpty ? Int32.min : days[Int(document)]
      let score = number == Int32.min ? -Float.greatestFiniteMagnitude : sign * Float(number)
      if score >= best.least { best.offer(score, segment.ids[Int(document)]) }
    }
  }

  private func rank(_ index: Int, into best: inout BestHits) {
    let (part, segment) = (parts[index], snapshot.segments[index].segment)
    guard !ranking.isEmpty else {
      for document in part.documents { best.offer(0, segment.ids[Int(document)]) }
      return
    }
    snapshot.saturations.withUnsafeBufferPointer { saturations in
      // Where the words alone decide, their hits are the documents; what else narrows or widens leaves others.
      if part.leaves.count == 1, part.leaves[0].documents == part.documents {
        rank(part.leaves[0], segment, saturations, into: &best)
        return
      }
      var next = Array(repeating: 0, count: part.leaves.count)
      for document in part.documents {
        var score: Float = 0
        for (number, leaf) in part.leaves.enumerated() {
          var place = next[number]
          while place < leaf.documents.count, leaf.documents[place] < document { place += 1 }
          next[number] = place
          guard place < leaf.documents.count, leaf.documents[place] == document else { continue }
          let weight = Int(min(leaf.weights[place], 63))
          score += rarities[number] * saturations[weight << 8 | Int(segment.norms[Int(document)])]
        }
        if score >= best.least { best.offer(score, segment.ids[Int(document)]) }
      }
    }
  }

  /// Of one part alone, without a look at what cannot be among the best.
  private func rank(
    _ leaf: LeafHits, _ segment: Segment, _ saturations: UnsafeBufferPointer<Float>, into best: inout BestHits
  ) {
    let (norms, ids, rarity) = (segment.norms, segment.ids, rarities[0])
    leaf.documents.withUnsafeBufferPointer { documents in
      leaf.weights.withUnsafeBufferPointer { weights in
        var least = best.least
        for place in documents.indices {
          let document = Int(documents[place])
          let score = rarity * saturations[Int(min(weights[place], 63)) << 8 | Int(norms[document])]
          guard score >= least else { continue }
          best.offer(score, ids[document])
          least = best.least
        }
      }
    }
  }
}

/// A document found, and how well it fits.
public struct CorpusHit: Equatable, Sendable {
  public let id: Int64
  public let score: Float
}

/// The best of many hits, the better first.
struct BestHits {
  private let limit: Int
  /// Kept in order while they are few; otherwise sorted and cut whenever there are twice as many as are wanted.
  private var hits: [CorpusHit] = []
  private let isShort: Bool
  /// What a hit must at least reach.
  private(set) var least: Float = -.infinity

  init(limit: Int) {
    self.limit = limit
    isShort = limit <= 128
    hits.reserveCapacity(min(limit, 1_000))
  }

  var sorted: [CorpusHit] { isShort ? hits : Array(hits.sorted(by: Self.isBetter).prefix(limit)) }

  mutating func offer(_ score: Float, _ id: Int64) {
    guard limit > 0 else { return }
    guard isShort else { return gather(CorpusHit(id: id, score: score)) }
    if hits.count == limit {
      guard let last = hits.last, Self.isBetter(score, id, last) else { return }
      hits.removeLast()
    }
    var (low, high) = (0, hits.count)
    while low < high {
      let middle = (low + high) / 2
      if Self.isBetter(score, id, hits[middle]) { high = middle } else { low = middle + 1 }
    }
    hits.insert(CorpusHit(id: id, score: score), at: low)
    if hits.count == limit { least = hits[limit - 1].score }
  }

  private mutating func gather(_ hit: CorpusHit) {
    hits.append(hit)
    guard hits.count >= limit * 2 else { return }
    hits.sort(by: Self.isBetter)
    hits.removeSubrange(limit...)
    least = hits[limit - 1].score
  }

  private static func isBetter(_ hit: CorpusHit, _ other: CorpusHit) -> Bool { isBetter(hit.score, hit.id, other) }

  private static func isBetter(_ score: Float, _ id: Int64, _ other: CorpusHit) -> Bool {
    score == other.score ? id > other.id : score > other.score
  }
}
