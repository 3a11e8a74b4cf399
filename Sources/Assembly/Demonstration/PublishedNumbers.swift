import Figures
import FiguresStore
import Kernel

/// What others published and the zone is measured against: real numbers, each with where it was seen; nothing invented.
///
/// All are provisional: seen in the press or in secondary pages, to be checked against the yearbook.
func publishedNumbers(by today: Day) -> [SeriesDraft] {
  let population = "公开转载的统计公报数，待与年鉴核对"
  let press = "2023-12-08 报道（中国消费者报转载），累计或约数，仅供参考"
  return [
    published("population.jiangning", 2021, 19_543, over: 100, population),
    published("population.jiangning", 2022, 19_699, over: 100, population),
    published("population.jiangning", 2023, 19_852, over: 100, population),
    published("gdp.jiangning", 2020, 25_093, over: 10, population),
    published("gdp.jiangning", 2021, 281_047, over: 100, population),
    published("gdp.jiangning", 2022, 300_055, over: 100, population),
    published("tertiary.jiangning", 2021, 121_978, over: 100, population),
    published("gdp-growth.real", 2021, 75, over: 10, population),
    published("tertiary-growth.real", 2021, 76, over: 10, population),
    published("press.institutions", 2023, 95, over: 1, press),
    published("press.employees", 2023, 2_400, over: 1, press),
    published("press.trainings", 2023, 360, over: 1, press),
    published("press.attendances", 2023, 15_000, over: 1, press),
    published("press.transfers-and-licences", 2023, 5_000, over: 1, press),
    published("press.financing-intentions", 2023, 200, over: 1, press),
  ].filter { $0.publishedOn <= today }
}

private func published(
  _ series: SeriesCode, _ year: Int, _ value: Int64, over denominator: Int64, _ source: String
) -> SeriesDraft {
  SeriesDraft(
    series: series, period: .year(year), value: Quantity(Int128(value), over: Int128(denominator)) ?? Quantity(0),
    standing: .provisional, source: source, publishedOn: Day(year: year + 1, month: 6, day: 30) ?? Day(number: 0))
}
