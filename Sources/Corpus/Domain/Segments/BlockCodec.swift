/// A block of 128 numbers: most of them packed in few bits, the few large ones apart.
///
/// Head: a byte of width; a byte with the number of large ones and, as its top bit, whether what they have above the width
/// takes four bytes instead of one. Then the packed numbers, the places of the large ones, and their upper parts.
enum BlockCodec {
  static let head = 2

  static func append(_ numbers: UnsafePointer<UInt32>, to sink: inout ByteSink) {
    let (width, large, isWide) = cheapest(numbers)
    sink.append(UInt8(width))
    sink.append(UInt8(large) | (isWide ? 0x80 : 0))
    let mask = width == 32 ? UInt32.max : UInt32(1) << UInt32(width) - 1
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Packing.block) { low in
      guard let start = low.baseAddress else { return }
      for index in 0..<Packing.block { start[index] = numbers[index] & mask }
      Packing.pack(start, width: width, to: sink.extend(by: 16 * width))
    }
    guard large > 0 else { return }
    let places = sink.extend(by: large * (isWide ? 5 : 2))
    let above = places + large
    var found = 0
    for index in 0..<Packing.block where numbers[index] > mask {
      places.storeBytes(of: UInt8(index), toByteOffset: found, as: UInt8.self)
      let upper = numbers[index] >> UInt32(width)
      if isWide {
        above.storeBytes(of: upper, toByteOffset: found * 4, as: UInt32.self)
      } else {
        above.storeBytes(of: UInt8(upper), toByteOffset: found, as: UInt8.self)
      }
      found += 1
    }
  }

  /// Unpacks a block; returns what follows it.
  @discardableResult
  @inline(__always)
  static func decode(_ from: UnsafeRawPointer, to numbers: UnsafeMutablePointer<UInt32>) -> UnsafeRawPointer {
    let width = Int(from.load(as: UInt8.self))
    let second = from.load(fromByteOffset: 1, as: UInt8.self)
    Packing.unpack(from + head, width: width, to: numbers)
    let after = from + head + 16 * width
    if second == 0 { return after }
    return restore(after, width: width, second: second, to: numbers)
  }

  @inline(never)
  private static func restore(
    _ places: UnsafeRawPointer, width: Int, second: UInt8, to numbers: UnsafeMutablePointer<UInt32>
  ) -> UnsafeRawPointer {
    let large = Int(second & 0x7F)
    let above = places + large
    if second & 0x80 == 0 {
      for index in 0..<large {
        let place = Int(places.load(fromByteOffset: index, as: UInt8.self))
        numbers[place] |= UInt32(above.load(fromByteOffset: index, as: UInt8.self)) &<< UInt32(width)
      }
      return above + large
    }
    for index in 0..<large {
      let place = Int(places.load(fromByteOffset: index, as: UInt8.self))
      numbers[place] |= above.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self) &<< UInt32(width)
    }
    return above + large * 4
  }

  @inline(__always)
  static func next(after from: UnsafeRawPointer) -> UnsafeRawPointer {
    let width = Int(from.load(as: UInt8.self))
    let second = from.load(fromByteOffset: 1, as: UInt8.self)
    return from + head + 16 * width + Int(second & 0x7F) * (second & 0x80 == 0 ? 2 : 5)
  }

  /// The width that takes the fewest bytes.
  private static func cheapest(_ numbers: UnsafePointer<UInt32>) -> (width: Int, large: Int, isWide: Bool) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 33) { counts in
      counts.initialize(repeating: 0)
      for index in 0..<Packing.block { counts[32 - numbers[index].leadingZeroBitCount] += 1 }
      var most = 32
      while most > 0, counts[most] == 0 { most -= 1 }
      var best = (width: most, large: 0, isWide: false)
      var bestBytes = 16 * most
      var large = 0
      var width = most - 1
      while width >= 0 {
        large += Int(counts[width + 1])
        let isWide = most - width > 8
        let bytes = 16 * width + large * (isWide ? 5 : 2)
        if large > 127 { break }
        if bytes < bestBytes {
          best = (width, large, isWide)
          bestBytes = bytes
        }
        width -= 1
      }
      return best
    }
  }
}
