/// Why a document has its score.
public struct CorpusExplanation: Equatable, Sendable {
  public struct Part: Equatable, Sendable {
    /// What was looked for.
    public let words: String
    /// How often it occurs, four more being counted for an occurrence in the title.
    public let weight: Int
    /// In how many documents it occurs.
    public let documents: Int
    /// ln(1 + (N − n + 0.5) / (n + 0.5)).
    public let rarity: Float
    /// w · (k₁ + 1) / (w + k₁ · (1 − b + b · length / mean length)).
    public let saturation: Float
    /// Rarity times saturation.
    public var score: Float { rarity * saturation }
  }

  public let parts: [Part]
  public var score: Float { parts.reduce(0) { $0 + $1.score } }
}

extension CorpusSelection {
  /// What the parts of the query add to a document's score; nil if it is not among the hits.
  public func explain(_ id: Int64) -> CorpusExplanation? {
    for (index, part) in parts.enumerated() {
      let segment = snapshot.segments[index].segment
      guard let document = segment.document(of: id), Self.place(of: document, in: part.documents) != nil else {
        continue
      }
      var found: [CorpusExplanation.Part] = []
      for (number, leaf) in part.leaves.enumerated() {
        guard let place = Self.place(of: document, in: leaf.documents) else { continue }
        let weight = Int(leaf.weights[place])
        let norm = Int(segment.norms[Int(document)])
        found.append(
          CorpusExplanation.Part(
            words: ranking[number].marked(in: .title).first ?? ranking[number].marked(in: .claims).first
              ?? ranking[number].marked(in: .abstract).first ?? "",
            weight: weight, documents: parts.reduce(0) { $0 + $1.leaves[number].documents.count },
            rarity: rarities[number], saturation: snapshot.saturations[min(weight, 63) << 8 | norm]))
      }
      return CorpusExplanation(parts: found)
    }
    return nil
  }

  /// Where a document stands among ascending ones.
  private static func place(of document: UInt32, in documents: [UInt32]) -> Int? {
    let place = documents.withUnsafeBufferPointer { all in all.firstPlace { $0 >= document } }
    return place < documents.count && documents[place] == document ? place : nil
  }
}
