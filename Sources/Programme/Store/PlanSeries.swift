public import Figures
import Kernel

/// The outside series that figures of the plan are held against or divided by.
public let planSeries = SeriesBook([
  Series(
    "population.jiangning", name: Phrase(zh: "江宁区年末常住人口", en: "Residents of Jiangning at the end of the year"),
    unit: Phrase(zh: "万人", en: "10,000 persons"), digits: 2, publisher: statistics),
  Series(
    "gdp.jiangning", name: Phrase(zh: "江宁区地区生产总值", en: "Gross domestic product of Jiangning"), unit: hundredMillion,
    digits: 2, publisher: statistics),
  Series(
    "tertiary.jiangning", name: Phrase(zh: "江宁区第三产业增加值", en: "Tertiary value added of Jiangning"),
    unit: hundredMillion, digits: 2, publisher: statistics),
  Series(
    "gdp-growth.nominal", name: Phrase(zh: "江宁区地区生产总值现价增速", en: "Nominal growth of Jiangning's GDP"),
    unit: percent, digits: 2, publisher: statistics),
  Series(
    "gdp-growth.real", name: Phrase(zh: "江宁区地区生产总值不变价增速", en: "Real growth of Jiangning's GDP"), unit: percent,
    digits: 2, publisher: statistics),
  Series(
    "tertiary-growth.nominal", name: Phrase(zh: "江宁区第三产业现价增速", en: "Nominal growth of Jiangning's tertiary sector"),
    unit: percent, digits: 2, publisher: statistics),
  Series(
    "tertiary-growth.real", name: Phrase(zh: "江宁区第三产业不变价增速", en: "Real growth of Jiangning's tertiary sector"),
    unit: percent, digits: 2, publisher: statistics),
  Series(
    "abnormal-withdrawal.province",
    name: Phrase(zh: "全省非正常专利申请撤回率", en: "Withdrawal rate of abnormal patent applications, province"),
    unit: percent, digits: 2, publisher: Phrase(zh: "省知识产权局", en: "Provincial IP office")),
  Series(
    "high-value-patents.jiangning",
    name: Phrase(zh: "江宁区高价值发明专利拥有量（官方数）", en: "High-value invention patents of Jiangning (official count)"),
    unit: Phrase(zh: "件", en: "patents"), digits: 0,
    publisher: Phrase(zh: "国家或省知识产权局", en: "National or provincial IP office")),
  reference("institutions", Phrase(zh: "报道：服务机构", en: "Press: institutions"), Phrase(zh: "家", en: "institutions")),
  reference("employees", Phrase(zh: "报道：从业人员", en: "Press: employees"), Phrase(zh: "人", en: "persons")),
  reference("trainings", Phrase(zh: "报道：累计培训", en: "Press: trainings so far"), Phrase(zh: "场", en: "sessions")),
  reference("attendances", Phrase(zh: "报道：累计参训", en: "Press: attendances so far"), Phrase(zh: "人次", en: "attendances")),
  reference(
    "transfers-and-licences", Phrase(zh: "报道：累计许可转让", en: "Press: licences and transfers so far"),
    Phrase(zh: "件", en: "cases")),
  reference(
    "financing-intentions", Phrase(zh: "报道：融资意向", en: "Press: financing intentions"), Phrase(zh: "笔", en: "deals")),
])

/// A baseline that the press reported: beside the figures for comparison, never one of the zone's records.
private func reference(_ code: String, _ name: Phrase, _ unit: Phrase) -> Series {
  Series(
    SeriesCode("press.\(code)") ?? "press", name: name, unit: unit, digits: 0,
    publisher: Phrase(zh: "报刊（外部参考值，非平台记录）", en: "The press (a reference from outside, no record of the zone)"))
}

private let statistics = Phrase(zh: "统计部门", en: "Statistics bureau")
private let percent = Phrase(zh: "%", en: "%")
private let hundredMillion = Phrase(zh: "亿元", en: "hundred million yuan")
