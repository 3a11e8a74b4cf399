import Evidence
import FiguresStore
import Kernel
import Synchronization

/// The rows of a figure as CSV, while they are read.
final class RowLines: Sendable {
  private let minimum: EvidenceGrade
  private let language: Language
  private let written: Mutex<String>

  init(minimum: EvidenceGrade, in language: Language) {
    self.minimum = minimum
    self.language = language
    let heading = [
      Phrase(zh: "计入", en: "counted"), Phrase(zh: "部分", en: "part"), Phrase(zh: "计为", en: "counts as"),
      Phrase(zh: "名称", en: "label"), Phrase(zh: "表", en: "table"), Phrase(zh: "记录", en: "record"),
      Phrase(zh: "权重", en: "weight"), Phrase(zh: "证据", en: "evidence"), Phrase(zh: "基地", en: "base"),
      Phrase(zh: "类别", en: "category"), Phrase(zh: "日期", en: "day"),
    ]
    written = Mutex("\u{FEFF}" + csvLine(heading.map { $0.text(in: language) }))
  }

  func add(_ row: Contribution) {
    let counts = row.grade.meets(minimum) ? Phrase(zh: "计入", en: "yes") : Phrase(zh: "申报未计入", en: "no")
    let line = csvLine([
      counts.text(in: language), row.part.rawValue, row.countedAs, row.label, row.table,
      ID<RowLines>(row.record).description, "\(row.weight)", row.grade.code, row.base ?? "", row.category ?? "",
      row.day?.description ?? "",
    ])
    written.withLock { $0 += line }
  }

  var text: String { written.withLock { $0 } }
}
