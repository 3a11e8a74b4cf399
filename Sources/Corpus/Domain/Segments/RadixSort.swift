/// Sorts by counting, which for some hundred thousand numbers is several times as fast as comparing them.
package enum RadixSort {
  /// By the upper 32 bits; what is equal there stays in its order.
  package static func byUpperHalf(_ numbers: inout [UInt64]) {
    var other = [UInt64](repeating: 0, count: numbers.count)
    var starts = [Int](repeating: 0, count: 1 << bits)
    for shift in stride(from: 32, to: 64, by: bits) {
      for digit in starts.indices { starts[digit] = 0 }
      for number in numbers { starts[digit(number, shift)] += 1 }
      var sum = 0
      for digit in starts.indices { (starts[digit], sum) = (sum, sum + starts[digit]) }
      for number in numbers {
        let digit = digit(number, shift)
        other[starts[digit]] = number
        starts[digit] += 1
      }
      swap(&numbers, &other)
    }
  }

  private static let bits = 11

  private static func digit(_ number: UInt64, _ shift: Int) -> Int {
    Int(truncatingIfNeeded: number >> UInt64(shift)) & (1 << bits - 1)
  }
}
