import Corpus
import Foundation
import Kernel

/// Documents out of the generator's JSON lines, in memory before any clock starts.
struct CorpusFile {
  private(set) var documents: [CorpusDocument] = []
  private(set) var textBytes = 0

  init(_ path: String, limit: Int) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    data.withUnsafeBytes { bytes in
      var at = 0
      while at < bytes.count, documents.count < limit {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[at...])
        let end = rest.firstIndex(of: 0x0A) ?? rest.count
        add(UnsafeRawBufferPointer(rebasing: rest[..<end]))
        at += end + 1
      }
    }
  }

  private mutating func add(_ line: UnsafeRawBufferPointer) {
    var document = CorpusDocument(id: 0)
    Self.pairs(of: line) { key, value in
      switch key {
      case "id": document.id = Int64(value) ?? 0
      case "title": document.title = value
      case "abstract": document.abstract = value
      case "claims": document.claims = value
      case "ipc": document.ipc = [value]
      case "applicant": document.applicants = [value]
      case "region": document.province = value
      case "pub": document.publicationNumbers = [value]
      case "year": document.filingDay = Int(value).flatMap { Day(year: $0, month: 6, day: 15) }
      default: break
      }
    }
    document.kind = "invention"
    document.sources = ["generated"]
    textBytes += document.title.utf8.count + document.abstract.utf8.count + document.claims.utf8.count + 2
    documents.append(document)
  }

  /// Keys and values of a flat object; the generator escapes nothing, since its words have neither quotes nor backslashes.
  private static func pairs(of line: UnsafeRawBufferPointer, take: (String, String) -> Void) {
    var at = 1
    while at < line.count, line[at] == 0x22 {
      let key = text(in: line, from: at + 1, to: 0x22)
      at = key.end + 3
      let isText = line[at] == 0x22
      let value = isText ? text(in: line, from: at + 1, to: 0x22) : text(in: line, from: at, to: 0x2C)
      take(key.text, value.text)
      at = value.end + (isText ? 3 : 2)
    }
  }

  private static func text(in line: UnsafeRawBufferPointer, from: Int, to mark: UInt8) -> (text: String, end: Int) {
    guard let base = line.baseAddress else { return ("", line.count) }
    let found = memchr(base + from, Int32(mark), line.count - from)
    let end = found.map { UnsafeRawPointer($0) - base } ?? line.count - 1
    return (String(decoding: line[from..<end], as: UTF8.self), end)
  }
}

extension CorpusFile {
  /// In how many documents a text occurs, by looking at every byte of each: what the index is held against.
  func scan(_ wanted: String) -> Int {
    let bytes = Array(wanted.utf8)
    return documents.count { document in
      [document.title, document.abstract, document.claims].contains { Self.holds($0, bytes) }
    }
  }

  private static func holds(_ text: String, _ wanted: [UInt8]) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count >= wanted.count else { return false }
      var from = 0
      while from <= bytes.count - wanted.count {
        guard let base = bytes.baseAddress,
          let hit = memchr(
            base + from + wanted.count - 1, Int32(wanted[wanted.count - 1]), bytes.count - from - wanted.count + 1)
        else { return false }
        from = UnsafeRawPointer(hit) - UnsafeRawPointer(base) - wanted.count + 1
        if memcmp(base + from, wanted, wanted.count) == 0 { return true }
        from += 1
      }
      return false
    }
  }
}
