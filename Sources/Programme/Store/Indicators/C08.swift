import Evidence
import Figures
import FiguresStore
import HighValue
import HighValueStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// C08 万人高价值发明专利拥有量: The official count, or by ruling what is certain in the platform's own list, ÷ the latest
  /// published year-end population, whose year is shown.
  static let c08 = FigureSource(
    Indicator(
      "C08", name: Phrase(zh: "万人高价值发明专利拥有量", en: "High-value invention patents per 10,000 residents"),
      unit: Phrase(zh: "件/万人", en: "per 10,000 residents"), clause: "三（三）", measure: .ratio(times: 100, digits: 2),
      target: .absolute(.atLeast, 65), period: .stock,
      counting: Phrase(
        zh: "官方高价值发明专利数÷最近公布的年末常住人口；人口年份随值显示。经裁定可改用平台最近一份认定清单中确定的件数",
        en:
          "The official count ÷ the latest published year-end population, whose year is shown; by ruling what is certain in the platform’s latest list instead"
      ),
      minimum: .g1, owner: Phrase(zh: "统计部门与区知识产权局", en: "Statistics bureau and IP office"),
      frequency: Phrase(zh: "每季", en: "Quarterly"), rulings: [.highValueNumerator, .maintenanceStart],
      awaits: [
        Phrase(
          zh: "高价值发明专利官方数与年末常住人口（外部数据）",
          en: "the official count of high-value patents and the year-end population (outside series)"),
        Phrase(
          zh: "裁定用平台认定清单时：按同一起算口径生成的清单",
          en: "where the platform’s list is ruled to count: a list made under the same reading of the ten years"),
      ], notes: [Phrase(zh: "平台估算与官方数不混用", en: "The platform's own estimate never stands in for the official count")]),
    reads: [.seriesValues], under: { $0[Ruling.highValueNumerator.code] == "list" ? lists : [] }
  ) { question in
    guard question.rulings[Ruling.highValueNumerator.code] == "list" else {
      return """
        \(Counting.latest(patents, with: population, part: "now", times: 1, on: question.cutoff))
        UNION ALL
        \(Counting.latest(population, with: patents, part: "of", times: 100, on: question.cutoff))
        """
    }
    let list = latestList(question)
    return """
      SELECT 'high_value_entries', e.id, e.number, 1, 'now', e.grade, e.number, NULL, NULLIF(e.certain, ''), e.granted_on
      FROM high_value_entries e WHERE e.list = (\(list))
        AND EXISTS (SELECT 1 FROM series_values w WHERE w.series = \(population) AND w.period_end <= \(question.cutoff))
      UNION ALL
      \(Counting.latest(population, part: "of", times: 100, on: question.cutoff)) AND EXISTS (\(list))
      """
  }

  /// The latest list up to the cut-off that was made under the reading of the ten years that holds.
  private static func latestList(_ question: FigureQuestion) -> SQL {
    let start = question.rulings[Ruling.maintenanceStart.code] ?? Ruling.maintenanceStart.defaultOption
    return """
      SELECT l.id FROM high_value_lists l
      WHERE l.day <= \(question.cutoff) AND (l.by_rule = 1 OR l.counted_from = \(start))
      ORDER BY l.day DESC, l.id DESC LIMIT 1
      """
  }
}

private let lists: [RecordTable] = [.highValueLists, .highValueEntries]
private let patents = "high-value-patents.jiangning"
private let population = "population.jiangning"
