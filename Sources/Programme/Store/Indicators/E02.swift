import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E02 服务人才数据库: Persons in the database, and their share of the staff.
  static let e02 = FigureSource(
    awaited: Indicator(
      "E02", name: Phrase(zh: "服务人才数据库", en: "Talent database"),
      unit: Phrase(zh: "人", en: "persons"), clause: "五（一）2", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "入库人才数，占从业人员之比", en: "Persons in the database, and their share of the staff"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "人才档案（R-TAL）", en: "talent files (R-TAL)")]))
}
