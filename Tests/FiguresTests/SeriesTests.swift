import Figures
import FiguresStore
import Fixtures
import Foundation
import Kernel
import Testing

@Suite struct `An outside series` {
  @Test(arguments: DatabaseKind.all)
  func `keeps provisional and final values, and uses the final one`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.give("rate.province", "2025", "80", .provisional)
      try await zone.give("rate.province", "2026-10-31", "88.3", .provisional)
      try await zone.give("rate.province", "2026-10-31", "89.1", .final)
      let file = try await zone.desk.seriesFile("rate.province", by: FigureZone.visitor)
      #expect(file.values.map { $0.value.shortest } == ["80", "89.1", "88.3"])
      #expect(file.inUse.map { $0.value.shortest } == ["80", "89.1"])
      try await zone.list(56, withdrawn: 46)
      let comparator = try #require(try await zone.value("A07").comparator)
      #expect(comparator.value.shortest == "89.1")
      #expect(comparator.phrase.zh == "2026-10-31，最终数，公报")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `takes the good lines of a file and names the others`(_ kind: DatabaseKind) async throws {
    let text = """
      序列,期间,数值,性质,来源,发布日期
      rate.province,2026-10-31,88.3,最终数,省局通报,2026-11-10
      rate.province,2026-13-31,88.3,最终数,省局通报,2026-11-10
      rate.nation,2026-10-31,88.3,最终数,省局通报,2026-11-10
      rate.province,2026-09-30,八成,最终数,省局通报,2026-11-10
      rate.province,2026-09-30,87,初步,,2026-11-10
      rate.province,2026-09-30,"1,087.5",provisional,省局通报,2026-11-10

      """
    let path = FileManager.default.temporaryDirectory.appending(path: "series-\(UUID().uuidString).csv").path
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await FigureZone.with(kind) { zone in
      let run = try await zone.desk.importSeries(fileAt: path, named: "省局.csv", by: FigureZone.clerk)
      #expect(run.added == 2)
      #expect(run.faults.map(\.line) == [3, 4, 5, 6])
      let again = try await zone.desk.importSeries(fileAt: path, named: "省局.csv", by: FigureZone.clerk)
      #expect(again.added == 0 && again.unchanged == 2)
      let file = try await zone.desk.seriesFile("rate.province", by: FigureZone.visitor)
      #expect(file.inUse.map { $0.value.shortest } == ["1,087.5", "88.3"])
    }
  }

  @Test func `is refused where its headings are missing`() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "series-\(UUID().uuidString).csv").path
    try Data("序列,期间\nrate.province,2026\n".utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await FigureZone.with(.memory) { zone in
      await #expect(throws: SeriesFileRefusal.headingsMissing(["数值", "性质", "来源", "发布日期"])) {
        try await zone.desk.importSeries(fileAt: path, named: "x.csv", by: FigureZone.clerk)
      }
    }
  }
}
