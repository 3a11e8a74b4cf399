import Crypto
import PatentFormats
import Tables

/// What one look through a whole file tells, before a row of it is read.
struct FileLook {
  let size: Int64
  /// The SHA-256 of its bytes, in hexadecimal.
  let hash: String
  let mayDeclareEntities: Bool

  init(_ path: String) throws {
    let file = try ByteSource(path: path, asStored: true)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
    defer { piece.deallocate() }
    var hash = SHA256()
    var traces = EntityTraces()
    var size: Int64 = 0
    while case let count = try file.read(into: piece), count > 0 {
      let bytes = UnsafeRawBufferPointer(rebasing: piece[..<count])
      hash.update(bufferPointer: bytes)
      traces.look(at: bytes)
      size += Int64(count)
    }
    (self.size, self.hash) = (size, hexadecimal(hash.finalize()))
    mayDeclareEntities = traces.arePossible
  }
}

/// One hash over the rows of a batch, for the journal.
func rowsHash(_ rows: [PreparedRow]) -> String {
  var hash = SHA256()
  for place in rows.indices {
    withUnsafeBytes(of: rows[place].hash.littleEndian) { hash.update(bufferPointer: $0) }
  }
  return hexadecimal(hash.finalize())
}

private func hexadecimal(_ digest: SHA256.Digest) -> String {
  digest.map { byte in
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }.joined()
}
