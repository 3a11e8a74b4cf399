import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// E05.2 调解用时中位数: Whole days from filing to closing, of the disputes closed in the period after mediation.
  static let e05x2 = FigureSource(
    Indicator(
      "E05.2", name: Phrase(zh: "调解用时中位数", en: "Median days of a mediation"),
      unit: Phrase(zh: "天", en: "days"), clause: "五（一）3", measure: .ratio(times: 1, digits: 1),
      target: .none, period: .flow,
      counting: Phrase(
        zh: "期内结束的、经调解员调解的纠纷，自提交至办结整日数的中位数；件数为偶数时取中间两件的平均；所列记录即居中的件",
        en:
          "Median of the whole days from filing to closing, of disputes closed in the period after mediation; of an even number the mean of the two in the middle; the records listed are those in the middle"
      ),
      minimum: .g2, owner: Phrase(zh: "调解委员会", en: "Mediation committee"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "调解案件（R-MED）", en: "mediation cases (R-MED)")], parent: "E05"),
    reads: [.matters, .matterClocks]
  ) { question in
    func rows(_ part: String, _ weight: SQL) -> SQL {
      """
      SELECT 'matters', q.id, q.number, \(weight), CAST(\(part) AS TEXT), 2, q.number, NULL, q.end_sort, q.day
      FROM (
        SELECT m.id AS id, \(Counting.number("m")) AS number, (m.closed_at - m.filed_at) / 86400000 AS days,
          m.end_sort AS end_sort, \(Counting.closedOn("m")) AS day,
          ROW_NUMBER() OVER (ORDER BY (m.closed_at - m.filed_at) / 86400000, m.id) AS place, COUNT(*) OVER () AS size
        FROM matters m WHERE \(Counting.mediated("m", in: question.period))
      ) q WHERE q.place * 2 BETWEEN q.size AND q.size + 2
      """
    }
    return "\(rows("of", "1")) UNION ALL \(rows("now", "q.days"))"
  }
}
