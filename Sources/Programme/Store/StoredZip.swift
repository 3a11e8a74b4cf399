/// A ZIP archive of a few small files, each stored as it is: the same files give the same bytes.
///
/// Source: PKWARE APPNOTE 6.3.3, sections 4.3.7, 4.3.12 and 4.3.16. Every file is dated 1980-01-01, the format's first
/// day, since the archive's own time would make two equal packs differ.
struct StoredZip {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// - Precondition: `name` and `bytes` are shorter than the format's 64 KiB and 4 GiB.
  mutating func add(_ name: String, _ bytes: [UInt8]) {
    let path = Array(name.utf8)
    let offset = UInt32(body.count)
    // Version 2.0; bit 11 says that names are UTF-8; method 0; 00:00 on 1980-01-01.
    let common =
      Self.little(UInt16(20)) + Self.little(UInt16(0x0800)) + Self.little(UInt16(0)) + Self.little(UInt16(0))
      + Self.little(UInt16(0x0021)) + Self.little(crc32(bytes)) + Self.little(UInt32(bytes.count))
      + Self.little(UInt32(bytes.count)) + Self.little(UInt16(path.count)) + Self.little(UInt16(0))
    body += Self.little(UInt32(0x0403_4B50)) + common + path + bytes
    directory += Self.little(UInt32(0x0201_4B50)) + Self.little(UInt16(20)) + common
    directory += [UInt8](repeating: 0, count: 10) + Self.little(offset) + path
    count += 1
  }

  var bytes: [UInt8] {
    body + directory + Self.little(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + Self.little(count) + Self.little(count)
      + Self.little(UInt32(directory.count)) + Self.little(UInt32(body.count)) + [0, 0]
  }

  private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}

/// The check sum of ZIP and gzip (ISO 3309).
private func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0) { crcTable[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
}

private let crcTable: [UInt32] = (0..<256).map { byte in
  (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
}
