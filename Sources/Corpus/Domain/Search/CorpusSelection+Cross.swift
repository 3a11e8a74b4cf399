/// Counts by two columns at once.
public struct CorpusMatrix: Equatable, Sendable {
  public struct Cell: Equatable, Sendable {
    public let row: String
    public let column: String
    public let count: Int
  }

  /// The cells that are not empty, by row, then column.
  public let cells: [Cell]
}

/// How many documents a value has in two parts.
public struct CorpusChange: Equatable, Sendable {
  public let value: String
  public let now: Int
  public let before: Int
}

extension CorpusSelection {
  /// Counts the documents for each pair of values of two columns; a document with several values counts in several cells.
  public func cross(_ rows: CorpusColumn, _ columns: CorpusColumn) -> CorpusMatrix {
    let (one, other) = (snapshot.union(of: rows), snapshot.union(of: columns))
    let width = other.values.count + 1
    let counts = pairCounts(rows, columns)
    var cells: [CorpusMatrix.Cell] = []
    cells.reserveCapacity(counts.count(where: { $0 > 0 }))
    for row in 1..<max(one.values.count + 1, 1) {
      for column in 1..<max(width, 1) where counts[row * width + column] > 0 {
        let count = Int(counts[row * width + column])
        cells.append(CorpusMatrix.Cell(row: one.values[row - 1], column: other.values[column - 1], count: count))
      }
    }
    return CorpusMatrix(cells: cells)
  }

  /// Counts by the common codes of two columns, row after row; the first of each are those without a value.
  private func pairCounts(_ rows: CorpusColumn, _ columns: CorpusColumn) -> [UInt32] {
    let (one, other) = (snapshot.union(of: rows), snapshot.union(of: columns))
    let width = other.values.count + 1
    var counts = [UInt32](repeating: 0, count: (one.values.count + 1) * width)
    counts.withUnsafeMutableBufferPointer { counts in
      for (index, part) in parts.enumerated() {
        let segment = snapshot.segments[index].segment
        let first = CodeReader(segment.column(rows), one.codes[index])
        let second = CodeReader(segment.column(columns), other.codes[index])
        CodeReader.count(first, second, part.documents, segment.count, width, into: counts)
      }
    }
    return counts
  }

  /// How many documents each value of a column has in one part of another's values, and in another part: by year, growth.
  ///
  /// - Returns: in the order of the values, those alone that occur in a part.
  public func change(
    of column: CorpusColumn, by other: CorpusColumn, in now: Set<String>, against before: Set<String>
  ) -> [CorpusChange] {
    let (values, parts) = (snapshot.union(of: column).values, snapshot.union(of: other).values)
    let counts = pairCounts(column, other)
    let (after, earlier) = (
      parts.indices.filter { now.contains(parts[$0]) }, parts.indices.filter { before.contains(parts[$0]) }
    )
    let width = parts.count + 1
    return values.indices.compactMap { place in
      func sum(_ codes: [Int]) -> Int { codes.reduce(0) { $0 + Int(counts[(place + 1) * width + $1 + 1]) } }
      let (one, other) = (sum(after), sum(earlier))
      return one + other > 0 ? CorpusChange(value: values[place], now: one, before: other) : nil
    }
  }

  /// How many values of `by` have both of two values of `column`, such as applicants active in two subclasses.
  ///
  /// - Returns: the most frequent pairs first, those as frequent by their values; the first value before the second.
  public func pairs(of column: CorpusColumn, by: CorpusColumn, top limit: Int) -> [CorpusMatrix.Cell] {
    let (values, owners) = (snapshot.union(of: column), snapshot.union(of: by))
    let words = (values.values.count + 64) / 64
    var bits = [UInt64](repeating: 0, count: (owners.values.count + 1) * words)
    bits.withUnsafeMutableBufferPointer { bits in
      guard let bits = bits.baseAddress else { return }
      for (index, part) in parts.enumerated() {
        let segment = snapshot.segments[index].segment
        let owner = CodeReader(segment.column(by), owners.codes[index])
        let value = CodeReader(segment.column(column), values.codes[index])
        CodeReader.pairs(owner, value, part.documents, segment.count) { owner, value in
          bits[owner * words + value >> 6] |= 1 << UInt64(value & 63)
        }
      }
    }
    return Self.top(limit, of: together(bits, words, values.values.count, owners.values.count), values.values)
  }

  /// For each pair of values, in how many rows of bits both are set.
  private func together(_ bits: [UInt64], _ words: Int, _ count: Int, _ owners: Int) -> [UInt32] {
    var sums = [UInt32](repeating: 0, count: (count + 1) * (count + 1))
    var set = [Int](repeating: 0, count: count + 1)
    sums.withUnsafeMutableBufferPointer { sums in
      set.withUnsafeMutableBufferPointer { set in
        guard let set = set.baseAddress, let sums = sums.baseAddress else { return }
        for owner in 1..<max(owners + 1, 1) {
          var number = 0
          for word in 0..<words {
            var rest = bits[owner * words + word]
            while rest != 0 {
              set[number] = word << 6 | rest.trailingZeroBitCount
              number += 1
              rest &= rest - 1
            }
          }
          for one in 0..<number where set[one] > 0 {
            let row = sums + set[one] * (count + 1)
            for other in one + 1..<max(number, one + 1) { row[set[other]] &+= 1 }
          }
        }
      }
    }
    return sums
  }

  private static func top(_ limit: Int, of sums: [UInt32], _ values: [String]) -> [CorpusMatrix.Cell] {
    let width = values.count + 1
    var best: [(count: UInt32, place: Int)] = []
    var least: UInt32 = 1
    for place in sums.indices where sums[place] >= least {
      best.append((sums[place], place))
      if best.count >= limit * 4 + 64 {
        best.sort { $0.count == $1.count ? $0.place < $1.place : $0.count > $1.count }
        best.removeSubrange(limit...)
        least = best.last?.count ?? 1
      }
    }
    best.sort { $0.count == $1.count ? $0.place < $1.place : $0.count > $1.count }
    return best.prefix(limit).map { entry in
      CorpusMatrix.Cell(
        row: values[entry.place / width - 1], column: values[entry.place % width - 1], count: Int(entry.count))
    }
  }
}
