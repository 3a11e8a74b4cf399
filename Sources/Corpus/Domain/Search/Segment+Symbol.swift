extension Segment {
  /// The documents with one character: in any pair that it begins or ends, or by itself.
  func find(symbol unit: UInt16, in range: TextRange) -> LeafHits {
    let (starting, ending) = (bigrams(startingWith: unit), bigrams(endingWith: unit))
    if !range.isAll { return find(symbol: starting, ending, in: range) }
    var weights = [UInt32](repeating: 0, count: count)
    var (documents, numbers) = ([UInt32](repeating: 0, count: 128), [UInt32](repeating: 0, count: 128))
    weights.withUnsafeMutableBufferPointer { weights in
      documents.withUnsafeMutableBufferPointer { documents in
        numbers.withUnsafeMutableBufferPointer { numbers in
          guard let documents = documents.baseAddress, let numbers = numbers.baseAddress else { return }
          // Each occurrence begins one pair unless it ends its run; pairs that it ends only show that it is there.
          for term in starting {
            each(list(term), documents, numbers) { document, number in weights[document] &+= number }
          }
          for term in ending where !starting.contains(term) {
            each(list(term), documents, numbers) { document, _ in weights[document] = max(weights[document], 1) }
          }
        }
      }
    }
    for term in Array(starting) + ending {
      guard let from = titleList(term) else { continue }
      var titled = [UInt32](repeating: 0, count: TitleCodec.count(from) + Packing.block)
      let number = titled.withUnsafeMutableBufferPointer { titled in
        titled.baseAddress.map { TitleCodec.decode(from, to: $0) } ?? 0
      }
      for document in titled.prefix(number) where weights[Int(document)] < 1 << 16 {
        weights[Int(document)] += 1 << 16
      }
    }
    var hits = LeafHits()
    for (document, weight) in weights.enumerated() where weight > 0 {
      let title = weight >= 1 << 16 ? Ranking.titleWeight : 0
      hits.add(UInt32(document), weight: Int(weight & 0xFFFF) + title)
    }
    return hits
  }

  private func each(
    _ list: PostingList, _ documents: UnsafeMutablePointer<UInt32>, _ numbers: UnsafeMutablePointer<UInt32>,
    do body: (Int, UInt32) -> Void
  ) {
    var places: UInt32 = 0
    for block in 0..<list.blocks {
      let number = list.decode(block, documents: documents, occurrences: numbers, places: &places)
      for index in 0..<number { body(Int(documents[index]), min(numbers[index], 255)) }
    }
  }

  /// In some of the texts only: by the places of all pairs.
  private func find(symbol starting: Range<Int>, _ ending: [Int], in range: TextRange) -> LeafHits {
    var found: Set<UInt64> = []
    for (term, shift) in starting.map({ ($0, UInt32(0)) }) + ending.map({ ($0, UInt32(1)) }) {
      if shift == 1, starting.contains(term) { continue }
      var cursor = ListCursor(list(term), offset: 0)
      var next = cursor.first()
      while let document = next {
        let ends = ends(of: document)
        cursor.readPlaces()
        for index in 0..<cursor.found where range.holds(cursor.places[index] + shift, ends: ends) {
          found.insert(UInt64(document) << 32 | UInt64(cursor.places[index] + shift))
        }
        next = cursor.next()
      }
    }
    var starts: [UInt32: [UInt32]] = [:]
    for place in found { starts[UInt32(place >> 32), default: []].append(UInt32(truncatingIfNeeded: place)) }
    let documents = starts.keys.sorted()
    return weigh(LeafHits(documents: documents, weights: []), documents.map { starts[$0] ?? [] })
  }

  /// Keeps the beginnings at whose distance one of the terms stands.
  func narrow(_ hits: inout LeafHits, _ starts: inout [[UInt32]], to terms: Range<Int>, at offset: Int) {
    narrow(&hits, &starts, toPlaced: terms.map { ($0, offset) })
  }

  func narrow(_ hits: inout LeafHits, _ starts: inout [[UInt32]], toPlaced terms: [(term: Int, offset: Int)]) {
    var kept: [[UInt32]] = Array(repeating: [], count: starts.count)
    for (term, offset) in terms {
      var cursor = ListCursor(list(term), offset: 0)
      let shift = UInt32(truncatingIfNeeded: offset)
      for (index, document) in hits.documents.enumerated() {
        guard let reached = cursor.seek(document) else { break }
        guard reached == document else { continue }
        cursor.readPlaces()
        let places = UnsafeBufferPointer(start: cursor.places, count: cursor.found)
        for start in starts[index] where places.contains(start &+ shift) { kept[index].append(start) }
      }
    }
    let places = kept.indices.filter { !kept[$0].isEmpty }
    hits.documents = places.map { hits.documents[$0] }
    starts = places.map { kept[$0].sorted() }
  }

  func weigh(_ hits: LeafHits, _ starts: [[UInt32]]) -> LeafHits {
    var weighed = LeafHits()
    for (document, places) in zip(hits.documents, starts) {
      let inTitle = (places.min() ?? .max) < ends(of: document).x
      weighed.add(document, weight: places.count + (inTitle ? Ranking.titleWeight : 0))
    }
    return weighed
  }
}
