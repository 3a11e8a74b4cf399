import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// C08 万人高价值发明专利拥有量: The official count ÷ the latest published year-end population, whose year is shown.
  static let c08 = FigureSource(
    Indicator(
      "C08", name: Phrase(zh: "万人高价值发明专利拥有量", en: "High-value invention patents per 10,000 residents"),
      unit: Phrase(zh: "件/万人", en: "per 10,000 residents"), clause: "三（三）", measure: .ratio(times: 100, digits: 2),
      target: .absolute(.atLeast, 65), period: .stock,
      counting: Phrase(
        zh: "官方高价值发明专利数÷最近公布的年末常住人口；人口年份随值显示",
        en: "The official count ÷ the latest published year-end population, whose year is shown"),
      minimum: .g1, owner: Phrase(zh: "统计部门与区知识产权局", en: "Statistics bureau and IP office"),
      frequency: Phrase(zh: "每季", en: "Quarterly"),
      awaits: [
        Phrase(
          zh: "高价值发明专利官方数与年末常住人口（外部数据）",
          en: "the official count of high-value patents and the year-end population (outside series)")
      ], notes: [Phrase(zh: "平台估算与官方数不混用", en: "The platform's own estimate never stands in for the official count")]),
    reads: [.seriesValues]
  ) { question in
    """
    \(Counting.latest(patents, with: population, part: "now", times: 1, on: question.cutoff))
    UNION ALL
    \(Counting.latest(population, with: patents, part: "of", times: 100, on: question.cutoff))
    """
  }
}

private let patents = "high-value-patents.jiangning"
private let population = "population.jiangning"
