import Foundation
import PatentFormats
import Patents
import Testing

/// Counted beforehand with Python's csv, json and openpyxl.
@Suite(.enabled(if: realData != nil, "IPZONE_SAMPLES names no folder of real files"))
struct `Real files` {
  static let counts: [(String, String, Int)] = [
    ("formats/cnipa_gazette_csv/CN_patent_appearance_designed.csv", "cnipa-gazette-csv", 5_237),
    ("formats/cnipa_gazette_csv/CN_patent_invention_authorized.csv", "cnipa-gazette-csv", 4_761),
    ("formats/cnipa_gazette_csv/CN_patent_invention_published.csv", "cnipa-gazette-csv", 13_537),
    ("formats/cnipa_gazette_csv/CN_patent_utility_new.csv", "cnipa-gazette-csv", 16_471),
    ("formats/patsnap_xlsx/20240401085613950.XLSX", "patsnap-xlsx", 1_999),
    ("formats/cnipr_export_xlsx/专利信息.xlsx", "cnipr-xlsx", 7_384),
    ("formats/cnipr_export_xlsx/训练文件.xlsx", "cnipr-xlsx", 199),
    ("corpus/cn_dev.jsonl.gz", "corpus-jsonl", 77_544),
    ("formats/uspto/xml2014/US08926509.xml", "uspto-xml", 1),
    ("formats/uspto/sgml/US06337117.xml", "uspto-xml", 1),
    ("formats/uspto/pap/US20010000943A1.xml", "uspto-xml", 1),
  ]

  @Test(arguments: counts) func `give every row once`(_ path: String, _ code: String, _ count: Int) throws {
    let format = try FormatRecognition.recognise(path: "\(try #require(realData))/\(path)")
    #expect(format.code == code)
    var rows = 0
    var ruined = 0
    try format.read(path: "\(try #require(realData))/\(path)") { row in
      rows += 1
      #expect(row.number == rows)
      if case .record(let record, _) = row.outcome, record.applicationNumberState == .ruined { ruined += 1 }
    }
    #expect(rows == count)
    let expectedRuined = ["appearance": 4_755, "authorized": 4_334, "published": 11_470, "utility": 14_911]
    #expect(ruined == expectedRuined.first { path.contains($0.key) }?.value ?? 0)
  }

  @Test func `all go in, or are refused by kind, as the table in the documents says`() throws {
    let table = try SampleTable.measure("\(try #require(realData))/formats")
    #expect(table.unknown == [])
    if ProcessInfo.processInfo.environment["IPZONE_WRITE_FORMATS"] != nil { try table.write() }
    #expect(try SampleTable.written() == table.lines)
  }
}

/// What becomes of each kind of file among the samples.
struct SampleTable {
  private(set) var lines: [String] = []
  /// Files that are neither taken nor refused by kind, other than the lists of expected values beside the trademarks.
  private(set) var unknown: [String] = []

  static let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../docs/formats.md")
  private static let begin = "<!-- measured: begin -->"
  private static let end = "<!-- measured: end -->"

  private struct Line {
    var files = 0
    var rows = 0
    var records = 0
    var marks = 0
    var rejected: [String: Int] = [:]
    var repairs: [String: Int] = [:]
    var refusal: String?
  }

  static func measure(_ folder: String) throws -> SampleTable {
    var table = SampleTable()
    var lines: [String: Line] = [:]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      let group = path.split(separator: "/").first.map(String.init) ?? path
      do {
        let format = try FormatRecognition.recognise(path: "\(folder)/\(path)")
        var line = lines["\(group) | `\(format.code)`"] ?? Line()
        line.files += 1
        try format.read(path: "\(folder)/\(path)") { row in
          line.rows += 1
          switch row.outcome {
          case .record(_, let repairs):
            line.records += 1
            for repair in repairs { line.repairs[repair.code, default: 0] += 1 }
          case .trademark(_, let repairs):
            line.marks += 1
            for repair in repairs { line.repairs[repair.code, default: 0] += 1 }
          case .rejected(let rejection): line.rejected[rejection.code, default: 0] += 1
          }
        }
        lines["\(group) | `\(format.code)`"] = line
      } catch let refusal as FormatRefusal {
        let kind: String
        switch refusal {
        case .kind(let found): kind = "refused: \(found.rawValue)"
        case .unknown, .emptyFile:
          kind = "refused: no table of patents"
          if group != "trademark_xml" { table.unknown.append(path) }
        }
        lines["\(group) | \(kind)", default: Line()].files += 1
      }
    }
    table.lines = lines.sorted { $0.key < $1.key }.map { key, line in
      let rejected = line.rejected.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      let repairs = line.repairs.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      return "| \(key) | \(line.files) | \(line.rows) | \(line.records) | \(line.marks) | \(repairs) | \(rejected) |"
    }
    return table
  }

  /// The lines that the documents have.
  static func written() throws -> [String] {
    let text = try String(contentsOf: document, encoding: .utf8)
    guard let start = text.range(of: begin), let stop = text.range(of: end) else { return [] }
    return text[start.upperBound..<stop.lowerBound].split(separator: "\n").map(String.init).filter {
      $0.hasPrefix("| ")
    }
    .dropFirst(1).filter { !$0.hasPrefix("|---") }.map { $0 }
  }

  func write() throws {
    var text = try String(contentsOf: Self.document, encoding: .utf8)
    guard let start = text.range(of: Self.begin), let stop = text.range(of: Self.end) else { return }
    let head = """
      | folder | layout | files | rows | patents | marks | repairs | rejected rows |
      |---|---|---:|---:|---:|---:|---|---|
      """
    text.replaceSubrange(start.upperBound..<stop.lowerBound, with: "\n\(head)\n\(lines.joined(separator: "\n"))\n")
    try text.write(to: Self.document, atomically: true, encoding: .utf8)
  }
}
