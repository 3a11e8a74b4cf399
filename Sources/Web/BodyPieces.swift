import Hummingbird
import NIOCore

/// The body of a request as it comes in.
///
/// That a client breaks off is nothing that this side has to mend, so it is a refusal and no defect.
struct BodyPieces {
  private var iterator: RequestBody.AsyncIterator

  init(_ body: RequestBody) { iterator = body.makeAsyncIterator() }

  /// Nil at the end.
  mutating func next() async throws(WebRefusal) -> ByteBuffer? {
    do { return try await iterator.next() } catch { throw .brokenOff }
  }
}
