import Kernel
import Testing

@Suite struct `Commas in a number` {
  @Test(arguments: [("1,250.05", "1250.05"), ("-1,234,567", "-1234567"), ("88.3", "88.3"), ("12", "12"), ("", "")])
  func `between thousands are left out`(_ text: String, _ plain: String) {
    #expect(withoutThousands(text) == plain)
  }

  @Test(arguments: ["88,3", "0,5", "1,23,456", ",5", "1250,", "1,2345", "1234,567", "8.8,3", "1,,234"])
  func `elsewhere may be a decimal point, and are not read`(_ text: String) {
    #expect(withoutThousands(text) == nil)
  }
}
