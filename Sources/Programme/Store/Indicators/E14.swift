import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// E14 举报投诉渠道畅通: Consumers’ complaints decided on within seven working days.
  static let e14 = FigureSource(
    Indicator(
      "E14", name: Phrase(zh: "举报投诉渠道畅通", en: "Open complaint channel"),
      unit: Phrase(zh: "%", en: "%"), clause: "五（五）1", measure: .ratio(times: 100, digits: 2),
      target: .none, period: .flow,
      counting: Phrase(
        zh: "消费投诉：在受理时限（7 个工作日）内作出是否受理决定的件÷已决定或已超过时限的件；撤回的不计；举报和服务纠纷各按其时限，不计入本项",
        en:
          "Consumers’ complaints: decided on within the time limit of acceptance (7 working days) ÷ decided on or overdue; withdrawn ones do not count, reports and disputes over services have limits of their own"
      ),
      minimum: .g2, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "投诉举报件（R-CMP）", en: "complaints (R-CMP)")], version: 3),
    reads: [.matters, .matterClocks, .matterAnswers]
  ) { question in
    Counting.decidedInTime("complaint", clock: "accept", by: "complaint_kind", question)
  }
}
