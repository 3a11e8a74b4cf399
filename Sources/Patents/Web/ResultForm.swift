import Foundation
import Kernel
import PatentFormats
import Patents
import PatentsStore
import Tables

/// A file in which a result set can be taken along.
enum ResultForm: String, CaseIterable, Sendable {
  case xlsx, csv, jsonl, xml

  var mediaType: String {
    switch self {
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .csv: "text/csv; charset=utf-8; header=present"
    case .jsonl: "application/x-ndjson"
    case .xml: "application/xml"
    }
  }

  var words: Phrase {
    switch self {
    case .xlsx: Phrase(zh: "Excel 工作簿（XLSX）", en: "Workbook (XLSX)")
    case .csv: Phrase(zh: "CSV 表格", en: "CSV")
    case .jsonl: Phrase(zh: "JSON 行（JSONL）", en: "JSON lines")
    case .xml: Phrase(zh: "WIPO ST.96 XML", en: "WIPO ST.96 XML")
    }
  }
}

/// The text forms, piece by piece; ``ResultForm/xlsx`` is written by a workbook.
struct ResultText {
  let form: ResultForm
  let table: ResultTable

  private var csv: CSVWriter { CSVWriter(formulas: .disarmed) }

  var head: String {
    switch form {
    case .csv: CSVWriter.mark + csv.line(table.headers)
    case .xml: ST96Writer.head
    case .jsonl, .xlsx: ""
    }
  }

  func piece(_ lines: [PatentLine]) -> String {
    switch form {
    case .csv: lines.map { csv.line(table.texts($0)) }.joined()
    case .jsonl: lines.map { Self.json($0) + "\n" }.joined()
    case .xml: lines.map { ST96Writer.publication($0.patent.facts, origin: Self.origin($0)) }.joined()
    case .xlsx: ""
    }
  }

  /// The last line says what the file holds and what was left out.
  func tail(_ count: ResultCount) -> String {
    switch form {
    case .csv: csv.line([count.phrase.text(in: table.language)])
    case .jsonl:
      "{\"is\":\"end\",\"documents\":\(count.written),\"leftOut\":{"
        + count.leftOut.sorted { $0.key < $1.key }.map { "\(JSONText.quoted($0.key)):\($0.value)" }.joined(
          separator: ",")
        + "}}\n"
    case .xml:
      "<ipz:Summary documents=\"\(count.written)\" leftOut=\"\(count.leftOutCount)\">"
        + "\(ST96Writer.escaped(count.phrase.en))</ipz:Summary>\n" + ST96Writer.tail
    case .xlsx: ""
    }
  }

  private static func origin(_ line: PatentLine) -> [(name: String, value: String)] {
    let origins = line.origins
    return [
      ("id", "\(line.patent.id)"), ("source", line.sources.joined(separator: " ")),
      ("import", origins.map { "\($0.run)" }.joined(separator: " ")),
      ("imported", origins.map { "\(Day($0.importedAt))" }.joined(separator: " ")),
    ]
  }

  /// As the API gives a patent, with where it came from.
  private static func json(_ line: PatentLine) -> String {
    let facts = line.patent.facts
    var members = ["\"is\":\"patent\"", "\"id\":\"\(line.patent.id)\""]
    for field in PatentField.allCases {
      guard let text = facts[field] else { continue }
      let value =
        PatentAnswer.isList(field)
        ? "[" + facts.list(field).map(JSONText.quoted).joined(separator: ",") + "]" : JSONText.quoted(text)
      members.append("\"\(PatentAnswer.name(of: field))\":\(value)")
    }
    let origins = line.origins.map { origin in
      let file = origin.file.split(separator: "/").last.map(String.init) ?? ""
      return
        "{\"source\":\(JSONText.quoted(origin.format)),\"file\":\(JSONText.quoted(file)),\"import\":\"\(origin.run)\""
        + ",\"importedOn\":\"\(Day(origin.importedAt))\"}"
    }
    members.append("\"origins\":[\(origins.joined(separator: ","))]")
    return "{" + members.joined(separator: ",") + "}"
  }
}

/// Strings of JSON, for lines that are written by hundred thousands.
enum JSONText {
  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [0x22]
    bytes.reserveCapacity(text.utf8.count + 2)
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
    return String(decoding: bytes, as: UTF8.self)
  }
}
