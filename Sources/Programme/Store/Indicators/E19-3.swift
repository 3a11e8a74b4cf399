import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// E19.3 点课满意度: Mean of what those said who had ordered, of 5.
  static let e19x3 = FigureSource(
    Indicator(
      "E19.3", name: Phrase(zh: "点课满意度", en: "Rating of ordered lectures"),
      unit: Phrase(zh: "分", en: "of 5"), clause: "五（六）2", measure: .ratio(times: 1, digits: 1),
      target: .none, period: .flow,
      counting: Phrase(
        zh: "期内举办的订单，点课人至截止日的评分之和÷有评分的订单数；未评的不计",
        en: "Ratings up to the cut-off ÷ orders rated, of those held in the period"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "讲座订单（R-LEC）", en: "lecture orders (R-LEC)")], parent: "E19", version: 2),
    reads: [.matters, .matterClocks, .matterAnswers, .matterEvents]
  ) { question in
    let held = Counting.granted("m", ["lecture-order"], in: question.period)
    func rows(_ part: String, _ weight: SQL) -> SQL {
      """
      SELECT 'matters', m.id, \(Counting.number("m")), \(weight), CAST(\(part) AS TEXT), 2, \(Counting.number("m")),
        NULL, \(Counting.punctuality("m")), \(Counting.closedOn("m"))
        FROM matters m JOIN matter_answers a ON a.matter = m.id AND a.field = 'rating' AND a.whole IS NOT NULL
          AND a.place = (SELECT MAX(b.place) FROM matter_answers b
            JOIN matter_events e ON e.matter = b.matter AND e.place = b.place
            WHERE b.matter = m.id AND b.field = 'rating' AND e.at < \(question.cutoff.adding(days: 1).start))
        WHERE \(held)
      """
    }
    return "\(rows("of", "1")) UNION ALL \(rows("now", "a.whole"))"
  }
}
