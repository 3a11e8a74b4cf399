/// A 64-bit sum of a block of bytes, against damage and not against an adversary.
///
/// Every step is a bijection of what it takes in, so a single changed word always changes the sum. Four sums side by side
/// read memory about as fast as it is delivered.
enum Checksum {
  static let block = 1 << 20

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let (first, second): (UInt64, UInt64) = (0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F)
    var sums = SIMD4<UInt64>(1, 2, 3, 4) &* SIMD4(repeating: second)
    var (a, b, c, d) = (sums[0], sums[1], sums[2], sums[3])
    var place = 0
    let whole = bytes.count & ~31
    while place < whole {
      a = mix(a, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self), first, second)
      b = mix(b, bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self), first, second)
      c = mix(c, bytes.loadUnaligned(fromByteOffset: place + 16, as: UInt64.self), first, second)
      d = mix(d, bytes.loadUnaligned(fromByteOffset: place + 24, as: UInt64.self), first, second)
      place += 32
    }
    sums = SIMD4(a, b, c, d)
    var sum = UInt64(truncatingIfNeeded: bytes.count) &* first
    for lane in 0..<4 { sum = mix(sum, sums[lane], first, second) }
    while place < bytes.count {
      sum = mix(sum, UInt64(bytes[place]) + 1, first, second)
      place += 1
    }
    sum ^= sum >> 33
    sum = sum &* first
    return sum ^ sum >> 29
  }

  /// The sums of a file's blocks of one mebibyte, the last one shorter.
  static func blocks(of bytes: UnsafeRawBufferPointer) -> [UInt64] {
    stride(from: 0, to: bytes.count, by: block).map { start in
      of(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + block, bytes.count)]))
    }
  }

  @inline(__always)
  private static func mix(_ sum: UInt64, _ word: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
    let mixed = sum &+ word &* second
    return (mixed << 31 | mixed >> 33) &* first
  }
}
