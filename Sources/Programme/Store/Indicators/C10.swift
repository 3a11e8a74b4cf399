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
  /// C10 知识产权公共运营中心和平台: With a public function, a recognition, and a deal or service within a quarter.
  static let c10 = FigureSource(
    Indicator(
      "C10", name: Phrase(zh: "知识产权公共运营中心和平台", en: "Public IP operation centres and platforms"),
      unit: Phrase(zh: "家", en: "centres"), clause: "三（三）", measure: .distinct,
      target: .absolute(.atLeast, 5), period: .stock,
      counting: Phrase(
        zh: "有公共职能、经政府认定、近一季度有交易或服务",
        en: "With a public function, a recognition, and a deal or service within a quarter"),
      minimum: .g1, owner: Phrase(zh: "区知识产权局", en: "District IP office"),
      frequency: Phrase(zh: "每半年", en: "Every half-year"), awaits: [Ledger.platforms.awaited],
      notes: [
        Phrase(
          zh: "2023 年报道的 3+8 家口径不同，列为外部参考",
          en: "The 3 + 8 of the 2023 press have another scope and are a reference only")
      ]),
    reads: [Ledger.platforms.table]
  ) { question in
    """
    SELECT 'platforms', p.id, p.name || ' ' || p.host, 1, 'now', p.grade, p.name, NULL, NULL, p.last_active_on
      FROM platforms p WHERE \(Counting.live("p")) AND p.is_public = 1 AND p.recognised = 1
        AND \(Counting.holds("p.opened_on", "p.closed_on", on: question.cutoff))
        AND p.last_active_on BETWEEN \(question.cutoff.adding(months: -3)) AND \(question.cutoff)
    """
  }
}
