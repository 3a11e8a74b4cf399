import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// A08.2 窗口满意度: Mean of what those said who had asked the window, of 5.
  static let a08x2 = FigureSource(
    Indicator(
      "A08.2", name: Phrase(zh: "窗口满意度", en: "Rating of the window"),
      unit: Phrase(zh: "分", en: "of 5"), clause: "三（一）", measure: .ratio(times: 1, digits: 1),
      target: .none, period: .flow, alternatives: [.cumulative],
      counting: Phrase(
        zh: "期内办结的窗口服务单，申请人至截止日的评分之和÷有评分的服务单数；未评的不计",
        en:
          "Ratings up to the cut-off ÷ tickets rated, of those closed with an outcome in the period; the others do not count"
      ),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "窗口服务单（R-TKT）", en: "window tickets (R-TKT)")], parent: "A08"),
    reads: [.matters, .matterClocks, .matterAnswers, .matterEvents]
  ) { question in
    func rows(_ part: String, _ weight: SQL) -> SQL {
      """
      SELECT 'matters', m.id, \(Counting.number("m")), \(weight), CAST(\(part) AS TEXT), 2, \(Counting.number("m")),
        NULL, \(Counting.punctuality("m")), \(Counting.closedOn("m"))
        FROM matters m JOIN matter_answers a ON a.matter = m.id AND a.field = 'rating' AND a.text IS NOT NULL
          AND a.place = (SELECT MAX(b.place) FROM matter_answers b
            JOIN matter_events e ON e.matter = b.matter AND e.place = b.place
            WHERE b.matter = m.id AND b.field = 'rating' AND e.at < \(question.cutoff.adding(days: 1).start))
        WHERE \(Counting.granted("m", ["window-ticket"], in: question.period))
      """
    }
    return "\(rows("of", "1")) UNION ALL \(rows("now", "CAST(a.text AS BIGINT)"))"
  }
}
