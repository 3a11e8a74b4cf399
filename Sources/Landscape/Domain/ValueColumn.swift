import Corpus

/// A column of the selection, its names merged where that was asked: what the analyses count.
struct ValueColumn: Sendable {
  let column: CorpusColumn
  let codes: CorpusCodes
  /// What a code stands for where names were merged.
  let groups: [NameGroup]
  /// How many documents have each code; those without any at 0.
  let counts: [Int]

  init(_ column: CorpusColumn, of selection: CorpusSelection) {
    self.init(column, selection.codes(of: column))
  }

  private init(_ column: CorpusColumn, _ codes: CorpusCodes, groups: [NameGroup] = []) {
    self.column = column
    self.codes = codes
    self.groups = groups
    var counts = [Int](repeating: 0, count: (groups.isEmpty ? codes.values.count : groups.count) + 1)
    for code in codes.codes { counts[Int(code)] += 1 }
    counts[0] = codes.starts.withUnsafeBufferPointer { starts in
      (0..<codes.count).count { starts[$0] == starts[$0 + 1] }
    }
    self.counts = counts
  }

  /// The same with the spellings of one name as one value, once a document.
  func merged(by merging: NameMerging) -> ValueColumn {
    guard merging.isOn else { return self }
    let (groups, numbers) = merging.groups(of: codes.values, counts: counts)
    guard !groups.isEmpty else { return self }
    var merged: [UInt32] = []
    var starts: [UInt32] = [0]
    merged.reserveCapacity(codes.codes.count)
    starts.reserveCapacity(codes.starts.count)
    for document in 0..<codes.count {
      let first = merged.count
      for code in codes[document] {
        let number = numbers[Int(code)]
        if !merged[first...].contains(number) { merged.append(number) }
      }
      starts.append(UInt32(merged.count))
    }
    return ValueColumn(column, CorpusCodes(values: codes.values, codes: merged, starts: starts), groups: groups)
  }

  func name(_ code: Int) -> String { groups.isEmpty ? codes.values[code - 1] : groups[code - 1].name }

  func narrowing(_ code: Int) -> Narrowing {
    guard !groups.isEmpty else { return .value(column, codes.values[code - 1]) }
    return .any(groups[code - 1].spellings.map { .value(column, $0.text) })
  }

  /// Documents without any value.
  var missing: Int { counts[0] }
  /// How many different values occur.
  var distinct: Int { counts.dropFirst().count { $0 > 0 } }
  /// All values of all documents.
  var assignments: Int { codes.codes.count }

  /// The most frequent values, those as frequent by their names.
  func top(_ limit: Int) -> [Int] {
    Self.top(limit, of: counts) { name($0) }
  }

  static func top(_ limit: Int, of counts: [Int], name: (Int) -> String) -> [Int] {
    var found = (1..<max(counts.count, 1)).filter { counts[$0] > 0 }
    if found.count > limit, limit > 0 {
      let least = found.map { counts[$0] }.sorted(by: >)[limit - 1]
      found = found.filter { counts[$0] >= least }
    }
    let named = found.map { (code: $0, name: name($0)) }
    return named.sorted { counts[$0.code] == counts[$1.code] ? $0.name < $1.name : counts[$0.code] > counts[$1.code] }
      .prefix(limit).map(\.code)
  }

  /// How many documents have at least one of some codes.
  func documents(withAnyOf wanted: [Int]) -> Int {
    guard !wanted.isEmpty else { return 0 }
    var isWanted = [Bool](repeating: false, count: counts.count)
    for code in wanted { isWanted[code] = true }
    var found = 0
    each { _, own in if own.contains(where: { isWanted[Int($0)] }) { found += 1 } }
    return found
  }

  /// Every document with its codes.
  @inline(__always)
  func each(_ body: (_ document: Int, _ codes: UnsafeBufferPointer<UInt32>) -> Void) {
    codes.starts.withUnsafeBufferPointer { starts in
      codes.codes.withUnsafeBufferPointer { all in
        for document in 0..<codes.count {
          body(document, UnsafeBufferPointer(rebasing: all[Int(starts[document])..<Int(starts[document + 1])]))
        }
      }
    }
  }

  /// The codes of every document in this column and in another of the same selection.
  @inline(__always)
  func each(
    with other: ValueColumn, _ body: (UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<UInt32>) -> Void
  ) {
    other.codes.starts.withUnsafeBufferPointer { starts in
      other.codes.codes.withUnsafeBufferPointer { all in
        each { document, own in
          body(own, UnsafeBufferPointer(rebasing: all[Int(starts[document])..<Int(starts[document + 1])]))
        }
      }
    }
  }
}
