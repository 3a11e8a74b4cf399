import Kernel
import Testing

@Suite struct `Plain bytes` {
  @Test func `are counted as a look at each of them counts`() {
    var dice = SystemRandomNumberGenerator()
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &dice)).map { _ -> UInt8 in
        // Mostly such as are passed over, with those next to the ones that are looked for.
        Bool.random(using: &dice)
          ? UInt8.random(in: 0x80...0xFF, using: &dice) : UInt8.random(in: 0x1E...0x5D, using: &dice)
      }
      for (least, first, second) in [(0x21, 0x3C, 0x26), (0x20, 0x22, 0x5C), (0x00, 0x5C, 0x5C)]
        as [(UInt8, UInt8, UInt8)]
      {
        let slow = bytes.prefix { $0 >= least && $0 != first && $0 != second }.count
        let fast = bytes.withUnsafeBufferPointer { plainLength(of: $0, least: least, without: first, second) }
        #expect(fast == slow, "\(bytes) \(least) \(first) \(second)")
      }
    }
  }
}
