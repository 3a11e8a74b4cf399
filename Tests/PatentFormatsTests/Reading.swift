import Foundation
import Glibc
import PatentFormats
import Patents
import Testing

/// What a file gave: a record, or the code of its rejection.
struct Given {
  let number: Int
  let line: Int
  let record: PatentRecord?
  let repairs: [String]
  let rejection: String?
  let original: String
}

/// Reads a file in the format that it is recognised to be.
func given(_ path: String, after row: Int = 0) throws -> (code: String, rows: [Given]) {
  let format = try FormatRecognition.recognise(path: path)
  var rows: [Given] = []
  try format.read(path: path, after: row) { row in
    switch row.outcome {
    case .record(let record, let repairs):
      let notes = repairs.map { "\($0.code) \($0.field ?? "") \($0.original)" }
      rows.append(
        Given(
          number: row.number, line: row.line, record: record, repairs: notes, rejection: nil, original: row.original))
    case .trademark(_, let repairs):
      let notes = repairs.map { "\($0.code) \($0.field ?? "") \($0.original)" }
      rows.append(
        Given(
          number: row.number, line: row.line, record: nil, repairs: notes, rejection: nil, original: row.original))
    case .rejected(let rejection):
      rows.append(
        Given(
          number: row.number, line: row.line, record: nil, repairs: [], rejection: rejection.code,
          original: rejection.original))
    }
  }
  return (format.code, rows)
}

/// The same for a file of the test's own, which stays until it is read.
func given(_ file: Scratch) throws -> (code: String, rows: [Given]) {
  try withExtendedLifetime(file) { try given(file.path) }
}

func fixture(_ name: String) throws -> String {
  try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil)).path
}

/// A file of the samples that come with the project.
func sample(_ name: String) -> String {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Samples/\(name)").path
}

/// The folder of real files, which is not part of the project.
let realData = ProcessInfo.processInfo.environment["IPZONE_SAMPLES"]

/// A file of the test's own, gone when the value is.
final class Scratch {
  let path: String

  init(_ bytes: some Sequence<UInt8>) throws {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("formats-\(UInt64.random(in: 0 ... .max))").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A text in one of the encodings that exports come in.
func encoded(_ text: String, as encoding: String) throws -> [UInt8] {
  switch encoding {
  case "UTF-8-MARK": return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
  case "UTF-16LE": return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  case "UTF-8": return Array(text.utf8)
  default:
    let converter = try #require(iconv_open(encoding, "UTF-8"))
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4)
    let capacity = output.count
    var (left, room) = (input.count, capacity)
    input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to in
        var (start, end) = (from.baseAddress, to.baseAddress)
        iconv(converter, &start, &left, &end, &room)
      }
    }
    return output.prefix(capacity - room).map { UInt8(bitPattern: $0) }
  }
}
