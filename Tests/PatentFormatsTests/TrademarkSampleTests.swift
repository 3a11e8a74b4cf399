import Foundation
import Kernel
import PatentFormats
import Patents
import Testing

/// The marks of the samples against the values that lie beside them.
@Suite(.enabled(if: realData != nil, "IPZONE_SAMPLES names no folder of real files"))
struct `A real trademark` {
  @Test func `says what the lists beside it say`() throws {
    let folder = "\(try #require(realData))/formats/trademark_xml"
    var checked = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/expected").sorted() {
      guard let mark = name.split(separator: "-").last?.split(separator: ".").first else { continue }
      let expected = try values("\(folder)/expected/\(name)")
      for generation in ["ST66", "ST96"] {
        let path = "\(folder)/\(mark)-\(generation).xml"
        guard FileManager.default.fileExists(atPath: path), !name.contains(generation == "ST66" ? "-ST96-" : "-ST66-")
        else { continue }
        let found = try #require(try only(path))
        let said: [String: String?] = [
          "ApplicationNumber": found.applicationNumber, "RegistrationNumber": found.registrationNumber,
          "ApplicationDateTruncated": found.filingDay?.description,
          "RegistrationDateTruncated": found.registrationDay?.description,
          "RenewalDateTruncated": found.renewalDay?.description,
          "InternationalRegistrationNumber": extra("international-registration", found),
          "RegisterCategory": generation == "ST66" ? extra("register", found) : expected["RegisterCategory"]?.first,
        ]
        for (key, value) in said {
          guard let wanted = expected[key]?.first else { continue }
          #expect(value == wanted, "\(name), \(generation): \(key)")
          checked += 1
        }
        if let classes = expected["InternationalClassNumber"] {
          #expect(found.goods.map(\.niceClass) == classes.compactMap { Int($0) }.sorted(), "\(name), \(generation)")
          checked += 1
        }
      }
    }
    #expect(checked >= 20)
  }

  private func extra(_ name: String, _ mark: TrademarkRecord) -> String? {
    mark.extras.first { $0.name == name }?.value
  }

  private func only(_ path: String) throws -> TrademarkRecord? {
    var marks: [TrademarkRecord] = []
    try FormatRecognition.recognise(path: path).read(path: path) { row in
      if case .trademark(let mark, _) = row.outcome { marks.append(mark) }
    }
    return marks.first
  }

  /// Lines such as `ApplicationNumber,"74631225"`.
  private func values(_ path: String) throws -> [String: [String]] {
    var values: [String: [String]] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline) {
      guard let comma = line.firstIndex(of: ",") else { continue }
      let value = line[line.index(after: comma)...].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
      values[String(line[..<comma]), default: []].append(value)
    }
    return values
  }
}
