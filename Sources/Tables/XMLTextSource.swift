import Glibc

/// The bytes of an XML file in UTF-8, whatever encoding it declares or turns out to have.
///
/// What stands in the declaration counts, unless the bytes contradict it: Chinese files that say UTF-8 and are
/// GB 18030 are read as what they are.
final class XMLTextSource {
  let bytes: ByteSource
  private var transcoder: UTF16Transcoder?
  private var converter: StreamConverter?

  private static let headSize = 1 << 16

  init(_ bytes: ByteSource) throws(TableRefusal) {
    self.bytes = bytes
    let head = try bytes.peek(Self.headSize)
    let declared = Self.declared(head)
    if let declared, !["UTF-8", "UTF8", "US-ASCII", "ASCII", "UTF-16"].contains(declared) {
      converter = StreamConverter(bytes, from: declared)
      if converter != nil { return }
    }
    let (found, mark) = try TextEncoding.detect(head, whole: head.count < Self.headSize)
    bytes.dropPeeked(mark)
    switch found {
    case .utf16LittleEndian: transcoder = UTF16Transcoder(bytes, littleEndian: true)
    case .utf16BigEndian: transcoder = UTF16Transcoder(bytes, littleEndian: false)
    case .gb18030: converter = StreamConverter(bytes, from: "GB18030")
    case .ascii, .utf8: break
    }
  }

  func read(into target: UnsafeMutableRawBufferPointer) throws(TableRefusal) -> Int {
    if let converter { return try converter.read(into: target) }
    if let transcoder { return try transcoder.read(into: target) }
    return try bytes.read(into: target)
  }

  /// The name behind `encoding=` in the XML declaration, in capitals.
  private static func declared(_ head: [UInt8]) -> String? {
    guard head.starts(with: Array("<?xml".utf8)), let end = head.prefix(400).firstIndex(of: 0x3E) else { return nil }
    let declaration = String(decoding: head[..<end], as: UTF8.self)
    guard let at = declaration.firstRange(of: "encoding") else { return nil }
    let rest = declaration[at.upperBound...].drop { $0 == " " || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return rest.dropFirst().prefix { $0 != quote }.uppercased()
  }
}

/// Text of an encoding that the C library knows, as UTF-8, piece by piece; what cannot be read becomes U+FFFD.
private final class StreamConverter {
  private let source: ByteSource
  private let converter: iconv_t
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  private var waiting = 0
  private var isAtEnd = false

  init?(_ source: ByteSource, from encoding: String) {
    guard let opened = iconv_open("UTF-8", encoding), opened != iconv_t(bitPattern: -1) else { return nil }
    self.source = source
    converter = opened
  }

  deinit {
    iconv_close(converter)
    input.deallocate()
  }

  func read(into target: UnsafeMutableRawBufferPointer) throws(TableRefusal) -> Int {
    while true {
      if !isAtEnd, waiting < input.count {
        let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: input[waiting...]))
        isAtEnd = count == 0
        waiting += count
      }
      if waiting == 0 { return 0 }
      let written = convert(into: target)
      if written > 0 { return written }
    }
  }

  private func convert(into target: UnsafeMutableRawBufferPointer) -> Int {
    var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
    var left = waiting
    var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
    var room = target.count
    let status = iconv(converter, &from, &left, &to, &room)
    // A character that is cut waits for its rest; any other fault costs one byte.
    if status == .max, errno == EILSEQ || errno == EINVAL && isAtEnd, left > 0, room >= 3, let to {
      memcpy(to, "\u{FFFD}", 3)
      room -= 3
      left -= 1
    }
    if left > 0, let base = input.baseAddress { memmove(base, base + (waiting - left), left) }
    waiting = left
    return target.count - room
  }
}
