import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Programme
import Storage

extension FigureSource {
  /// E17 应撤尽撤：逾期未处理: Listed applications still open after their batch closed: should be none.
  static let e17 = FigureSource(
    Indicator(
      "E17", name: Phrase(zh: "应撤尽撤：逾期未处理", en: "Withdraw all: open past the deadline"),
      unit: Phrase(zh: "件", en: "applications"), clause: "五（五）2", measure: .sum(dividedBy: 1, digits: 0),
      target: .absolute(.atMost, 0), period: .cumulative,
      counting: Phrase(
        zh: "批次截止后仍未处理的通报申请，应为零", en: "Listed applications still open after their batch closed: should be none"),
      minimum: .g2, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每批次", en: "By batch"),
      awaits: [Ledger.abnormalCases.awaited]),
    reads: [Ledger.abnormalCases.table]
  ) { question in
    """
    SELECT 'abnormal_cases', c.id, c.application,
      CASE WHEN c.outcome = 'open' OR c.outcome_on > \(question.cutoff) THEN 1 ELSE 0 END, 'now', c.grade,
      c.application, NULL, c.batch, c.batch_closed_on
      FROM abnormal_cases c WHERE \(Counting.live("c")) AND c.batch_closed_on <= \(question.cutoff)
    """
  }
}
