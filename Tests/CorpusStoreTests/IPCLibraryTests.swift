import Corpus
import CorpusStore
import Testing

@Suite struct `The scheme of the IPC` {
  /// G06F 3/033 has three dots, as 3/041 has; what stands between has four.
  @Test func `holds below a symbol what stands there by its dots`() throws {
    let scheme = try IPCLibrary.shipped()
    #expect(
      scheme.below(try #require(IPCSymbol("G06F 3/033"))) == [
        "G06F3/033", "G06F3/0338", "G06F3/0346", "G06F3/0354", "G06F3/0362", "G06F3/037", "G06F3/038", "G06F3/039",
      ])
    #expect(scheme.below(try #require(IPCSymbol("A01B1/02"))) == ["A01B1/02", "A01B1/04"])
    #expect(scheme.below(try #require(IPCSymbol("A01B1/00"))).count == 13)
    #expect(scheme.below(try #require(IPCSymbol("A01B1/99"))) == ["A01B1/99"])
  }
}
