import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// A08 综合服务窗口、运营中心、维权援助中心运行: Tickets and aid cases, and how many in time.
  static let a08 = FigureSource(
    awaited: Indicator(
      "A08", name: Phrase(zh: "综合服务窗口、运营中心、维权援助中心运行", en: "Window, operation centre and aid centre at work"),
      unit: Phrase(zh: "件", en: "tickets"), clause: "三（一）", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "窗口、援助办件数与按期率", en: "Tickets and aid cases, and how many in time"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "窗口服务单（R-TKT）与维权援助案件（R-AID）", en: "window tickets (R-TKT) and aid cases (R-AID)")]))
}
