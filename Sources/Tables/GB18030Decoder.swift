import Glibc

/// Turns GB 18030 into strings with the C library's converter.
final class GB18030Decoder {
  private let converter: iconv_t?
  private var output: UnsafeMutableBufferPointer<CChar>

  init() {
    let opened = iconv_open("UTF-8", "GB18030")
    converter = opened == iconv_t(bitPattern: -1) ? nil : opened
    output = .allocate(capacity: 4_096)
  }

  deinit {
    if let converter { iconv_close(converter) }
    output.deallocate()
  }

  /// The text, or nil if the bytes are not GB 18030.
  func decode(_ bytes: UnsafeRawBufferPointer) -> String? {
    guard let converter, let start = bytes.baseAddress else { return bytes.isEmpty ? "" : nil }
    // Four bytes of GB 18030 become at most four of UTF-8, two become at most three.
    if output.count < bytes.count * 2 + 8 {
      output.deallocate()
      output = .allocate(capacity: bytes.count * 2 + 8)
    }
    var from: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(
      mutating: start.assumingMemoryBound(to: CChar.self))
    var left = bytes.count
    var to = output.baseAddress
    var room = output.count
    iconv(converter, nil, nil, nil, nil)
    guard iconv(converter, &from, &left, &to, &room) != -1, left == 0 else { return nil }
    return String(decoding: UnsafeRawBufferPointer(output)[..<(output.count - room)], as: UTF8.self)
  }
}
