import Tables
import Testing

/// Notes every event as a line.
private final class Notes: XMLVisitor {
  static let vocabulary = ["a", "b"]
  var lines: [String] = []

  func start(_ name: Int, _ attributes: XMLAttributes) { lines.append("<\(name) \(attributes["x"] ?? "-")") }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let last = lines.last, !last.hasPrefix("<"), !last.hasPrefix(">") {
      lines[lines.count - 1] = last + text
    } else {
      lines.append(text)
    }
  }
  func end(_ name: Int) { lines.append(">\(name)") }
}

private func events(_ text: String, pieces: Int = 1_000) throws -> [String] {
  let notes = Notes()
  let events = try XMLEvents(notes)
  let bytes = Array(text.utf8)
  for start in stride(from: 0, to: bytes.count, by: pieces) {
    try bytes[start..<min(start + pieces, bytes.count)].withUnsafeBytes { try events.feed($0) }
  }
  try events.finish()
  return notes.lines
}

@Suite struct `An XML document` {
  @Test func `is told as elements, attributes and text, in whatever pieces it comes`() throws {
    let text = "<?xml version=\"1.0\"?><a x=\"1&amp;2\"><n:b xmlns:n=\"u\" n:x='专'>专利 &lt;<![CDATA[&x]]></n:b><c/></a>"
    let expected = ["<0 1&2", "<1 专", "专利 <&x", ">1", "<-1 -", ">-1", ">0"]
    #expect(try events(text) == expected)
    #expect(try events(text, pieces: 1) == expected)
  }

  @Test func `that declares entities is refused before one of them expands`() {
    let bomb = """
      <?xml version="1.0"?>
      <!DOCTYPE a [
      <!ENTITY e0 "ha">
      <!ENTITY e1 "&e0;&e0;&e0;&e0;&e0;&e0;&e0;&e0;&e0;&e0;">
      <!ENTITY e2 "&e1;&e1;&e1;&e1;&e1;&e1;&e1;&e1;&e1;&e1;">
      ]>
      <a>&e2;</a>
      """
    #expect { try events(bomb) } throws: { ($0 as? TableRefusal)?.code == "tables.xml-declares-entities" }
    let external = "<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&f;</a>"
    #expect { try events(external) } throws: { ($0 as? TableRefusal)?.code == "tables.xml-declares-entities" }
    let parameter = "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1/x.dtd\"> %p;]><a/>"
    #expect { try events(parameter) } throws: { ($0 as? TableRefusal)?.code == "tables.xml-declares-entities" }
  }

  @Test func `may declare pictures, and name entities of a DTD that nobody reads`() throws {
    let text =
      "<!DOCTYPE a SYSTEM \"no.dtd\" [<!NOTATION TIF SYSTEM \"t\"><!ENTITY p SYSTEM \"p.tif\" NDATA TIF>]><a>1 &minus; 2</a>"
    #expect(try events(text) == ["<0 -", "1 &minus; 2", ">0"])
  }

  @Test func `that is not well-formed is refused with its line`() {
    #expect(throws: TableRefusal.xmlNotWellFormed(line: 3)) { try events("<a>\n<b>\n</a>") }
    #expect { try events("<a>") } throws: { ($0 as? TableRefusal)?.code == "tables.xml-not-well-formed" }
  }
}
