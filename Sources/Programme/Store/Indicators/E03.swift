import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import MattersStore
import Stations
import StationsStore
import Storage

extension FigureSource {
  /// E03 一平台多站点: Stations that closed a ticket with an outcome within a month.
  static let e03 = FigureSource(
    Indicator(
      "E03", name: Phrase(zh: "一平台多站点", en: "One platform, many stations"),
      unit: Phrase(zh: "个", en: "stations"), clause: "五（一）3", measure: .distinct,
      target: .none, period: .stock,
      counting: Phrase(
        zh: "截止日前一个月内（截止日为月末时即当月）有办结服务单的站点，一站计一次；转告其他部门的不是服务",
        en:
          "Stations with a ticket closed with an outcome in the month up to the cut-off, each once; being sent elsewhere is no service"
      ),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "站点服务记录（R-STN）", en: "records of the stations (R-STN)")], version: 3),
    reads: [.matters, .matterClocks, .stationVisits, Ledger.stations.table]
  ) { question in
    // A matter names its station by a number of the zone's own; the visit that it came from knows the station's name.
    """
    SELECT 'matters', m.id, m.station, 1, 'now', 2, COALESCE((SELECT s.name FROM station_visits v
      JOIN stations s ON s.id = v.station WHERE v.matter = m.id), m.station), NULL, \(Counting.punctuality("m")),
      \(Counting.closedOn("m"))
      FROM matters m WHERE m.station IS NOT NULL
        AND \(Counting.granted("m", ["window-ticket"], in: question.month))
    """
  }
}

extension FigureQuestion {
  /// The month up to the cut-off: of a month's last day that month.
  var month: ClosedRange<Day> {
    let isLast = cutoff.adding(days: 1).day == 1
    return (isLast ? cutoff.adding(days: 1 - cutoff.day) : cutoff.adding(months: -1).adding(days: 1))...cutoff
  }
}
