import Kernel
import Tables

/// A file of JSON lines under names of its own, read as a table: the names are its header.
enum JSONTable {
  static func isOne(_ head: [UInt8]) -> Bool { head.withoutMark.first { $0 > 0x20 } == 0x7B }

  /// Hands over a row with the names, then every object.
  ///
  /// - Parameter isWhole: whether all of the file is wanted: then it is looked through for names first, since one may
  ///   come late; else the first objects tell them.
  static func forEachRow(_ input: FormatInput, isWhole: Bool, _ visit: (TableRow) throws -> Void) throws {
    let names = try names(input, isWhole: isWhole)
    let header = names.map { XLSXCell.text(String(decoding: $0, as: UTF8.self)) }
    try visit(
      TableRow(sheet: 0, number: 0, cells: header, fault: nil, bytesRead: 0, original: { TableFile.original(header) }))
    let lines = try LineReader.ofJSON(input)
    while try lines.advance() {
      var (cells, fault): ([XLSXCell?], RowFault?) = ([], lines.fault)
      if fault == nil { (cells, fault) = lines.withBytes { Self.cells(of: $0, names) } }
      let row = TableRow(
        sheet: 0, number: lines.number, cells: cells, fault: fault, bytesRead: lines.bytesRead,
        original: { lines.original })
      if !row.isEmpty { try visit(row) }
    }
  }

  /// The names of all objects in the order of their first use.
  private static func names(_ input: FormatInput, isWhole: Bool) throws -> [[UInt8]] {
    let lines = try LineReader.ofJSON(input)
    var names: [[UInt8]] = []
    while try lines.advance(), isWhole || lines.number <= TableFile.headerReach {
      if lines.fault != nil { continue }
      lines.withBytes { bytes in
        var place = 0
        try? eachName(in: bytes) { name, scanner throws(JSONFault) in
          try scanner.skipValue()
          if Self.place(of: name, in: names, from: &place) == nil { names.append(Array(name)) }
        }
      }
    }
    return names
  }

  private static func eachName(
    in bytes: UnsafeBufferPointer<UInt8>,
    _ visit: (UnsafeBufferPointer<UInt8>, inout JSONScanner) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    var scanner = JSONScanner(bytes)
    try scanner.beginObject()
    while let name = try scanner.nextName() { try visit(name, &scanner) }
    try scanner.end()
  }

  /// Where a name stands, looked for first behind the one before: objects of a file have theirs in one order.
  private static func place(
    of name: UnsafeBufferPointer<UInt8>, in names: [[UInt8]], from expected: inout Int
  ) -> Int? {
    func isName(_ place: Int) -> Bool { names[place].count == name.count && name.elementsEqual(names[place]) }
    let found = expected < names.count && isName(expected) ? expected : names.indices.first(where: isName)
    if let found { expected = found + 1 }
    return found
  }

  private static func cells(
    of bytes: UnsafeBufferPointer<UInt8>, _ names: [[UInt8]]
  ) -> (cells: [XLSXCell?], fault: RowFault?) {
    if bytes.allSatisfy({ $0 <= 0x20 }) { return ([], nil) }
    var cells = [XLSXCell?](repeating: nil, count: names.count)
    var expected = 0
    do throws(JSONFault) {
      try eachName(in: bytes) { name, scanner throws(JSONFault) in
        let value = try scanner.value()
        guard let place = place(of: name, in: names, from: &expected), let cell = cell(value) else { return }
        cells[place] = cell
      }
    } catch {
      return ([], .malformedObject(offset: error.offset))
    }
    return (cells, nil)
  }

  private static func cell(_ value: JSONScanner.Value) -> XLSXCell? {
    guard let written = value.written, !written.isEmpty else { return nil }
    if case .other = value, Double(written) != nil { return .number(written) }
    return .text(written)
  }
}
