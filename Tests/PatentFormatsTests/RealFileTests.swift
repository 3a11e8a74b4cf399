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

  @Test(arguments: [
    "cnipr_export_xlsx/专利.xlsx", "cnki_txt/MaterialChemistry_18_19.xlsx", "uspto/cpcScheme/cpc-scheme-A01L.xml",
  ])
  func `of another kind are refused`(_ path: String) throws {
    let whole = "\(try #require(realData))/formats/\(path)"
    #expect { try FormatRecognition.recognise(path: whole) } throws: {
      ($0 as? FormatRefusal)?.code == "formats.unknown"
    }
  }
}
