import PatentFormats
import Testing

@Suite struct `Traces of declared entities` {
  private func arePossible(_ bytes: some Sequence<UInt8>, pieces: Int = 4_096) -> Bool {
    let bytes = Array(bytes)
    var traces = EntityTraces()
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      bytes[start..<min(start + pieces, bytes.count)].withUnsafeBytes { traces.look(at: $0) }
    }
    return traces.arePossible
  }

  private static let patent =
    "<us-patent-grant><p>R&amp;D! <!-- 注 --> An encoding=\"x\" of 5 > 4?</p></us-patent-grant>\n"

  @Test(arguments: ["", " encoding=\"UTF-8\"", " encoding='gb2312' standalone=\"yes\"", " encoding = \"GB18030\""])
  func `are none where no document declares any`(_ encoding: String) {
    let file = String(repeating: "<?xml version=\"1.0\"\(encoding)?>\n\(Self.patent)", count: 9)
    #expect(!arePossible(file.utf8))
    #expect(!arePossible([0xEF, 0xBB, 0xBF] + Array(file.utf8), pieces: 7))
  }

  @Test func `are found wherever the file is cut`() {
    let before = "<?xml version=\"1.0\"?>\n\(Self.patent)<?xml version=\"1.0\"?>\n<!DOCTYPE a ["
    let file = Array((before + "<!ENTITY e \"x\">]>\n<a>&e;</a>\n").utf8)
    for pieces in [1, 3, 8, 64, file.count] { #expect(arePossible(file, pieces: pieces)) }
    for cut in before.utf8.count..<before.utf8.count + 9 { #expect(arePossible(file, pieces: cut)) }
    #expect(!arePossible(before.utf8))
  }

  @Test(arguments: ["UTF-7", "UTF-16", "IBM037", "HZ-GB-2312", "ISO-2022-JP"])
  func `are possible in an encoding that could hide them, in whichever document`(_ encoding: String) {
    let spaces = String(repeating: " ", count: 700)
    for declaration in [
      "encoding=\"\(encoding)\"", "encoding\n=\n'\(encoding.lowercased())'", "\(spaces)encoding='\(encoding)'",
    ] {
      let file = "<?xml version=\"1.0\"?>\n\(Self.patent)<?xml version=\"1.0\" \(declaration)?>\n\(Self.patent)"
      for pieces in [1, 50, 199, 200, 201, 4_096] { #expect(arePossible(file.utf8, pieces: pieces)) }
    }
  }

  @Test func `are possible in compressed files and in characters of two bytes`() {
    #expect(arePossible([0x1F, 0x8B, 8, 0]))
    #expect(arePossible([0x50, 0x4B, 3, 4]))
    for mark in [[0xFF, 0xFE], [0xFE, 0xFF], []] as [[UInt8]] {
      #expect(arePossible(mark + "<a/>".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }))
    }
  }
}
