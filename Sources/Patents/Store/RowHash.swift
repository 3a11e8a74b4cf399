import Kernel
package import Patents

/// FNV-1a, 64 bits, over every field of a row: stored, so the same in every release.
///
/// Each byte waits for the one before it, but not for those of other rows: several rows at a time take little longer
/// than one.
package struct RowHash {
  package static let lanes = 4

  /// The rows' fields, in memory that is used again.
  private var bytes: [UInt8] = []

  package init() {}

  package mutating func of(_ rows: [PatentFacts]) -> [Int64] {
    bytes.removeAll(keepingCapacity: true)
    var ends: [Int] = []
    for facts in rows {
      for value in facts.values {
        if let value { value.withBytes { bytes.append(contentsOf: $0) } }
        bytes.append(0xFF)
      }
      ends.append(bytes.count)
    }
    return bytes.withUnsafeBufferPointer { bytes in
      let rows = zip([0] + ends, ends).map { UnsafeBufferPointer(rebasing: bytes[$0..<$1]) }
      return rows.chunks(of: Self.lanes).flatMap(Self.hashes)
    }
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>
  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  private static func further(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  private static func finished(_ hash: UInt64, _ rest: Slice<Bytes>) -> Int64 {
    Int64(bitPattern: rest.reduce(hash, further))
  }

  private static func hashes(_ rows: [Bytes]) -> [Int64] {
    rows.count == lanes ? together(rows[0], rows[1], rows[2], rows[3]) : rows.map { finished(start, $0[...]) }
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
