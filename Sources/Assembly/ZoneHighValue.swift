import HighValue
import HighValueStore
import HighValueWeb
import JournalWeb
import Kernel
import Markup
import PatentsWeb
import Web

extension ZonePortal {
  static func addHighValue(to routes: inout Routes, _ zone: Zone) {
    addHighValueDoors(to: &routes, desk: zone.highValue)
  }

  /// What the page of a patent shows beside the register.
  static func patentSections(_ zone: Zone) -> PatentSections {
    PatentSections { try await highValueSection(of: $0, desk: zone.highValue, for: $1.account) }
  }

  static let highValueItems = [
    MenuItem(Phrase(zh: "高价值发明专利", en: "High-value patents"), Link("/high-value"), needs: .readHighValue)
  ]

  /// Records whose kinds their own files name.
  static let highValueKinds = [
    "sei_tables": RecordKind(
      Phrase(zh: "战略性新兴产业参照关系表", en: "Table of emerging industries"), page: "/high-value/tables/",
      needs: .readHighValue),
    "sei_rows": RecordKind(Phrase(zh: "参照关系表的行", en: "Row of a table of industries")),
    "high_value_lists": RecordKind(
      Phrase(zh: "高价值认定清单", en: "List of high-value patents"), page: "/high-value/lists/", needs: .readHighValue),
    "high_value_entries": RecordKind(
      Phrase(zh: "高价值认定", en: "High-value patent"), page: "/high-value/entries/", needs: .readHighValue),
  ]
}
