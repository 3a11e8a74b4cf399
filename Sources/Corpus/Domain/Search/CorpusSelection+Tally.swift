/// How many documents have each value of a column.
public struct CorpusTally: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    public let value: String
    public let count: Int
  }

  public let column: CorpusColumn
  /// The most frequent first, those as frequent in the order of their bytes; as many as were asked for.
  public let entries: [Entry]
  /// How many different values there are.
  public let distinct: Int
  /// Documents without any value.
  public let missing: Int
}

extension CorpusSelection {
  /// Counts the values of a column over the whole selection.
  ///
  /// A document with several values counts once for each.
  public func tally(_ column: CorpusColumn, top limit: Int = .max) -> CorpusTally {
    let counts = counts(of: column)
    let values = snapshot.union(of: column).values
    var order: [Int] = []
    var least: UInt32 = 1
    var distinct = 0
    for code in 1..<max(counts.count, 1) where counts[code] > 0 {
      distinct += 1
      guard counts[code] >= least else { continue }
      order.append(code)
      if limit < 1_000, order.count >= limit * 4 + 64 {
        order.sort { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }
        order.removeSubrange(limit...)
        least = order.last.map { counts[$0] } ?? 1
      }
    }
    order.sort { counts[$0] == counts[$1] ? $0 < $1 : counts[$0] > counts[$1] }
    return CorpusTally(
      column: column,
      entries: order.prefix(limit).map { CorpusTally.Entry(value: values[$0 - 1], count: Int(counts[$0])) },
      distinct: distinct, missing: Int(counts.first ?? 0))
  }

  /// Counts by common code; 0 are those without a value.
  func counts(of column: CorpusColumn) -> [UInt32] {
    let union = snapshot.union(of: column)
    var sums = [UInt32](repeating: 0, count: union.values.count + 1)
    for (index, part) in parts.enumerated() {
      let segment = snapshot.segments[index].segment
      let values = segment.column(column)
      part.documents.withUnsafeBufferPointer { documents in
        if let codes = union.codes[index] {
          var own = [UInt32](repeating: 0, count: values.valueCount + 1)
          Self.tally(values, documents, of: segment.count, into: &own)
          sums[0] += own[0]
          for code in 1..<max(own.count, 1) where own[code] > 0 { sums[Int(codes[code])] += own[code] }
        } else {
          Self.tally(values, documents, of: segment.count, into: &sums)
        }
      }
    }
    return sums
  }

  /// Where nearly all documents are in the selection, the column is read through and the others are taken away.
  private static func tally(
    _ values: SegmentColumn, _ documents: UnsafeBufferPointer<UInt32>, of count: Int, into sums: inout [UInt32]
  ) {
    sums.withUnsafeMutableBufferPointer { sums in
      guard let sums = sums.baseAddress else { return }
      guard (count - documents.count) * 16 < count else { return values.tally(documents, into: sums) }
      values.tally(nil, into: sums)
      guard documents.count < count else { return }
      Sorted.rest(of: documents, in: count).withUnsafeBufferPointer { values.tally($0, into: sums, adding: -1) }
    }
  }
}
