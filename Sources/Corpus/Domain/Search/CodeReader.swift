/// Reads the codes of a column as those that all segments have in common.
struct CodeReader {
  private let column: SegmentColumn
  private let common: [UInt32]?

  init(_ column: SegmentColumn, _ common: [UInt32]?) {
    self.column = column
    self.common = common
  }

  @inline(__always)
  private func shared(_ code: Int) -> Int {
    guard code > 0, let common else { return code }
    return Int(common[code])
  }

  @inline(__always)
  private func first(of document: Int) -> Int { shared(column.code(at: document)) }

  private func all(of document: UInt32) -> [Int] {
    let codes = column.codes(of: document)
    return codes.isEmpty ? [0] : codes.map(shared)
  }

  /// Adds one for each pair of codes of each document, at `first * width + second`.
  static func count(
    _ one: CodeReader, _ other: CodeReader, _ documents: [UInt32], _ count: Int, _ width: Int,
    into counts: UnsafeMutableBufferPointer<UInt32>
  ) {
    guard let sums = counts.baseAddress else { return }
    let isPlain = one.common == nil && other.common == nil && documents.count == count && counts.count <= 1 << 15
    switch (one.column.codeSize, other.column.codeSize) {
    case (1, 1) where isPlain: inFour(one.column, UInt8.self, other.column, UInt8.self, width, counts)
    case (1, 2) where isPlain: inFour(one.column, UInt8.self, other.column, UInt16.self, width, counts)
    case (2, 1) where isPlain: inFour(one.column, UInt16.self, other.column, UInt8.self, width, counts)
    case (2, 2) where isPlain: inFour(one.column, UInt16.self, other.column, UInt16.self, width, counts)
    default: return pairs(one, other, documents, count) { row, column in sums[row * width + column] &+= 1 }
    }
    further(one, other, documents, count) { row, column in sums[row * width + column] &+= 1 }
  }

  /// Counts in four tables by turns: neighbours mostly fall together, and a count waits for the one before it.
  @inline(__always)
  private static func inFour<One: FixedWidthInteger, Other: FixedWidthInteger>(
    _ one: SegmentColumn, _: One.Type, _ other: SegmentColumn, _: Other.Type, _ width: Int,
    _ counts: UnsafeMutableBufferPointer<UInt32>
  ) {
    guard let rows = one.codes.assumingMemoryBound(to: One.self).baseAddress,
      let columns = other.codes.assumingMemoryBound(to: Other.self).baseAddress
    else { return }
    let size = counts.count
    let tables = UnsafeMutablePointer<UInt32>.allocate(capacity: size * 4)
    tables.initialize(repeating: 0, count: size * 4)
    defer { tables.deallocate() }
    let (second, third, fourth) = (tables + size, tables + 2 * size, tables + 3 * size)
    @inline(__always) func place(_ document: Int) -> Int {
      Int(truncatingIfNeeded: rows[document]) &* width &+ Int(truncatingIfNeeded: columns[document])
    }
    var document = 0
    while document &+ 4 <= one.count {
      tables[place(document)] &+= 1
      second[place(document &+ 1)] &+= 1
      third[place(document &+ 2)] &+= 1
      fourth[place(document &+ 3)] &+= 1
      document &+= 4
    }
    while document < one.count {
      tables[place(document)] &+= 1
      document &+= 1
    }
    for cell in 0..<size { counts[cell] &+= tables[cell] &+ second[cell] &+ third[cell] &+ fourth[cell] }
  }

  /// Each pair of codes of each document.
  @inline(__always)
  static func pairs(
    _ one: CodeReader, _ other: CodeReader, _ documents: [UInt32], _ count: Int, do body: (Int, Int) -> Void
  ) {
    // Of a small selection the few further values are looked up one by one.
    if documents.count * 16 < one.column.extraDocuments.count + other.column.extraDocuments.count {
      for document in documents {
        let columns = other.all(of: document)
        for row in one.all(of: document) { for column in columns { body(row, column) } }
      }
      return
    }
    let isPlain = one.common == nil && other.common == nil
    switch (one.column.codeSize, other.column.codeSize) {
    case (1, 1) where isPlain: each(one.column, UInt8.self, other.column, UInt8.self, documents, count, body)
    case (1, 2) where isPlain: each(one.column, UInt8.self, other.column, UInt16.self, documents, count, body)
    case (2, 1) where isPlain: each(one.column, UInt16.self, other.column, UInt8.self, documents, count, body)
    case (2, 2) where isPlain: each(one.column, UInt16.self, other.column, UInt16.self, documents, count, body)
    default:
      for document in documents { body(one.first(of: Int(document)), other.first(of: Int(document))) }
    }
    further(one, other, documents, count, do: body)
  }

  /// The pairs with further values of a document, beside that of its first ones.
  @inline(__always)
  private static func further(
    _ one: CodeReader, _ other: CodeReader, _ documents: [UInt32], _ count: Int, do body: (Int, Int) -> Void
  ) {
    let (rows, columns) = (one.column.extraDocuments, other.column.extraDocuments)
    var (row, column, place) = (0, 0, 0)
    while row < rows.count || column < columns.count {
      let document = min(row < rows.count ? rows[row] : .max, column < columns.count ? columns[column] : .max)
      let (firstRow, firstColumn) = (row, column)
      while row < rows.count, rows[row] == document { row += 1 }
      while column < columns.count, columns[column] == document { column += 1 }
      if documents.count < count {
        while place < documents.count, documents[place] < document { place += 1 }
        guard place < documents.count else { return }
        guard documents[place] == document else { continue }
      }
      let (left, right) = (one.first(of: Int(document)), other.first(of: Int(document)))
      for further in firstColumn..<column { body(left, other.shared(Int(other.column.extraCodes[further]))) }
      for further in firstRow..<row {
        let code = one.shared(Int(one.column.extraCodes[further]))
        body(code, right)
        for beside in firstColumn..<column { body(code, other.shared(Int(other.column.extraCodes[beside]))) }
      }
    }
  }

  @inline(__always)
  private static func each<One: FixedWidthInteger, Other: FixedWidthInteger>(
    _ one: SegmentColumn, _: One.Type, _ other: SegmentColumn, _: Other.Type, _ documents: [UInt32], _ count: Int,
    _ body: (Int, Int) -> Void
  ) {
    guard let rows = one.codes.assumingMemoryBound(to: One.self).baseAddress,
      let columns = other.codes.assumingMemoryBound(to: Other.self).baseAddress
    else { return }
    if documents.count == count {
      for document in 0..<count {
        body(Int(truncatingIfNeeded: rows[document]), Int(truncatingIfNeeded: columns[document]))
      }
    } else {
      documents.withUnsafeBufferPointer { documents in
        for document in documents {
          body(Int(truncatingIfNeeded: rows[Int(document)]), Int(truncatingIfNeeded: columns[Int(document)]))
        }
      }
    }
  }
}
