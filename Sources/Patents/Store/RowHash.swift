import Kernel
package import Patents

/// FNV-1a, 64 bits, over every field of a row: stored, so the same in every release.
///
/// Each byte waits for the one before it, but not for those of other rows: several rows at a time take little longer
/// than one.
package enum RowHash {
  static let lanes = 4

  package static func of(_ rows: [PatentFacts]) -> [Int64] {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for facts in rows {
      for value in facts.values {
        if let value { value.withBytes { bytes.append(contentsOf: $0) } }
        bytes.append(0xFF)
      }
      ends.append(bytes.count)
    }
    var hashes: [Int64] = []
    bytes.withUnsafeBufferPointer { bytes in
      let rows = zip([0] + ends, ends).map { UnsafeBufferPointer(rebasing: bytes[$0..<$1]) }
      for four in rows.chunks(of: lanes) {
        hashes +=
          four.count == lanes ? together(four[0], four[1], four[2], four[3]) : four.map { finished(start, $0[...]) }
      }
    }
    return hashes
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>
  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  private static func further(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  private static func finished(_ hash: UInt64, _ rest: Slice<Bytes>) -> Int64 {
    Int64(bitPattern: rest.reduce(hash, further))
  }

  private static func together(_ first: Bytes, _ second: Bytes, _ third: Bytes, _ fourth: Bytes) -> [Int64] {
    var (one, two, three, four) = (start, start, start, start)
    let common = min(first.count, second.count, third.count, fourth.count)
    for place in 0..<common {
      one = further(one, first[place])
      two = further(two, second[place])
      three = further(three, third[place])
      four = further(four, fourth[place])
    }
    return [
      finished(one, first[common...]), finished(two, second[common...]), finished(three, third[common...]),
      finished(four, fourth[common...]),
    ]
  }
}
