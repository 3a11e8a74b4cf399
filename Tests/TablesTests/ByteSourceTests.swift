import CZlib
import Foundation
import Tables
import Testing

/// Everything a file gives, or why it does not.
private func read(_ bytes: [UInt8], limit: ExpansionLimit = ExpansionLimit()) throws -> [UInt8] {
  let file = try Scratch(bytes)
  let source = try ByteSource(path: file.path, limit: limit)
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1_000, alignment: 1)
  defer { buffer.deallocate() }
  var found: [UInt8] = []
  while true {
    let count = try source.read(into: buffer)
    if count == 0 { return found }
    found.append(contentsOf: buffer[..<count])
  }
}

/// What gzip makes of bytes.
private func gzipped(_ bytes: [UInt8]) throws -> [UInt8] {
  let file = try Scratch([])
  let stream = try #require(gzopen(file.path, "wb9"))
  gzwrite(stream, bytes, UInt32(bytes.count))
  gzclose(stream)
  return Array(try Data(contentsOf: URL(fileURLWithPath: file.path)))
}

@Suite struct `The bytes of a file` {
  @Test func `come out the same, stored or compressed, in one member or two`() throws {
    let bytes = Array(String(repeating: "专利 patent\n", count: 30_000).utf8)
    #expect(try read(bytes) == bytes)
    #expect(try read(try gzipped(bytes)) == bytes)
    #expect(try read(try gzipped(bytes) + gzipped(bytes)) == bytes + bytes)
    #expect(try read([]) == [])
  }

  @Test func `are refused when the compressed data is cut or altered`() throws {
    let whole = try gzipped(Array(String(repeating: "0123456789", count: 10_000).utf8))
    #expect(throws: TableRefusal.truncated) { try read(Array(whole.dropLast(6))) }
    #expect(throws: TableRefusal.truncated) { try read(Array(whole.prefix(30))) }
    var altered = whole
    altered[whole.count - 7] ^= 0xFF
    #expect(throws: TableRefusal.damaged) { try read(altered) }
  }

  @Test func `are refused when they expand beyond the limit or absurdly`() throws {
    let zeros = try gzipped([UInt8](repeating: 0, count: 8 << 20))
    #expect(throws: TableRefusal.expandsTooMuch(limit: 1 << 20)) {
      try read(zeros, limit: ExpansionLimit(bytes: 1 << 20))
    }
    #expect(throws: TableRefusal.expandsTooMuch(limit: 1 << 30)) {
      try read(zeros, limit: ExpansionLimit(bytes: 1 << 30, ratio: 100, freeBytes: 1 << 20))
    }
  }

  @Test func `of a missing file are refused by name, not by path`() {
    #expect(throws: TableRefusal.unreadable("nothing.csv")) { try ByteSource(path: "/no/such/nothing.csv") }
  }

  @Test func `can be looked at before they are read`() throws {
    let file = try Scratch("abcdef")
    let source = try ByteSource(path: file.path)
    #expect(try source.peek(3) == Array("abc".utf8))
    #expect(try source.peek(100) == Array("abcdef".utf8))
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 10, alignment: 1)
    defer { buffer.deallocate() }
    let count = try source.read(into: buffer)
    #expect(Array(buffer[..<count]) == Array("abcdef".utf8))
  }
}

@Suite struct `Lines` {
  private func lines(_ text: String, limit: Int = 1_000) throws -> [String] {
    let file = try Scratch(text)
    let reader = try LineReader(try ByteSource(path: file.path), limit: limit)
    var found: [String] = []
    while try reader.advance() {
      found.append(reader.fault?.code ?? reader.withBytes { String(decoding: $0, as: UTF8.self) })
    }
    return found
  }

  @Test func `end with LF, CRLF or the file`() throws {
    #expect(try lines("a\nb\r\n\nc") == ["a", "b", "", "c"])
    #expect(try lines("") == [])
  }

  @Test func `too long are passed over, alone`() throws {
    let long = String(repeating: "x", count: 2_000_000)
    #expect(try lines("a\n\(long)\nb") == ["a", "row.too-long", "b"])
    #expect(try lines("a\n\(long)") == ["a", "row.too-long"])
    #expect(try lines("a\n\(String(repeating: "y", count: 1_001))\nb") == ["a", "row.too-long", "b"])
  }
}
