import Kernel

/// Collects the values of one column of a segment under construction.
struct ColumnBuilder {
  private var numbers: [ExactText: UInt32] = [:]
  private var values: [ExactText] = []
  /// For each document the numbers of its values, from `starts[document]` on.
  private var entries: [UInt32] = []
  private var starts: [UInt32] = [0]

  /// Adds the next document's values; a repeated one counts once.
  mutating func add(_ found: [String]) {
    let first = entries.count
    for value in found where !value.isEmpty {
      let number = number(of: value)
      if !entries[first...].contains(number) { entries.append(number) }
    }
    starts.append(UInt32(entries.count))
  }

  mutating func add(_ found: String?) {
    if let found, !found.isEmpty { entries.append(number(of: found)) }
    starts.append(UInt32(entries.count))
  }

  /// The same for values by their numbers.
  mutating func add(numbers found: some Sequence<UInt32>) {
    let first = entries.count
    for number in found where !entries[first...].contains(number) { entries.append(number) }
    starts.append(UInt32(entries.count))
  }

  /// Begins another segment's in the memory of this one's.
  mutating func removeAll() {
    numbers.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
  }

  mutating func number(of value: String) -> UInt32 {
    let value = ExactText(value)
    if let known = numbers[value] { return known }
    let number = UInt32(values.count)
    numbers[value] = number
    values.append(value)
    return number
  }

  /// The column as a segment keeps it, of the documents in their final order.
  func built(order: [Int]) -> ColumnData {
    let ranks = ranked()
    var codes = [UInt32](repeating: 0, count: values.count)
    for (rank, number) in ranks.enumerated() { codes[number] = UInt32(rank + 1) }
    var data = ColumnData(values: ranks.map { values[$0].text })
    data.reserve(order.count)
    for document in order {
      data.add(entries[Int(starts[document])..<Int(starts[document + 1])].map { codes[Int($0)] })
    }
    return data
  }
}

extension ColumnBuilder {
  /// The values' numbers in the order of their bytes: by the first eight, which tell most apart, then by all.
  private func ranked() -> [Int] {
    var keyed = values.indices.map { number -> (start: UInt64, number: Int) in
      var start: UInt64 = 0
      for (place, byte) in values[number].text.utf8.prefix(8).enumerated() { start |= UInt64(byte) << (56 - 8 * place) }
      return (start, number)
    }
    keyed.sort { left, right in
      left.start == right.start ? values[left.number] < values[right.number] : left.start < right.start
    }
    return keyed.map(\.number)
  }
}

/// A column in numbers: code 0 is no value, code *n* the *n*-th value in the order of its UTF-8 bytes.
struct ColumnData {
  let values: [String]
  /// Each document's first value.
  private(set) var codes: [UInt32] = []
  /// The further values, with the documents that have them, ascending.
  private(set) var extraDocuments: [UInt32] = []
  private(set) var extraCodes: [UInt32] = []

  init(values: [String]) { self.values = values }

  mutating func reserve(_ count: Int) { codes.reserveCapacity(count) }

  mutating func add(_ found: [UInt32]) {
    let document = UInt32(codes.count)
    codes.append(found.first ?? 0)
    for code in found.dropFirst() {
      extraDocuments.append(document)
      extraCodes.append(code)
    }
  }

  /// Bytes that a code takes: none in an empty column, else one, two or four.
  var codeSize: Int { values.isEmpty ? 0 : values.count < 0xFF ? 1 : values.count < 0xFFFF ? 2 : 4 }
}
