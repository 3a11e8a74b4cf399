import Kernel
import Testing

@Suite struct `A text by its bytes` {
  @Test func `is another one where an accent is composed and where it stands apart`() {
    let (composed, apart) = ("caf\u{E9}", "cafe\u{301}")
    #expect(composed == apart)
    #expect(ExactText(composed) != ExactText(apart))
    #expect(Set([ExactText(composed), ExactText(apart), ExactText("caf\u{E9}")]).count == 2)
  }

  @Test func `is sorted as the databases sort it`() {
    let texts = ["", "a", "B", "ab", "abc", "é", "阀", "阀门", "𠮷", "~", "１"]
    let sorted = texts.shuffled().map { ExactText($0) }.sorted().map(\.text)
    #expect(sorted == texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(!(ExactText("阀") < ExactText("阀")))
  }

  @Test(arguments: [
    ("1.轴。2.座", "1.轴", true), ("轴", "轴", true), ("轴", "", true), ("轴", "轴承", false), ("轴承", "承", false),
  ])
  func `begins with another`(_ text: String, _ part: String, _ begins: Bool) {
    #expect(ExactText(text).hasPrefix(ExactText(part)) == begins)
  }
}
