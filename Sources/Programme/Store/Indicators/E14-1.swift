import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// E14.1 举报投诉办结率: Closed ÷ received in the period; withdrawn ones do not count.
  static let e14x1 = FigureSource(
    Indicator(
      "E14.1", name: Phrase(zh: "举报投诉办结率", en: "Complaints and reports closed"),
      unit: Phrase(zh: "%", en: "%"), clause: "五（五）1", measure: .ratio(times: 100, digits: 2),
      target: .none, period: .flow,
      counting: Phrase(
        zh: "已办结的件÷期内收到的件；撤回的不计", en: "Closed ÷ received in the period; withdrawn ones do not count"),
      minimum: .g2, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "投诉举报件（R-CMP）", en: "complaints (R-CMP)")], parent: "E14", version: 2),
    reads: [.matters, .matterClocks, .matterAnswers]
  ) { question in
    let received = Counting.filed("m", "complaint", in: question.period)
    return """
      \(Counting.complaints("of", where: received)) UNION ALL
      \(Counting.complaints("now", where: "\(received) AND m.closed_at < \(question.cutoff.adding(days: 1).start)"))
      """
  }
}
