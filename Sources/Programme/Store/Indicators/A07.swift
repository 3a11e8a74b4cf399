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
  /// A07 非正常专利申请撤回率: Withdrawn ÷ listed, of batches closed in the period; each application once a year; upheld appeals stay in the denominator.
  static let a07 = FigureSource(
    Indicator(
      "A07", name: Phrase(zh: "非正常专利申请撤回率", en: "Withdrawal rate of abnormal applications"),
      unit: Phrase(zh: "%", en: "%"), clause: "三（一）", measure: .ratio(times: 100, digits: 2),
      target: .series(.moreThan, "abnormal-withdrawal.province"), period: .flow,
      counting: Phrase(
        zh: "撤回件数÷通报件数，批次在期内截止；每一申请号一年计一次；申诉成立不从分母扣除",
        en:
          "Withdrawn ÷ listed, of batches closed in the period; each application once a year; upheld appeals stay in the denominator"
      ),
      minimum: .g1, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每批次", en: "By batch"),
      rulings: [.withdrawalBase], awaits: [Ledger.abnormalCases.awaited]),
    reads: [Ledger.abnormalCases.table]
  ) { question in
    """
    SELECT 'abnormal_cases', c.id, c.application, 1, 'of', c.grade, c.application, NULL, c.batch,
      c.batch_closed_on
      FROM abnormal_cases c WHERE \(Counting.abnormal("c", question))
      UNION ALL
      SELECT 'abnormal_cases', c.id, c.application, 1, 'now', c.grade, c.application, NULL, c.batch,
        c.outcome_on
      FROM abnormal_cases c WHERE \(Counting.abnormal("c", question)) AND c.outcome = 'withdrawn'
    """
  }
}
