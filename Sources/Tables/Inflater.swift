internal import CZlib

/// A gzip stream of one or more members, inflated piece by piece.
final class Inflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var atMemberEnd = false

  init() throws(TableRefusal) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = .allocate(byteCount: 256 << 10, alignment: 16)
    // 15 bits of window, plus 16: gzip wrapper expected.
    guard inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { throw .damaged }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Fills `target` as far as one step goes; 0 at the end of the data.
  ///
  /// - Parameter more: reads compressed bytes into the given memory, 0 at the end.
  func read(
    into target: UnsafeMutableRawBufferPointer,
    more: (UnsafeMutableRawBufferPointer) throws(TableRefusal) -> Int
  ) throws(TableRefusal) -> Int {
    stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(target.count)
    while stream.pointee.avail_out == UInt32(target.count) {
      if stream.pointee.avail_in == 0 {
        let count = try more(input)
        if count == 0 {
          if atMemberEnd { return 0 }
          throw .truncated
        }
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(count)
      }
      if atMemberEnd {
        // What follows the last member and is no member is padding, which gzip itself ignores.
        guard stream.pointee.next_in.pointee == 0x1F else { return 0 }
        inflateReset(stream)
        atMemberEnd = false
      }
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: atMemberEnd = true
      default: throw .damaged
      }
    }
    return target.count - Int(stream.pointee.avail_out)
  }
}
