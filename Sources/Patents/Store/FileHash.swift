import Crypto
import Foundation
import PatentFormats

/// The SHA-256 of a file, in hexadecimal, and its size.
func fileHash(_ path: String) throws -> (hash: String, size: Int64) {
  guard let file = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileReadNoSuchFile) }
  defer { try? file.close() }
  var hash = SHA256()
  var size: Int64 = 0
  while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty {
    hash.update(data: chunk)
    size += Int64(chunk.count)
  }
  return (hexadecimal(hash.finalize()), size)
}

/// One hash over the rows of a batch, for the journal.
func rowsHash(_ rows: [PreparedRow]) -> String {
  var hash = SHA256()
  for row in rows {
    let word: Int64
    switch row.content {
    case .facts(_, _, let rowHash, _, _): word = rowHash
    case .trademark(_, let identity, _): word = Int64(row.line) ^ Int64(truncatingIfNeeded: identity.utf8.count) << 32
    case .rejected: word = Int64(row.line)
    }
    withUnsafeBytes(of: word.littleEndian) { hash.update(bufferPointer: $0) }
  }
  return hexadecimal(hash.finalize())
}

private func hexadecimal(_ digest: SHA256.Digest) -> String {
  digest.map { byte in
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }.joined()
}
