import NIOCore
import Synchronization

/// The body of a form with one huge file, made piece by piece as it is asked for.
final class SlowUpload: AsyncSequence, Sendable {
  typealias Element = ByteBuffer
  static let boundary = "------ipzone-slow"
  private let head: [UInt8]
  private let pieces: Int
  private let asked = Mutex(0)

  init(token: String, megabytes: Int) {
    head = Array(
      """
      --\(Self.boundary)\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n\(token)\r\n\
      --\(Self.boundary)\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n
      """.utf8)
    pieces = megabytes * 16
  }

  /// How many bytes were asked for so far.
  var sent: Int { asked.withLock { $0 } }

  func makeAsyncIterator() -> Iterator { Iterator(upload: self) }

  struct Iterator: AsyncIteratorProtocol {
    let upload: SlowUpload
    var place = 0

    mutating func next() async throws -> ByteBuffer? {
      guard place <= upload.pieces else { return nil }
      let bytes = place == 0 ? upload.head : [UInt8](repeating: 0x61, count: 65_536)
      place += 1
      upload.asked.withLock { $0 += bytes.count }
      return ByteBuffer(bytes: bytes)
    }
  }
}
