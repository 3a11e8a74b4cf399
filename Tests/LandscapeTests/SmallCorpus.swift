import Corpus
import Foundation
import Kernel
import Landscape

/// A corpus in a temporary folder, whose files are mapped as long as its snapshot lives.
func snapshot(of documents: [CorpusDocument], places: Int = 24_000_000) throws -> CorpusSnapshot {
  let folder = FileManager.default.temporaryDirectory.appending(path: "landscape-\(UUID().uuidString)").path
  defer { try? FileManager.default.removeItem(atPath: folder) }
  var limits = CorpusLimits()
  limits.places = places
  let index = try CorpusIndex(files: DiskFiles(folder: folder), limits: limits)
  return try index.write(position: 41) { batch in for document in documents { try batch.add(document) } }
}

/// Nine documents that are counted by hand in `HandCountedTests`.
func nineDocuments() -> [CorpusDocument] {
  [
    document(1, "2018-03-01", "invention", ["南京甲大学"], ["G06F 16/90"], ["张甲", "李乙"], "江苏", "宁一专利代理"),
    document(
      2, "2018-06-30", "invention", ["南京甲大学", "东南乙大学"], ["G06F3/01", "H04L9/00"], ["张甲", "李乙", "王丙"], "江苏", "宁一专利代理"),
    document(3, "2019-01-01", "utilityModel", ["东南乙大学"], ["H04L9/00"], ["王丙"], "江苏", nil),
    document(4, "2021-12-31", "invention", ["深圳华明有限责任公司"], ["G06F16/00"], [], "广东", "宁二专利代理"),
    document(5, "2021-05-05", "invention", ["深圳华明有限公司"], ["A01B1/00"], [], "广东", "宁一专利代理"),
    CorpusDocument(id: 6),
    document(7, "2025-02-02", "invention", ["ACME Co., Ltd."], ["A01B1/02"], ["Ann Lee"], nil, nil),
    document(8, "2025-03-03", "design", ["ACME COMPANY LIMITED", "Acme Co Ltd"], [], ["Ann Lee"], nil, nil),
    document(9, "2023-01-01", "invention", ["深圳华明（有限公司）"], ["G06F16/00", "G06F16/90"], [], "广东", nil),
  ]
}

private func document(
  _ id: Int64, _ filed: String, _ kind: String, _ applicants: [String], _ ipc: [String], _ inventors: [String],
  _ province: String?, _ agency: String?
) -> CorpusDocument {
  var document = CorpusDocument(id: id)
  document.title = "示例装置\(id)"
  document.filingDay = Day(filed)
  document.publicationDay = Day(filed)?.adding(months: 6)
  document.kind = kind
  document.applicants = applicants
  document.ipc = ipc
  document.inventors = inventors
  document.province = province
  document.agencies = agency.map { [$0] } ?? []
  return document
}

/// At 2026-01-10: complete until 2024-07-10, for international applications until 2023-07-10.
let sampleCompleteness = Completeness(
  cutoff: Day(year: 2026, month: 1, day: 10) ?? Day(number: 20_463), months: 18, internationalMonths: 30)
