import Glibc

/// The rows of a delimited text file (RFC 4180 and what programs write in its name), one at a time.
///
/// A cursor in constant memory: ``advance()`` moves to the next row, and only the fields that are
/// asked for become strings. The separator (comma, semicolon or tab) is told by the first line. Blank
/// lines are no rows. A row that is broken is given with its ``fault``; the rows after it are read on.
public final class CSVReader {
  /// What is refused as one row or one field.
  public struct Limits: Sendable {
    public var row: Int
    public var field: Int

    public init(row: Int = 4 << 20, field: Int = 2 << 20) {
      self.row = row
      self.field = field
    }
  }

  private struct Field {
    var start: Int32
    var end: Int32
    /// Whether it opens with a quotation mark.
    var quoted: Bool
  }

  private let window: Window
  private let limits: Limits
  private var fields: [Field] = []
  private var next = 0
  private var rowEnd = 0

  public let separator: UInt8
  /// 1 for the first row, which usually is the header.
  public private(set) var number = 0
  public private(set) var fault: RowFault?

  public init(_ source: ByteSource, separator: UInt8? = nil, limits: Limits = Limits()) throws(TableRefusal) {
    let text = try TextSource(source)
    window = Window(text)
    self.limits = limits
    _ = try window.more()
    self.separator =
      separator ?? Self.sniff(UnsafeBufferPointer(start: window.base, count: window.end))
    fields.reserveCapacity(64)
  }

  public var encoding: TextEncoding { window.source.encoding }
  /// Where the row begins in the text.
  public var offset: Int64 { window.offset }
  /// Progress in the file itself, compressed as it is.
  public var bytesRead: Int64 { window.source.bytes.bytesRead }
  public var fieldCount: Int { fields.count }

  /// Moves to the next row; false at the end.
  public func advance() throws(TableRefusal) -> Bool {
    while true {
      window.start = next
      fault = nil
      guard try scanRow() else { return false }
      if rowEnd > window.start || fault != nil { break }
    }
    number += 1
    if fault == nil, memchr(window.base + window.start, 0, rowEnd - window.start) != nil { fault = .nulByte }
    return true
  }

  /// The text of a field, quotation marks taken off; "" beyond the last.
  ///
  /// - Throws: ``RowFault``, if the field's bytes are not in the file's encoding.
  public func text(_ index: Int) throws(RowFault) -> String {
    guard index < fields.count else { return "" }
    let field = fields[index]
    let from = window.start + Int(field.start)
    let bytes = UnsafeRawBufferPointer(start: window.base + from, count: Int(field.end - field.start))
    let text =
      field.quoted
      ? unquoted(bytes).withUnsafeBytes { window.source.decode($0) }
      : window.source.decode(bytes)
    guard let text else { throw .wrongEncoding(offset: offset) }
    return text
  }

  /// All fields of the row.
  public func texts() throws(RowFault) -> [String] {
    var found: [String] = []
    found.reserveCapacity(fields.count)
    for index in fields.indices { found.append(try text(index)) }
    return found
  }

  /// The row as it stands in the file, shortened to `limit` bytes; what is broken in it shows as �.
  public func original(limit: Int = 2_048) -> String {
    let bytes = UnsafeRawBufferPointer(start: window.base + window.start, count: min(rowEnd - window.start, limit))
    return window.source.decode(bytes) ?? String(decoding: bytes, as: UTF8.self)
  }

  /// Finds the row at the window's start; false if there is none.
  private func scanRow() throws(TableRefusal) -> Bool {
    while true {
      if scanFields() { return true }
      if window.end - window.start > limits.row {
        try passOver()
        return true
      }
      if try !window.more() {
        if window.end == window.start { return false }
        if scanFields() { return true }
        try passOver()
        return true
      }
    }
  }

