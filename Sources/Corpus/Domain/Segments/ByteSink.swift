/// Bytes that are written one after the other.
///
/// Its buffer is its own and freed with it; nobody else holds a pointer to it beyond a call.
struct ByteSink: ~Copyable {
  private(set) var bytes: UnsafeMutableRawPointer
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    bytes = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { bytes.deallocate() }

  var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: count) }

  mutating func removeAll() { count = 0 }

  /// Room for `size` more bytes, which the caller fills.
  mutating func extend(by size: Int) -> UnsafeMutableRawPointer {
    if count + size > capacity { grow(to: count + size) }
    count += size
    return bytes + (count - size)
  }

  private mutating func grow(to least: Int) {
    let larger = max(least, capacity * 2)
    let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
    moved.copyMemory(from: bytes, byteCount: count)
    bytes.deallocate()
    bytes = moved
    capacity = larger
  }

  mutating func append<Value: BitwiseCopyable>(_ value: Value) {
    extend(by: MemoryLayout<Value>.size).storeBytes(of: value, as: Value.self)
  }

  mutating func append<Value: BitwiseCopyable>(all values: [Value]) {
    values.withUnsafeBytes { raw in
      guard let start = raw.baseAddress else { return }
      extend(by: raw.count).copyMemory(from: start, byteCount: raw.count)
    }
  }

  mutating func append(raw: UnsafeRawBufferPointer) {
    guard let start = raw.baseAddress else { return }
    extend(by: raw.count).copyMemory(from: start, byteCount: raw.count)
  }

  /// Seven bits a byte, the lowest first; the top bit says that more follow.
  mutating func append(varint value: Int) {
    var rest = UInt64(value)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}

/// Reads a number of seven bits a byte and moves `place` behind it.
@inline(__always)
func varint(at place: inout UnsafeRawPointer) -> Int {
  var value = 0
  var shift = 0
  while true {
    let byte = place.load(as: UInt8.self)
    place += 1
    value |= Int(byte & 0x7F) << shift
    if byte < 0x80 { return value }
    shift += 7
    if shift > 56 { return value }
  }
}
