import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E23 领导小组与跨部门协调: Overdue tasks, resolutions closed.
  static let e23 = FigureSource(
    awaited: Indicator(
      "E23", name: Phrase(zh: "领导小组与跨部门协调", en: "Leading group"),
      unit: Phrase(zh: "%", en: "%"), clause: "六（一）", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "任务逾期率、决议办结率", en: "Overdue tasks, resolutions closed"),
      minimum: .g2, owner: Phrase(zh: "领导小组办公室", en: "Office of the leading group"),
      frequency: Phrase(zh: "每季", en: "Quarterly"),
      awaits: [Phrase(zh: "会议决议与督办（R-MTG）", en: "resolutions and their follow-up (R-MTG)")]))
}
