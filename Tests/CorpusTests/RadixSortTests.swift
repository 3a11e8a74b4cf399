import Corpus
import Kernel
import Testing

@Suite struct `Sorting by counting` {
  @Test(arguments: [0, 1, 2, 1_000, 50_000])
  func `is that of comparing the upper halves, equal ones left in their order`(_ count: Int) {
    var dice = SeededDice(seed: UInt64(count))
    var numbers = (0..<count).map { place in
      // Few keys and many, low and high.
      let key = dice.roll(below: 2) == 0 ? dice.roll(below: 40) : dice.roll(below: 1 << 32)
      return UInt64(key) << 32 | UInt64(place ^ 0x5555)
    }
    let expected = numbers.enumerated().sorted { ($0.element >> 32, $0.offset) < ($1.element >> 32, $1.offset) }
    RadixSort.byUpperHalf(&numbers)
    #expect(numbers == expected.map(\.element))
  }
}
