import Crypto
import Kernel
package import Storage

/// The digest of one row: SHA-256 over the table's name and each value with its type and length.
package struct RowDigest {
  private let start: [UInt8]

  package init(table: String) { start = Self.encoded(.text(table)) }

  /// - Parameter values: the row's own columns in their order.
  package func of(_ values: some Sequence<SQLValue>, entry: Int64) -> [UInt8] {
    var bytes = start
    bytes.reserveCapacity(512)
    return of(values, entry: entry, using: &bytes)
  }

  /// The same for row after row, in one buffer.
  func of(_ values: some Sequence<SQLValue>, entry: Int64, using bytes: inout [UInt8]) -> [UInt8] {
    bytes.replaceSubrange(bytes.indices, with: start)
    for value in values { Self.append(value, to: &bytes) }
    Self.append(.integer(entry), to: &bytes)
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hash.finalize().withUnsafeBytes { Array($0) }
  }

  private static func encoded(_ value: SQLValue) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return bytes
  }

  private static func append(_ value: SQLValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append(0)
    case .integer(let integer):
      bytes.append(1)
      append(UInt64(bitPattern: integer), to: &bytes)
    case .real(let real):
      bytes.append(2)
      // SQLite keeps no sign of a zero.
      append(real == 0 ? 0 : real.bitPattern, to: &bytes)
    case .text(let text):
      bytes.append(3)
      text.withBytes { utf8 in
        append(UInt64(utf8.count), to: &bytes)
        bytes.append(contentsOf: utf8)
      }
    case .blob(let blob):
      bytes.append(4)
      append(UInt64(blob.count), to: &bytes)
      bytes.append(contentsOf: blob)
    }
  }

  private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
