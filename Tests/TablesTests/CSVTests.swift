import Foundation
import Tables
import Testing

/// A file of the test's own, gone when the value is.
final class Scratch {
  let path: String

  init(_ bytes: [UInt8]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UInt64.random(in: 0 ... .max))").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// The rows of a delimited text; a broken row as its fault's code.
func rows(_ bytes: [UInt8], limits: CSVReader.Limits = .init()) throws -> [[String]] {
  let file = try Scratch(bytes)
  let reader = try CSVReader(try ByteSource(path: file.path), limits: limits)
  var found: [[String]] = []
  while try reader.advance() {
    if let fault = reader.fault {
      found.append([fault.code])
      continue
    }
    do throws(RowFault) { found.append(try reader.texts()) } catch { found.append([error.code]) }
  }
  return found
}

func rows(_ text: String, limits: CSVReader.Limits = .init()) throws -> [[String]] {
  try rows(Array(text.utf8), limits: limits)
}

@Suite struct `A delimited file` {
  @Test func `keeps commas, quotation marks and line ends within quotes`() throws {
    let found = try rows("a,\"b, \"\"c\"\"\",d\r\n\"line 1\nline 2\",,e\r\n")
    #expect(found == [["a", "b, \"c\"", "d"], ["line 1\nline 2", "", "e"]])
  }

  @Test func `may end without a line end, or with one`() throws {
    #expect(try rows("a,b\nc,d") == [["a", "b"], ["c", "d"]])
    #expect(try rows("a,b\nc,d\n") == [["a", "b"], ["c", "d"]])
    #expect(try rows("a,b\nc,\"d\"") == [["a", "b"], ["c", "d"]])
    #expect(try rows("a,b\nc,") == [["a", "b"], ["c", ""]])
    #expect(try rows("") == [])
  }

  @Test func `passes over blank lines, and counts rows only`() throws {
    #expect(try rows("a,b\n\n\r\nc,d\n") == [["a", "b"], ["c", "d"]])
  }

  @Test(arguments: [",", ";", "\t"]) func `tells its separator by its first line`(_ separator: String) throws {
    let other = separator == "," ? ";" : ","
    let text = ["名称", "申请号"].joined(separator: separator) + "\n" + ["甲\(other)乙", "1"].joined(separator: separator)
    #expect(try rows(text) == [["名称", "申请号"], ["甲\(other)乙", "1"]])
  }

  @Test func `is read in GB18030, UTF-16 and UTF-8 with a mark`() throws {
    // 专利,𠮷 in each encoding; 𠮷 (U+20BB7) takes four bytes in GB18030.
    let gb18030: [UInt8] = [0xD7, 0xA8, 0xC0, 0xFB, 0x2C, 0x95, 0x34, 0xB2, 0x35, 0x0A]
    let little: [UInt8] = [0xFF, 0xFE, 0x13, 0x4E, 0x29, 0x52, 0x2C, 0x00, 0x42, 0xD8, 0xB7, 0xDF]
    let big: [UInt8] = [0xFE, 0xFF, 0x4E, 0x13, 0x52, 0x29, 0x00, 0x2C, 0xD8, 0x42, 0xDF, 0xB7]
    let utf8: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("专利,𠮷".utf8)
    for bytes in [gb18030, little, big, utf8] { #expect(try rows(bytes) == [["专利", "𠮷"]]) }
  }

  @Test func `in no known encoding is refused with the place`() throws {
    // 0xFF begins no character in UTF-8 nor in GB18030.
    #expect(throws: TableRefusal.wrongEncoding(offset: 4)) { try rows(Array("a,b\n".utf8) + [0xFF, 0x0A]) }
  }

  @Test func `with one broken character among many loses its row only, early as it may be`() throws {
    let rest = Array(String(repeating: "专利,一\n", count: 20).utf8)
    let found = try rows([0xE4, 0xB8, 0x2C, 0x32, 0x0A] + rest)
    #expect(found.count == 21)
    #expect(Array(found.prefix(2)) == [["row.wrong-encoding"], ["专利", "一"]])
  }

  @Test func `loses one row where the encoding breaks, not the file`() throws {
    // The fault lies beyond the part that is looked at to tell the encoding.
    let head = Array(String(repeating: "专利,一\n", count: 40_000).utf8)
    let found = try rows(head + [0xE4, 0xB8, 0x2C, 0x32, 0x0A] + Array("末,行\n".utf8))
    #expect(found.count == 40_002)
    #expect(Array(found.suffix(2)) == [["row.wrong-encoding"], ["末", "行"]])
  }

  @Test func `that begins in ASCII tells its encoding by the first row that has more`() throws {
    let head = Array(String(repeating: "abcdefg,h\n", count: 40_000).utf8)
    #expect(try rows(head + [0xC9, 0xEA, 0xC7, 0xEB, 0x2C, 0x31]).last == ["申请", "1"])
    #expect(try rows(head + Array("专,1".utf8)).last == ["专", "1"])
  }

  @Test func `loses one line where a quotation mark never closes`() throws {
    #expect(try rows("a,b\n1,\"x\n2,y\n3,z\n") == [["a", "b"], ["row.open-quote"], ["2", "y"], ["3", "z"]])
    let long = String(repeating: "2,y\n", count: 100_000)
    let found = try rows("a,b\n1,\"x\n" + long, limits: .init(row: 10_000, field: 10_000))
    #expect(found.count == 100_002)
    #expect(found[1] == ["row.open-quote"])
  }

  @Test func `refuses a row or a field that is too long, and goes on`() throws {
    let limits = CSVReader.Limits(row: 1_000, field: 100)
    let field = String(repeating: "x", count: 101)
    #expect(try rows("a,b\n\(field),1\nc,d\n", limits: limits) == [["a", "b"], ["row.too-long"], ["c", "d"]])
    let row = String(repeating: "x,", count: 1_000_000)
    #expect(try rows("a,b\n\(row)\nc,d\n", limits: limits) == [["a", "b"], ["row.too-long"], ["c", "d"]])
  }

  @Test func `refuses a row with NUL bytes`() throws {
    #expect(try rows("a,b\n\u{0}1,2\nc,d\n") == [["a", "b"], ["row.nul-byte"], ["c", "d"]])
  }

  @Test func `gives the same rows wherever the pieces are cut`() throws {
    // Rows of every length across the size of a piece (256 KiB).
    var expected: [[String]] = []
    var text = ""
    for number in 0..<9_000 {
      let filler = String(repeating: number % 3 == 0 ? "江" : "z", count: number % 97)
      expected.append(["\(number)", "\(filler),\"\n", filler])
      text += "\(number),\"\(filler),\"\"\n\",\(filler)\r\n"
    }
    #expect(try rows(text) == expected)
  }
}