  /// Cuts the row at the window's start into fields; false if its end is not in memory.
  private func scanFields() -> Bool {
    fields.removeAll(keepingCapacity: true)
    let row = window.base + window.start
    let length = window.end - window.start
    if length == 0 { return false }
    var at = 0
    while true {
      let start = at
      var quoted = false
      if at < length, row[at] == 0x22 {
        quoted = true
        guard let after = closing(row, from: at + 1, length) else { return false }
        at = after
      }
      at = delimiter(row, from: at, length)
      if at == length, !window.isAtEnd { return false }
      let ends = at == length || row[at] == 0x0A
      let trimmed = ends && at > start && row[at - 1] == 0x0D ? at - 1 : at
      if trimmed - start > limits.field, fault == nil { fault = .tooLong(limit: limits.field) }
      fields.append(
        Field(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: trimmed), quoted: quoted))
      if ends {
        rowEnd = window.start + trimmed
        next = window.start + min(at + 1, length)
        return true
      }
      at += 1
    }
  }

  /// The place after the quotation mark that closes a field, or nil if it is not in memory.
  private func closing(_ row: UnsafeMutablePointer<UInt8>, from: Int, _ length: Int) -> Int? {
    var at = from
    while let found = memchr(row + at, 0x22, length - at) {
      at = found.assumingMemoryBound(to: UInt8.self) - row + 1
      if at < length, row[at] == 0x22 {
        at += 1
      } else if at < length || window.isAtEnd {
        return at
      } else {
        return nil
      }
    }
    return nil
  }

  /// The next separator or line end, eight bytes at a step.
  private func delimiter(_ row: UnsafeMutablePointer<UInt8>, from: Int, _ length: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let (separators, lineEnds) = (ones &* UInt64(separator), ones &* 0x0A)
    let raw = UnsafeRawPointer(row)
    var at = from
    while at < length {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let (first, second) = (word ^ separators, word ^ lineEnds)
      let found = ((first &- ones) & ~first | (second &- ones) & ~second) & highs
      if found != 0 { return min(at + found.trailingZeroBitCount / 8, length) }
      at += 8
    }
    return length
  }

  /// Gives up the row, and goes on after the first line end in it.
  private func passOver() throws(TableRefusal) {
    fields = []
    let row = window.base + window.start
    let end = memchr(row, 0x0A, window.end - window.start).map { $0.assumingMemoryBound(to: UInt8.self) - row }
    rowEnd = window.start + (end ?? window.end - window.start)
    next = min(rowEnd + 1, window.end)
    fault = (end ?? .max) > limits.row && !window.isAtEnd ? .tooLong(limit: limits.row) : .openQuote
    if end == nil { try passOverRest() }
  }

  /// Drops a line that is longer than what is in memory.
  private func passOverRest() throws(TableRefusal) {
    while true {
      window.start = window.end
      guard try window.more() else { break }
      if let found = memchr(window.base, 0x0A, window.end) {
        window.start = found.assumingMemoryBound(to: UInt8.self) - window.base
        break
      }
    }
    rowEnd = window.start
    next = min(rowEnd + 1, window.end)
  }

  private func unquoted(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var at = 1
    while at < bytes.count {
      if bytes[at] == 0x22 {
        // A doubled mark is one; the closing one goes.
        if at + 1 < bytes.count, bytes[at + 1] == 0x22 {
          text.append(0x22)
          at += 1
        }
      } else {
        text.append(bytes[at])
      }
      at += 1
    }
    return text
  }

  /// The candidate that the first line, outside quotation marks, has most of.
  private static func sniff(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [0x2C: 0, 0x3B: 0, 0x09: 0]
    var quoted = false
    for byte in bytes {
      if byte == 0x22 { quoted.toggle() }
      if quoted { continue }
      if byte == 0x0A { break }
      counts[byte]? += 1
    }
    let most = counts.values.max() ?? 0
    return [0x2C, 0x3B, 0x09].first { counts[$0] == most } ?? 0x2C
  }
}
