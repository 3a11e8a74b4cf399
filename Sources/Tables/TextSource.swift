/// The text of a file as bytes in which every delimiter is one ASCII byte, and their way into strings.
///
/// UTF-8 and GB 18030 stay as they are: in neither can a comma, quote or line end be a part of another
/// character, so rows are cut first and only the fields that are asked for are decoded. UTF-16 is
/// turned into UTF-8 while it is read.
final class TextSource {
  let bytes: ByteSource
  private(set) var encoding: TextEncoding
  private var transcoder: UTF16Transcoder?
  private lazy var converter = GB18030Decoder()

  /// How much is looked at to tell the encoding.
  private static let headSize = 1 << 18

  init(_ bytes: ByteSource) throws(TableRefusal) {
    self.bytes = bytes
    let head = try bytes.peek(Self.headSize)
    let (found, mark) = try TextEncoding.detect(head, whole: head.count < Self.headSize)
    encoding = found
    bytes.dropPeeked(mark)
    switch found {
    case .utf16LittleEndian: transcoder = UTF16Transcoder(bytes, littleEndian: true)
    case .utf16BigEndian: transcoder = UTF16Transcoder(bytes, littleEndian: false)
    case .ascii, .utf8, .gb18030: break
    }
  }

  func read(into target: UnsafeMutableRawBufferPointer) throws(TableRefusal) -> Int {
    guard let transcoder else { return try bytes.read(into: target) }
    return try transcoder.read(into: target)
  }

  /// The text of a field, or nil if its bytes are not in the file's encoding.
  func decode(_ field: UnsafeRawBufferPointer) -> String? {
    switch encoding {
    case .gb18030: return converter.decode(field)
    case .utf8, .utf16LittleEndian, .utf16BigEndian: return String(validating: field, as: UTF8.self)
    case .ascii:
      if let text = String(validating: field, as: UTF8.self) {
        if field.contains(where: { $0 >= 0x80 }) { encoding = .utf8 }
        return text
      }
      guard let text = converter.decode(field) else { return nil }
      encoding = .gb18030
      return text
    }
  }
}

/// UTF-16 to UTF-8, piece by piece.
///
/// A lone surrogate becomes the byte FF, which no UTF-8 has, so that the row it stands in is refused rather than the
/// file.
final class UTF16Transcoder {
  private let source: ByteSource
  private let littleEndian: Bool
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  private var output: [UInt8] = []
  private var taken = 0
  private var half: UInt8?
  private var high: UInt16?

  init(_ source: ByteSource, littleEndian: Bool) {
    self.source = source
    self.littleEndian = littleEndian
  }

  deinit { input.deallocate() }

  func read(into target: UnsafeMutableRawBufferPointer) throws(TableRefusal) -> Int {
    while taken == output.count {
      output.removeAll(keepingCapacity: true)
      taken = 0
      let count = try source.read(into: input)
      if count == 0 {
        guard half != nil || high != nil else { return 0 }
        (half, high) = (nil, nil)
        output.append(0xFF)
      }
      for byte in input[..<count] { take(byte) }
    }
    let count = min(target.count, output.count - taken)
    output.withUnsafeBytes { target.copyMemory(from: .init(rebasing: $0[taken..<taken + count])) }
    taken += count
    return count
  }

  private func take(_ byte: UInt8) {
    guard let first = half else {
      half = byte
      return
    }
    half = nil
    let (upper, lower) = littleEndian ? (byte, first) : (first, byte)
    take(UInt16(upper) << 8 | UInt16(lower))
  }

  private func take(_ unit: UInt16) {
    if let waiting = high {
      high = nil
      if UTF16.isTrailSurrogate(unit) {
        write(0x10000 + (UInt32(waiting & 0x3FF) << 10) + UInt32(unit & 0x3FF))
        return
      }
      output.append(0xFF)
    }
    if UTF16.isLeadSurrogate(unit) {
      high = unit
    } else {
      write(UInt32(unit))
    }
  }

  private func write(_ code: UInt32) {
    guard let scalar = Unicode.Scalar(code) else {
      output.append(0xFF)
      return
    }
    output.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [0xFF])
  }
}
