import CPostgres
import Storage

/// The values of one statement as libpq takes them: all in one buffer, all in binary.
struct BoundValues {
  let types: [Oid]
  private let bytes: [UInt8]
  /// Where each value starts; -1 for NULL.
  private let starts: [Int]
  private let lengths: [Int32]

  /// - Parameter kinds: the type of each value, for those that are NULL; 0 lets the server infer it.
  /// - Throws: ``StorageFault/failed(code:message:)`` for a text with a NUL character.
  init(_ values: [SQLValue], kinds: [Oid]? = nil) throws(StorageFault) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var lengths: [Int32] = []
    bytes.reserveCapacity(values.count * 16 + 1)
    for value in values {
      let start = bytes.count
      let isPresent = try Self.append(value, to: &bytes)
      starts.append(isPresent ? start : -1)
      lengths.append(Int32(bytes.count - start))
    }
    // Even an empty value needs an address.
    bytes.append(0)
    self.bytes = bytes
    self.starts = starts
    self.lengths = lengths
    types = values.enumerated().map { place, value in value == .null ? kinds?[place] ?? 0 : value.kind }
  }

  func withPointers<Result>(
    _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Result
  ) -> Result {
    bytes.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let pointers = starts.map { $0 < 0 ? nil : start?.advanced(by: $0) }
      let formats = [Int32](repeating: 1, count: starts.count)
      return body(Int32(starts.count), pointers, lengths, formats)
    }
  }

  private static func append(_ value: SQLValue, to bytes: inout [UInt8]) throws(StorageFault) -> Bool {
    try value.requireStorable()
    switch value {
    case .null: return false
    case .integer(let integer): withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
    case .real(let real): withUnsafeBytes(of: real.bitPattern.bigEndian) { bytes.append(contentsOf: $0) }
    case .text(let text): bytes.append(contentsOf: text.utf8)
    case .blob(let blob): bytes.append(contentsOf: blob)
    }
    return true
  }
}

extension SQLValue {
  /// The server's type for a value; 0 for NULL.
  var kind: Oid {
    switch self {
    case .null: 0
    case .integer: ColumnType.int8
    case .real: ColumnType.float8
    case .text: ColumnType.text
    case .blob: ColumnType.bytea
    }
  }
}
