import Access
import Assembly
import Foundation
import HighValue
import HighValueStore
import Kernel
import PortalFixtures
import Testing

/// A table of industries and a list made by it, over the patents of the demonstration.
enum HighValuePlaces {
  /// - Returns: ids by the path of the door up to its parameter.
  static func add(to zone: TestZone) async throws -> [String: String] {
    let (desk, console) = (zone.zone.highValue, zone.zone.console)
    let table = try await takeTable(zone)
    let list = try await desk.makeList(on: desk.today, because: "测试", by: console)
    let entry = try #require(try await desk.list(list.id, limit: 1, by: console).entries.first)
    return [
      "/high-value/tables/": "\(table.id)", "/high-value/lists/": "\(list.id)", "/high-value/entries/": "\(entry.id)",
    ]
  }

  /// Every section as an industry of its own, so that every patent in force is of one: no official table.
  @discardableResult
  static func takeTable(_ zone: TestZone) async throws -> SEITable {
    let path = FileManager.default.temporaryDirectory.appending(path: "ipzone-sei-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let rows = "ABCDEFGH".map { "（示例）\($0),（示例）产业,\($0),\r\n" }.joined()
    try Data("产业代码,产业名称,IPC分类号,条件\r\n\(rows)".utf8).write(to: URL(fileURLWithPath: path))
    let draft = SEITableDraft(
      name: "（示例）参照表", source: "（示例）测试数据", from: Day(number: 18_000), fileName: "sei.csv",
      fileHash: String(repeating: "5", count: 64))
    return try await zone.zone.highValue.take(try SEITableFile(path: path), draft, by: zone.zone.console)
  }
}
