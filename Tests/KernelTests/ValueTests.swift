import Fixtures
import Foundation
import Kernel
import Testing

@Suite struct `An id` {
  @Test(arguments: [
    (Int64(1), "0000000000001"), (32, "0000000000010"), (.max, "7zzzzzzzzzzzz"), (-1, "fzzzzzzzzzzzz"),
    (.min, "8000000000000"), (1_795_320_000_000, "00001m80pjbg0"),
  ])
  func `is written in thirteen symbols and read back`(number: Int64, text: String) {
    #expect(ID<Day>(number).description == text)
    #expect(ID<Day>(text)?.number == number)
    #expect(ID<Day>(text.uppercased())?.number == number)
  }

  @Test(arguments: [
    "", "000000000001", "00000000000001", "000000000000i", "000000000000u", "g000000000000", "000000000000号",
  ])
  func `is nil for any other text`(text: String) { #expect(ID<Day>(text) == nil) }

  @Test func `sorts as its text does`() {
    let ids = [3, 1_000_000, 31, 33, 1 << 40].map { ID<Day>.sample($0) }
    #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted())
  }
}

@Suite struct `A world` {
  @Test func `that is fixed stands still, counts from 1 and repeats itself`() {
    let (world, again) = (World.fixed(), World.fixed())
    #expect(world.today() == Day("2026-11-22"))
    #expect(world.newID(Day.self) == .sample(1))
    #expect(world.newID(Day.self) == .sample(2))
    #expect(world.randomBytes(8) == [215, 28, 2, 203, 218, 17, 246, 254])
    #expect(again.seed() == 0xD71C_02CB_DA11_F6FE)
    #expect(again.now() == .noon)
  }

  @Test func `that is live gives rising ids, each once, and keeps nodes apart`() {
    let (one, two) = (World.live(node: 1), World.live(node: 2))
    let ids = (0..<10_000).map { _ in one.serial() }
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
    #expect(Set(ids).isDisjoint(with: (0..<10_000).map { _ in two.serial() }))
    #expect(ids.allSatisfy { $0 >> 12 & 1_023 == 1 })
  }
}

@Suite struct `Seeded dice` {
  @Test func `roll the published values of SplitMix64`() {
    var dice = SeededDice(seed: 1_234_567)
    let rolled = (0..<5).map { _ in dice.nextBits() }
    #expect(
      rolled == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  @Test func `roll and shuffle as the same rule does elsewhere`() {
    var dice = SeededDice(seed: 1_234_567)
    #expect((0..<10).map { _ in dice.roll(below: 6) } == [3, 1, 3, 1, 5, 0, 3, 1, 0, 2])
    var others = SeededDice(seed: 20_261_122)
    #expect(others.shuffle(Array(1...10)) == [10, 6, 2, 4, 3, 9, 5, 1, 8, 7])
  }
}

@Suite struct `An amount` {
  @Test(arguments: [
    (Int64(0), "0.00"), (5, "0.05"), (-5, "-0.05"), (1_234_560, "12345.60"), (.min, "-92233720368547758.08"),
  ])
  func `of fen is written in yuan`(fen: Int64, yuan: String) { #expect(Fen(fen).yuan == yuan) }

  @Test(arguments: [(1_234_500, "1.2345"), (1_000_000, "1.00"), (1, "0.000001"), (-150_000_000, "-150.00")])
  func `of fen is written in ten thousand yuan`(fen: Int64, text: String) { #expect(Fen(fen).tenThousands == text) }

  @Test(arguments: [
    (Int64(120_000), Currency.usd, "1200.00 USD"), (5_000, .jpy, "5000 JPY"), (-7, .eur, "-0.07 EUR"),
    (0, .krw, "0 KRW"),
  ])
  func `of foreign money is written with its code`(units: Int64, currency: Currency, text: String) {
    #expect(ForeignAmount(units, currency).text == text)
  }

  @Test(arguments: [
    (500, 100, 5), (500, 101, 6), (500, 1, 1), (500, 0, 0), (10_000, 37, 37), (1, 10_000, 1), (0, 50, 0),
  ])
  func `by share is rounded up to a whole`(share: Int, count: Int, part: Int) {
    #expect(BasisPoints(share).roundedUp(of: count) == part)
  }
}
