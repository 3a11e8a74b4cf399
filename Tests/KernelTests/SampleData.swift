import Fixtures
import Foundation
import Testing

/// The folder of sample data, where the machine has one.
let samples = ProcessInfo.processInfo.environment["IPZONE_SAMPLES"]

/// The numbers of one line of a corpus.
struct SampleRecord: Decodable {
  let application_number: String?
  let publication_number: String?
  let ipc: [String]
}

func contents(_ path: String) throws -> Data {
  try Data(contentsOf: URL(fileURLWithPath: #require(samples)).appending(path: path))
}

func records(_ corpus: String) throws -> [SampleRecord] {
  let text = try Child.output(
    of: "/usr/bin/env", ["gzip", "-dc", #require(samples) + "/corpus/\(corpus).jsonl.gz"])
  let decoder = JSONDecoder()
  return try text.split(separator: UInt8(ascii: "\n")).map { try decoder.decode(SampleRecord.self, from: $0) }
}

/// The rows behind the header.
///
/// Each byte becomes one character: commas and quotes stand for themselves in
/// UTF-8 and GB18030 alike, and the numbers that tests ask for are ASCII.
func table(_ path: String) throws -> [[String]] {
  let text = try #require(String(data: contents(path), encoding: .isoLatin1))
  let lines = text.replacingOccurrences(of: "\r", with: "").components(separatedBy: "\n")
  return lines.dropFirst().filter { !$0.isEmpty }.map(cells)
}

/// Cells between commas; what stands between quotes is one cell, which may hold commas but no line break.
private func cells(_ line: String) -> [String] {
  guard line.contains("\"") else { return line.components(separatedBy: ",") }
  let parts = line.components(separatedBy: "\"")
  return parts.enumerated().map { place, part in
    place.isMultiple(of: 2) ? part : part.replacingOccurrences(of: ",", with: ";")
  }.joined().components(separatedBy: ",")
}
