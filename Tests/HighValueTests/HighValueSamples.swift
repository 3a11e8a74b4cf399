import Evidence
import Foundation
import HighValue
import Kernel
import Ledgers
import Patents

/// A number with the check symbol that belongs to it.
func number(_ plain: String) -> String {
  plain + "." + (ApplicationNumber.checkDigit(of: plain).map(String.init) ?? "")
}

func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

extension HighValuePatent {
  static func sample(
    _ serial: Int = 1, filed: String = "2020-03-02", granted: String? = "2022-05-03", ipc: [String] = [],
    place: PlaceStanding = .inside, status: String? = "有效", endedOn: String? = nil, family: [String] = []
  ) throws -> HighValuePatent {
    HighValuePatent(
      number: try ApplicationNumber(HighValueTests.number("20201010000\(serial)")), patent: ID(Int64(serial)),
      title: "示例方法",
      applicants: ["示例大学"], filedOn: Day(filed), grantedOn: granted.flatMap { Day($0) },
      ipc: try ipc.map { try IPCSymbol($0) }, place: place, status: status, endedOn: endedOn.flatMap { Day($0) },
      family: family.compactMap { text in
        FamilyStanding(number: text).map { FamilyMember(number: text, standing: $0) }
      })
  }
}

extension SEITable {
  static func sample(_ number: Int64 = 1, from: String = "2021-02-07") -> SEITable {
    SEITable(
      id: ID(number), name: "测试表", source: "测试", from: day(from), fileName: "a.csv",
      fileHash: String(repeating: "0", count: 64), rows: 1, importedAt: .distantPast, importedBy: "测试")
  }
}

func row(_ pattern: String, _ condition: String? = nil, place: Int = 1) throws -> SEIRow {
  SEIRow(
    table: ID(1), place: place, seiCode: "1.\(place)", seiName: "测试产业", pattern: try IPCPattern(pattern),
    condition: condition)
}
