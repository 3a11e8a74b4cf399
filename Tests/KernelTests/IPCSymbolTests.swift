import Kernel
import Testing

@Suite struct `A classification symbol` {
  @Test(arguments: [
    ("A01B 7/00", "A01B0007000000"), ("H04L 29/06", "H04L0029060000"), ("G06F16/903", "G06F0016903000"),
    ("C12N15/113", "C12N0015113000"), ("A61K 31/7080", "A61K0031708000"), ("C09D 201/10", "C09D0201100000"),
  ])
  func `has fourteen canonical symbols`(text: String, canonical: String) throws {
    #expect(try IPCSymbol(text).canonical == canonical)
    #expect(try IPCSymbol(canonical) == IPCSymbol(text))
  }

  @Test(arguments: [
    "G06F16/903", "G06F 16/903", "g06f   16/903", "G06F0016903000", "G06F16/903(2019.01)I", "G06F  16/903  (2019.01)",
    "G06F  16/903       20190101AFI20211022RMCN", "Ｇ０６Ｆ　１６／９０３", "G06F16/9030",
  ])
  func `is the same however it is written`(text: String) throws {
    #expect(try IPCSymbol(text).description == "G06F 16/903")
    #expect(try IPCSymbol(utf8: Array(text.utf8).span).level == .group)
  }

  @Test(arguments: [
    ("G", IPCLevel.section, "G", "G"), ("G06", .class, "G06", "G06"), ("G06F", .subclass, "G06F", "G06F"),
    ("G06F16/00", .mainGroup, "G06F 16/00", "G06F0016000000"), ("G06F16/10", .group, "G06F 16/10", "G06F0016100000"),
  ])
  func `stands on a level`(text: String, level: IPCLevel, display: String, canonical: String) throws {
    let symbol = try IPCSymbol(text)
    #expect(symbol.level == level)
    #expect(symbol.description == display)
    #expect(symbol.canonical == canonical)
  }

  @Test func `lies in every coarser level`() throws {
    let symbol = try IPCSymbol("G06F16/903")
    let path = IPCLevel.allCases.compactMap { symbol.at($0)?.description }
    #expect(path == ["G", "G06", "G06F", "G06F 16/00", "G06F 16/903"])
    #expect(try symbol.at(.subclass) == IPCSymbol("G06F"))
    #expect(try IPCSymbol("G06F").at(.group) == nil)
  }

  @Test func `sorts as the scheme does`() throws {
    let order = [
      "A", "A01", "A01B", "A01B 1/00", "A01B 1/02", "A01B 1/022", "A01B 1/04", "A01B 10/00", "A01C", "B60L 3/04",
    ]
    let sorted = try order.reversed().map { try IPCSymbol($0) }.sorted().map(\.description)
    #expect(sorted == order)
  }

  @Test(arguments: [
    ("", IPCSymbolRefusal.unfinished), ("G0", .unfinished), ("G06F16", .unfinished), ("G06F0/00", .unfinished),
    ("G06F 12345/00", .unfinished), ("I06F16/903", .unknownSection("I")), ("GX6F16/903", .foreignSymbol("X")),
    ("G06116/903", .foreignSymbol("1")), ("G06F16-903", .foreignSymbol("-")), ("G06F16/9", .wrongSubgroup(1)),
    ("G06F16/9030000", .wrongSubgroup(7)), ("G06F16/903;", .foreignSymbol(";")), ("G06F16/903(号)", .foreignSymbol("号")),
  ])
  func `is refused with the rule it breaks`(text: String, refusal: IPCSymbolRefusal) {
    #expect(throws: refusal) { try IPCSymbol(text) }
  }
}
