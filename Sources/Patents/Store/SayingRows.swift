import Foundation
import Kernel
import Patents
import Storage

/// The only SQL that knows `patent_sayings`, and the text that sayings are kept in.
enum SayingRows {
  static func values(_ sayings: [PatentExtra], of source: PatentSource) -> [SQLValue] {
    [source.file.sqlValue, source.line.sqlValue, source.run.sqlValue, .text(text(sayings))]
  }

  /// What the rows that speak of a patent say, by file and line.
  static func sayings(of patent: ID<Patent>, in db: any Reading) throws -> [SourcePlace: [PatentExtra]] {
    let rows = try db.rows(
      """
      SELECT y.file, y.line, y.said FROM patent_sources AS s
      JOIN patent_sayings AS y ON y.file = s.file AND y.line = s.line WHERE s.patent = \(patent)
      """)
    var found: [SourcePlace: [PatentExtra]] = [:]
    for row in rows {
      var columns = row.columns
      let place = SourcePlace(file: try columns.id(), line: try columns.int())
      found[place] = try sayings(columns.text())
      try columns.end()
    }
    return found
  }

  /// Names and values in turn, as an array of JSON: written by hand, because every imported row has one.
  static func text(_ sayings: [PatentExtra]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sayings.reduce(2) { $0 + $1.name.utf8.count + $1.value.utf8.count + 6 })
    bytes.append(0x5B)
    for saying in sayings {
      if bytes.count > 1 { bytes.append(0x2C) }
      append(saying.name, to: &bytes)
      bytes.append(0x2C)
      append(saying.value, to: &bytes)
    }
    bytes.append(0x5D)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0..<0x20:
        bytes += Array("\\u00".utf8) + Array((byte < 16 ? "0" : "").utf8) + Array(String(byte, radix: 16).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }

  static func sayings(_ text: String) throws -> [PatentExtra] {
    let parts = try JSONDecoder().decode([String].self, from: Data(text.utf8))
    return stride(from: 0, to: parts.count - 1, by: 2).map { PatentExtra(name: parts[$0], value: parts[$0 + 1]) }
  }
}
