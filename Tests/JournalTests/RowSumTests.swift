import Journal
import Testing

/// Expected values come from arithmetic on big integers, modulo 2²⁵⁶.
@Suite struct `A sum of rows` {
  private let first = digest("82b70eee7f1a5039bef07ec2347f066ed08f5dc7512447e3404300026b6e5455")
  private let second = digest("94a065685d64c4980bb8d4544a8721a99a01ad219eb59cf6a15ef6f15a1d830b")
  private let third = digest("b7ce09d6bbc004e7175c643c7decb0b580ec37bc9712dd2e6aaeb94bae8d2f9f")
  private let one = digest("01" + String(repeating: "0", count: 62))

  @Test func `of one is its digest, lowest byte first`() {
    #expect(
      RowSum(digest: first).text == "1:55546e6b02004340e3472451c75d8fd06e067f34c27ef0be39501a7fee0eb782")
    #expect(RowSum(digest: one).text == "1:" + String(repeating: "0", count: 63) + "1")
  }

  @Test func `adds in any order`() {
    let wanted = "3:000719743fb0504d08c0ec87a5427debccd8f2fc53b804e1b9193f992c7e26cd"
    for order in [[first, second, third], [third, first, second], [second, third, first]] {
      var sum = RowSum.none
      for digest in order { sum += RowSum(digest: digest) }
      #expect(sum.text == wanted)
    }
  }

  @Test func `takes rows out again, even before they were put in`() {
    var sum = RowSum(digest: first)
    sum -= RowSum(digest: second)
    #expect(sum.text == "0:49d151101009e49eecaa6eb3a5b08e35c4e4f7ea6daa38b2a08bb62285a916ee")
    sum = RowSum(digest: second)
    sum -= RowSum(digest: first)
    #expect(sum.text == "0:b62eaeefeff61b611355914c5a4f71ca3b1b08159255c74d5f7449dd7a56e912")
    sum = .none
    sum -= RowSum(digest: one)
    #expect(sum.text == "-1:" + String(repeating: "f", count: 64))
    sum += RowSum(digest: one)
    #expect(sum == .none)
  }

  @Test func `carries from word to word and out of the last`() {
    var sum = RowSum(digest: digest(String(repeating: "f", count: 16) + String(repeating: "0", count: 48)))
    sum += RowSum(digest: one)
    #expect(sum.text == "2:0000000000000000000000000000000000000000000000010000000000000000")
    sum = RowSum(digest: digest(String(repeating: "f", count: 64)))
    sum += RowSum(digest: one)
    #expect(sum.text == "2:" + String(repeating: "0", count: 64))
    let high = digest(String(repeating: "0", count: 62) + "80")
    sum = RowSum(digest: high)
    sum += RowSum(digest: high)
    #expect(sum.text == "2:" + String(repeating: "0", count: 64))
    #expect(sum != .none)
  }

  @Test func `reads what it wrote, and nothing else`() {
    let text = "3:000719743fb0504d08c0ec87a5427debccd8f2fc53b804e1b9193f992c7e26cd"
    #expect(RowSum(text: text)?.text == text)
    #expect(RowSum(text: "-1:" + String(repeating: "f", count: 64))?.count == -1)
    for wrong in ["", "3", "3:", "x:" + text.dropFirst(2), String(text.dropLast()), text + "0", "3:" + text] {
      #expect(RowSum(text: wrong) == nil, "\(wrong)")
    }
    #expect(RowSum(text: "3:" + String(repeating: "g", count: 64)) == nil)
    #expect(RowSum(text: "3:" + String(repeating: "é", count: 32)) == nil)
  }
}

private func digest(_ hexadecimal: String) -> [UInt8] {
  var rest = hexadecimal[...]
  var bytes: [UInt8] = []
  while let byte = UInt8(rest.prefix(2), radix: 16) {
    bytes.append(byte)
    rest = rest.dropFirst(2)
  }
  return bytes
}
