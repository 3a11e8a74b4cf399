extension Segment {
  /// The documents in which a phrase occurs.
  func find(_ plan: PhrasePlan, in range: TextRange) -> LeafHits {
    if let symbol = plan.symbol { return find(symbol: symbol, in: range) }
    guard let (lists, terms) = lists(of: plan) else { return LeafHits() }
    if lists.count == 1, plan.openStart == nil, plan.openEnd == nil, range.isAll || range.isTitle {
      return range.isTitle ? findInTitle(terms[0]) : findSingle(lists[0].list, terms[0])
    }
    if DensePhraseSearch.suits(lists, plan, range, in: self) { return DensePhraseSearch(self, lists).run() }
    let isOpen = plan.openStart != nil || plan.openEnd != nil
    var search = PhraseSearch(self, lists, range, keepsStarts: isOpen)
    let seeds = range.isTitle ? titleSeeds(terms) : nil
    if !isOpen { return search.run(seeds) }
    var hits = search.run(seeds)
    var starts = search.starts
    if let unit = plan.openEnd { narrow(&hits, &starts, to: bigrams(startingWith: unit.unit), at: unit.offset) }
    if let unit = plan.openStart {
      let alone = term(.bigram(UInt32(unit) << 16))
      let before = bigrams(endingWith: unit).map { ($0, -1) } + (alone.map { [($0, 0)] } ?? [])
      narrow(&hits, &starts, toPlaced: before)
    }
    return weigh(hits, starts)
  }

  /// The lists that together hold every symbol of the phrase, the rarest first; nil if one of its terms is not there.
  private func lists(of plan: PhrasePlan) -> (lists: [(list: PostingList, offset: Int)], terms: [Int])? {
    var found: [(list: PostingList, offset: Int, term: Int)] = []
    for placed in plan.terms {
      guard let term = term(placed.term) else { return nil }
      found.append((list(term), placed.offset, term))
    }
    for run in plan.runs {
      var pairs: [(list: PostingList, offset: Int, term: Int)] = []
      for index in 0..<run.units.count - 1 {
        let key = UInt32(run.units[index]) << 16 | UInt32(run.units[index + 1])
        guard let term = term(.bigram(key)) else { return nil }
        pairs.append((list(term), run.offset + index, term))
      }
      found += Self.cover(pairs)
    }
    found.sort { ($0.list.count, $0.list.placeCount) < ($1.list.count, $1.list.placeCount) }
    return (found.map { ($0.list, $0.offset) }, found.map(\.term))
  }

  /// The pairs that hold every character at the least cost, and the rarest of all.
  private static func cover(
    _ pairs: [(list: PostingList, offset: Int, term: Int)]
  ) -> [(list: PostingList, offset: Int, term: Int)] {
    guard pairs.count > 2 else { return pairs }
    let rarest = pairs.indices.min { pairs[$0].list.count < pairs[$1].list.count } ?? 0
    // The least cost of holding all characters up to a pair's second one; the first and the last pair are always needed.
    var costs: [Int] = []
    var previous: [Int] = []
    for index in pairs.indices {
      let own = index == rarest ? 0 : pairs[index].list.placeCount
      let candidates = [index - 1, index - 2].filter { $0 >= 0 }
      let best = candidates.min { costs[$0] < costs[$1] }
      costs.append(index == 0 ? own : own + (best.map { costs[$0] } ?? 0))
      previous.append(index == 0 ? -1 : best ?? -1)
    }
    var chosen: Set<Int> = [rarest]
    var index = pairs.count - 1
    while index >= 0 {
      chosen.insert(index)
      index = previous[index]
    }
    return chosen.sorted().map { pairs[$0] }
  }

  /// All documents of one term.
  private func findSingle(_ list: PostingList, _ term: Int) -> LeafHits {
    var hits = LeafHits()
    hits.documents = [UInt32](unsafeUninitializedCapacity: list.count + Packing.block) { documents, filled in
      hits.weights = [UInt32](unsafeUninitializedCapacity: list.count + Packing.block) { weights, filled in
        if let documents = documents.baseAddress, let weights = weights.baseAddress {
          var (at, places) = (0, UInt32(0))
          for block in 0..<list.blocks {
            at += list.decode(block, documents: documents + at, occurrences: weights + at, places: &places)
          }
        }
        filled = list.count
      }
      filled = list.count
    }
    Self.raise(&hits.weights, of: hits.documents, where: titleDocuments(term))
    return hits
  }

  /// - Parameter titled: of the documents, those with the term in their titles.
  private static func raise(_ weights: inout [UInt32], of documents: [UInt32], where titled: [UInt32]) {
    weights.withUnsafeMutableBufferPointer { weights in
      documents.withUnsafeBufferPointer { documents in
        var place = 0
        for document in titled {
          while documents[place] < document { place += 1 }
          weights[place] += UInt32(Ranking.titleWeight)
        }
      }
    }
  }

  private func findInTitle(_ term: Int) -> LeafHits {
    let documents = titleDocuments(term)
    let weight = UInt32(1 + Ranking.titleWeight)
    return LeafHits(documents: documents, weights: Array(repeating: weight, count: documents.count))
  }

  private func titleDocuments(_ term: Int) -> [UInt32] {
    guard let from = titleList(term) else { return [] }
    let count = TitleCodec.count(from)
    return [UInt32](unsafeUninitializedCapacity: count + Packing.block) { documents, filled in
      filled = documents.baseAddress.map { TitleCodec.decode(from, to: $0) } ?? 0
    }
  }

  private func titleSeeds(_ terms: [Int]) -> [UInt32] {
    var seeds: [UInt32]?
    for term in terms {
      let documents = titleDocuments(term)
      seeds = seeds.map { Sorted.intersection($0, documents) } ?? documents
    }
    return seeds ?? []
  }
}
