import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// E05 纠纷调解: Disputes that came to a mediator, by their end.
  static let e05 = FigureSource(
    Indicator(
      "E05", name: Phrase(zh: "纠纷调解", en: "Mediation"),
      unit: Phrase(zh: "件", en: "cases"), clause: "五（一）3", measure: .distinct,
      target: .none, period: .flow, alternatives: [.cumulative],
      counting: Phrase(
        zh: "双方同意并选定调解员的纠纷，一件一行，计入调解开始的年份；按结果分列",
        en:
          "Disputes that both sides brought to a mediator, one row each, in the year that mediation began; by their end"
      ),
      minimum: .g2, owner: Phrase(zh: "调解委员会", en: "Mediation committee"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "调解案件（R-MED）", en: "mediation cases (R-MED)")], version: 2),
    reads: [.matters, .matterClocks]
  ) { question in
    """
    SELECT 'matters', m.id, \(Counting.number("m")), 1, 'now', 2, \(Counting.number("m")), NULL,
      COALESCE(m.end_sort, 'in-hand'), MIN(c.started_on)
      FROM matters m JOIN matter_clocks c ON c.matter = m.id AND c.clock IN ('term', 'courtTerm') AND c.run = 1
      WHERE m.procedure_code = 'mediation' AND \(Counting.within("c.started_on", question.period))
      GROUP BY m.id, m.letters, m.year, m.serial, m.end_sort
    """
  }
}
