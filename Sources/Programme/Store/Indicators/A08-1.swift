import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// A08.1 窗口与援助办件按期率: Of those closed with an outcome, the share without a time limit missed.
  static let a08x1 = FigureSource(
    Indicator(
      "A08.1", name: Phrase(zh: "窗口与援助办件按期率", en: "Window and aid matters on time"),
      unit: Phrase(zh: "%", en: "%"), clause: "三（一）", measure: .ratio(times: 100, digits: 2),
      target: .none, period: .flow, alternatives: [.cumulative],
      counting: Phrase(
        zh: "各时限均未超过的办件÷办结且有时限的窗口服务单与维权援助案件；试验区没有规定时限的不计",
        en:
          "Without a time limit missed ÷ window tickets and aid cases closed with an outcome that had one; where the zone has set none they are not counted"
      ),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "窗口服务单（R-TKT）与维权援助案件（R-AID）", en: "window tickets (R-TKT) and aid cases (R-AID)")],
      parent: "A08", version: 2),
    reads: [.matters, .matterClocks]
  ) { question in
    let granted = Counting.granted("m", ["window-ticket", "rights-aid"], in: question.period)
    let closed: SQL = "\(granted) AND \(Counting.isTimed("m"))"
    return """
      \(Counting.matters("of", where: closed)) UNION ALL
      \(Counting.matters("now", where: "\(closed) AND \(Counting.punctuality("m")) = 'on-time'"))
      """
  }
}
