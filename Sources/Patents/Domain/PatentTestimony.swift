import Kernel

/// What one row said of the register's fields, whether the register follows it or not.
public struct PatentTestimony: Equatable, Sendable {
  public let source: PatentSource
  public let words: PatentFacts
  /// Of its source, in the order that is in effect.
  public let rank: Int

  public init(_ source: PatentSource, words: PatentFacts, rank: Int) {
    self.source = source
    self.words = words
    self.rank = rank
  }

  /// What a row is known to have said beside what was taken from it.
  public struct Beside: Equatable, Sendable {
    /// What the register keeps otherwise.
    public var declined: [PatentField: String]
    /// The fields of which it said what stood there already; nil where that was not noted.
    public var agreed: [PatentField]?

    public init(declined: [PatentField: String] = [:], agreed: [PatentField]? = nil) {
      self.declined = declined
      self.agreed = agreed
    }
  }

  /// The words of each row, from what is kept of the changes that it made.
  ///
  /// - Parameters:
  ///   - sources: every row that speaks of the patent, in the order in which they came.
  ///   - beside: for each row.
  ///   - facts: as the register has them now.
  public static func words(
    of sources: [PatentSource], beside: [Beside], now facts: PatentFacts
  ) -> [PatentFacts] {
    var words = sources.map { _ in PatentFacts() }
    // Rows that came with a document merged by hand tell what they changed there, not here.
    let isMerged = sources.count { $0.effect == .new } > 1
    var state = facts
    for place in sources.indices.reversed() {
      let (source, more) = (sources[place], beside[place])
      for field in source.fields + (more.agreed ?? []) { words[place][field] = state[field] }
      for (field, value) in more.declined { words[place][field] = value }
      if !isMerged { state = PatentMerge.undone(state, source.before) }
    }
    // A row that is known again from another file says what it said there.
    for place in sources.indices.dropFirst() {
      guard let first = sources[..<place].firstIndex(where: { $0.rowHash == sources[place].rowHash }) else { continue }
      words[place] = words[first]
    }
    return words
  }
}

/// The register's values of one patent as its rows give them in a certain order of sources.
public struct PatentReplay: Equatable, Sendable {
  public private(set) var facts: PatentFacts
  public private(set) var precedence: Int
  /// What each row did, as the importer would note it.
  public private(set) var sources: [PatentSource]
  public private(set) var beside: [PatentTestimony.Beside]

  /// - Returns: nil where the rows cannot be heard again: the first did not bring the patent, a later one did (documents
  ///   were merged by hand), or it was not noted on what a row agreed.
  public init?(_ rows: [PatentTestimony], noted: [PatentTestimony.Beside]) {
    guard let first = rows.first, first.source.effect == .new else { return nil }
    var known: Set<Int64> = [first.source.rowHash]
    for (row, beside) in zip(rows, noted).dropFirst() {
      guard row.source.effect != .new, beside.agreed != nil || known.contains(row.source.rowHash) else { return nil }
      known.insert(row.source.rowHash)
    }
    (facts, precedence) = (first.words, first.rank)
    (sources, beside) = ([first.source], [PatentTestimony.Beside()])
    var seen: Set<Int64> = [first.source.rowHash]
    for row in rows.dropFirst() { take(row, &seen) }
  }

  private mutating func take(_ row: PatentTestimony, _ seen: inout Set<Int64>) {
    let merge = PatentMerge(facts, precedence: precedence, with: row.words, precedence: row.rank)
    beside.append(merge.beside(row.words))
    guard !merge.before.isEmpty, !seen.contains(row.source.rowHash) else {
      sources.append(row.source.having(.unchanged, before: [:], precedenceBefore: nil, fields: []))
      return
    }
    seen.insert(row.source.rowHash)
    sources.append(
      row.source.having(
        .updated, before: merge.before, precedenceBefore: precedence,
        fields: PatentField.allCases.filter { merge.before.keys.contains($0) }))
    facts = merge.merged
    precedence = max(precedence, row.rank)
  }
}

extension PatentMerge {
  /// What a row said beside what was taken from it.
  public func beside(_ row: PatentFacts) -> PatentTestimony.Beside {
    let declined = Dictionary(uniqueKeysWithValues: declined(row).map { ($0, row[$0] ?? "") })
    let agreed = PatentField.allCases.filter { row[$0] != nil && row[$0] == merged[$0] && before[$0] == nil }
    return PatentTestimony.Beside(declined: declined, agreed: agreed)
  }
}

extension PatentSource {
  fileprivate func having(
    _ effect: RowEffect, before: [PatentField: String?], precedenceBefore: Int?, fields: [PatentField]
  ) -> PatentSource {
    PatentSource(
      file: file, line: line, patent: patent, run: run, effect: effect, rowHash: rowHash, before: before,
      precedenceBefore: precedenceBefore, fields: fields)
  }
}
