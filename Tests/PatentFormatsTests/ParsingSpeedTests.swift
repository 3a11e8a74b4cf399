import Foundation
import Glibc
import PatentFormats
import Tables
import Testing

/// Megabytes per CPU second of reading alone, on files that Benchmarks/import/README.md tells how to make.
@Suite(.enabled(if: speedFiles != nil, "IPZONE_SPEED names no folder of generated files"), .serialized)
struct `Parsing speed` {
  @Test func `of XML cut into records`() throws {
    try measure("generated.xml", "XML, records", atLeast: 150) { path in
      let records = try XMLRecords(try ByteSource(path: path), elements: ["patent-document"])
      var count = 0
      while try records.advance() { count += 1 }
      #expect(count > 0)
    }
  }

  @Test func `of delimited text cut into fields`() throws {
    try measure("generated.csv", "CSV, fields", atLeast: 400) { path in
      let rows = try CSVReader(try ByteSource(path: path))
      var count = 0
      while try rows.advance() { count += rows.fieldCount }
      #expect(count > 0)
    }
  }

  @Test(arguments: ["generated.xml", "generated.csv", "corpus.jsonl"])
  func `of records with every field normalised`(_ name: String) throws {
    guard FileManager.default.fileExists(atPath: "\(try #require(speedFiles))/\(name)") else { return }
    try measure(name, "records of \(name)", atLeast: 20) { path in
      var count = 0
      try FormatRecognition.recognise(path: path).read(path: path) { _ in count += 1 }
      #expect(count > 0)
    }
  }

  /// The best of three: what else the machine does only takes away.
  private func measure(_ name: String, _ what: String, atLeast least: Double, _ work: (String) throws -> Void) throws {
    let path = "\(try #require(speedFiles))/\(name)"
    let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
    var best = 0.0
    for _ in 0..<3 {
      let start = threadSeconds()
      try work(path)
      best = max(best, Double(size) / 1e6 / (threadSeconds() - start))
    }
    print("\(what): \(Int(best)) MB per CPU second of \(size / 1_000_000) MB")
    #expect(best >= least)
  }

  private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

private let speedFiles = ProcessInfo.processInfo.environment["IPZONE_SPEED"]
