import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// E14.2 举报投诉异议率: Objected to after the answer ÷ received in the period; withdrawn ones do not count.
  static let e14x2 = FigureSource(
    Indicator(
      "E14.2", name: Phrase(zh: "举报投诉异议率", en: "Complaints and reports objected to"),
      unit: Phrase(zh: "%", en: "%"), clause: "五（五）1", measure: .ratio(times: 100, digits: 2),
      target: .none, period: .flow,
      counting: Phrase(
        zh: "对答复提出异议的件÷期内收到的件；撤回的不计",
        en: "Objected to after the answer ÷ received in the period; withdrawn ones do not count"),
      minimum: .g2, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "投诉举报件（R-CMP）", en: "complaints (R-CMP)")], parent: "E14", version: 2),
    reads: [.matters, .matterClocks, .matterAnswers, .matterEvents]
  ) { question in
    let received = Counting.filed("m", "complaint", in: question.period)
    // An objection of a later month changes no month that is over.
    let objected: SQL = """
      EXISTS (SELECT 1 FROM matter_events e WHERE e.matter = m.id AND e.sort = 'step' AND e.code = 'object'
        AND e.at < \(question.cutoff.adding(days: 1).start))
      """
    return """
      \(Counting.complaints("of", where: received)) UNION ALL
      \(Counting.complaints("now", where: "\(received) AND \(objected)"))
      """
  }
}
