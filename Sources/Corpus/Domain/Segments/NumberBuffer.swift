/// Numbers in memory of their own, without a look at every access whether anybody else holds them.
struct NumberBuffer: ~Copyable {
  private(set) var numbers: UnsafeMutablePointer<UInt32>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 1 << 12) {
    self.capacity = max(capacity, 1)
    numbers = NumberMemory.allocate(self.capacity)
  }

  deinit { NumberMemory.release(numbers) }

  @inline(__always)
  mutating func append(_ number: UInt32) {
    if count == capacity { grow() }
    numbers[count] = number
    count += 1
  }

  /// Begins anew with room for so many, in the memory that it has if that is enough.
  mutating func removeAll(room: Int = 0) {
    count = 0
    guard room > capacity else { return }
    NumberMemory.release(numbers)
    numbers = NumberMemory.allocate(room)
    capacity = room
  }

  @inline(never)
  private mutating func grow() {
    let moved: UnsafeMutablePointer<UInt32> = NumberMemory.allocate(capacity * 2)
    moved.update(from: numbers, count: count)
    NumberMemory.release(numbers)
    numbers = moved
    capacity *= 2
  }
}
