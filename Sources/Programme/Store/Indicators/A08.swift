import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// A08 综合服务窗口、运营中心、维权援助中心运行: Tickets and aid cases closed with an outcome; what was sent elsewhere is none.
  static let a08 = FigureSource(
    Indicator(
      "A08", name: Phrase(zh: "综合服务窗口、运营中心、维权援助中心运行", en: "Window, operation centre and aid centre at work"),
      unit: Phrase(zh: "件", en: "matters"), clause: "三（一）", measure: .distinct,
      target: .none, period: .flow, alternatives: [.cumulative],
      counting: Phrase(
        zh: "办结的窗口服务单与维权援助案件，一件一行；转告其他部门的不计；按是否按期分列",
        en:
          "Window tickets and aid cases closed with an outcome, one row each; what was sent elsewhere is none; by time limit"
      ),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "窗口服务单（R-TKT）与维权援助案件（R-AID）", en: "window tickets (R-TKT) and aid cases (R-AID)")],
      version: 2),
    reads: [.matters, .matterClocks]
  ) { question in
    Counting.matters(where: Counting.granted("m", ["window-ticket", "rights-aid"], in: question.period))
  }
}
