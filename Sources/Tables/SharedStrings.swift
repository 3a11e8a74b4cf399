import Glibc

/// The strings that cells refer to, in one buffer; beyond a size, in a file that nobody else sees.
final class SharedStrings {
  /// What stays in memory; a workbook of a million rows may hold gigabytes.
  private static let mostInMemory = 128 << 20

  private var buffer: [UInt8] = []
  /// Where each string ends.
  private var ends: [UInt64] = []
  private var written: UInt64 = 0
  /// Whether the disk has taken less than it was given; then no string can be trusted.
  private(set) var hasFailed = false
  /// What the string that is being read holds so far.
  private var openBytes = 0
  private let overflow: UnsafeMutablePointer<FILE>

  init() throws(TableRefusal) {
    guard let file = tmpfile() else { throw .unreadable("tmp") }
    overflow = file
  }

  deinit { fclose(overflow) }

  var count: Int { ends.count }

  /// Whether one string alone is longer than any cell of an office program, many times over.
  var isStringTooLong: Bool { openBytes > Self.longestString }

  private static let longestString = 4 << 20

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    openBytes += bytes.count
    if !isStringTooLong { buffer.append(contentsOf: bytes) }
  }

  func endString() {
    if !isStringTooLong { openBytes = 0 }
    ends.append(written + UInt64(buffer.count))
    if buffer.count > Self.mostInMemory { spill() }
  }

  private func spill() {
    let count = buffer.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, overflow) }
    if count != buffer.count || fflush(overflow) != 0 { hasFailed = true }
    written += UInt64(count)
    buffer.removeAll(keepingCapacity: true)
  }

  /// nil if there is no such string.
  func text(_ place: Int) -> String? {
    guard ends.indices.contains(place) else { return nil }
    let start = place == 0 ? 0 : ends[place - 1]
    let length = Int(ends[place] - start)
    if start >= written {
      let from = Int(start - written)
      return buffer.withUnsafeBufferPointer {
        String(decoding: UnsafeBufferPointer(rebasing: $0[from..<from + length]), as: UTF8.self)
      }
    }
    return String(unsafeUninitializedCapacity: length) { target in
      max(0, pread(fileno(overflow), target.baseAddress, length, off_t(start)))
    }
  }
}

/// Fills ``SharedStrings``: the runs of a string together, its phonetic reading left out.
final class SharedStringsReader: XMLVisitor {
  static let vocabulary = ["si", "t", "rPh"]
  private let strings: SharedStrings
  private var isInText = false
  private var isInReading = false

  init(_ strings: SharedStrings) { self.strings = strings }

  var holdsTooMuch: Bool { strings.isStringTooLong }

  func start(_ name: Int, _ attributes: XMLAttributes) {
    if name == 1 { isInText = true }
    if name == 2 { isInReading = true }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInText, !isInReading { strings.append(bytes) }
  }

  func end(_ name: Int) {
    switch name {
    case 0: strings.endString()
    case 1: isInText = false
    case 2: isInReading = false
    default: break
    }
  }
}
