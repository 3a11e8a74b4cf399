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
  /// C09 PCT 专利申请: By number, of first applicants with an address in Jiangning.
  static let c09 = FigureSource(
    Indicator(
      "C09", name: Phrase(zh: "PCT 专利申请", en: "PCT applications"),
      unit: Phrase(zh: "件", en: "applications"), clause: "三（三）", measure: .distinct,
      target: .absolute(.moreThan, 500), period: .flow, alternatives: [.cumulative],
      counting: Phrase(zh: "首位申请人地址在江宁，按国际申请号计", en: "By number, of first applicants with an address in Jiangning"),
      minimum: .g2, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Ledger.pctFilings.awaited]),
    reads: [Ledger.pctFilings.table]
  ) { question in
    """
    SELECT 'pct_filings', p.id, p.number, 1, 'now', p.grade, p.number, NULL, NULL, p.filed_on
      FROM pct_filings p WHERE \(Counting.live("p")) AND p.in_district = 1
        AND \(Counting.within("p.filed_on", question.period))
    """
  }
}
