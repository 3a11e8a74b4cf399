import Access
import Assembly
import Evidence
import Figures
import FiguresStore
import Foundation
import Institutions
import InstitutionsStore
import Kernel
import PortalFixtures
import Premises
import PremisesStore
import Testing
import Web

/// A zone with the records of the demonstration: each number is held against the rows that it links to.
@Suite struct `Every number` {
  @Test func `of a figure is what its rows add up to, by base, category, evidence and reading`() async throws {
    try await seeded { zone in
      let (desk, console, today) = (zone.zone.figures, zone.zone.console, zone.zone.world.today())
      var (checked, readings) = (0, 0)
      for source in desk.book.sources {
        let indicator = source.indicator
        let file = try await desk.find(indicator.code, at: today, by: console)
        let comparisons = [
          (FigureComparison.base, file.byBase), (.category, file.byCategory), (.grade, file.byGrade),
        ]
        for (comparison, shares) in comparisons {
          for share in shares where share.state.value != nil {
            let narrowing = self.narrowing(comparison, share.key)
            let now = try await sum(.now, indicator.code, narrowing, at: today, desk, console)
            let of = try await sum(.of, indicator.code, narrowing, at: today, desk, console)
            #expect(share.rows >= now.rows, "\(indicator.code) \(comparison) \(share.key ?? "")")
            let value = indicator.measure.quantity(now, of: of)
            if let value { #expect(share.state.value == value, "\(indicator.code) \(comparison) \(share.key ?? "")") }
            checked += 1
          }
        }
        for other in file.alternatives {
          let narrowing = FigureNarrowing(reading: other.period)
          let rows = try await sum(.now, indicator.code, narrowing, at: today, desk, console).rows
          #expect(rows == other.totals.met.now.rows, "\(indicator.code) \(other.period)")
          readings += 1
        }
        let whole = try await sum(.now, indicator.code, FigureNarrowing(), at: today, desk, console)
        #expect(file.figure.totals.met.now.rows == whole.rows, "\(indicator.code)")
        #expect(file.figure.totals.met.now.weight == whole.weight, "\(indicator.code)")
      }
      #expect(checked > 100 && readings > 10)
    }
  }

  @Test func `of the chain, the funnel and the returns opens into as many records`() async throws {
    try await seeded { zone in
      let centre = try await zone.signedIn(.centreStaff)
      let site = try #require(try await zone.zone.premises.book(by: zone.zone.console).sites.first)
      for (path, least) in [
        ("/chain", 5), ("/recruitment", 4), ("/recruitment?year=2025", 1), ("/chase", 1), ("/matters/statistics", 30),
        ("/premises/stages", 4), ("/premises/sites/\(site.id)", 8),
      ] {
        let page = try await centre.get(path).text
        let numbers = counted(page)
        #expect(numbers.count >= least, "\(path)")
        // Some of the invented returns are to be checked.
        if path == "/chase" { #expect(numbers.contains { $0.place == "flagged" && $0.count > 1 }) }
        for (link, place, count) in numbers {
          let opened = try await centre.get(link).text
          let section = try #require(opened.range(of: "<section id=\"\(place)\">"), "\(link)")
          let list = try #require(opened.range(of: "</section>", range: section.upperBound..<opened.endIndex))
          let rows = opened[section.upperBound..<list.lowerBound].components(separatedBy: "<tr>").count - 2
          #expect(rows == count, "\(link)")
        }
      }
      let home = try await centre.get("/").text
      #expect(home.contains("href=\"/rules?status=unknown\""))
      #expect(home.contains("href=\"/figures/A01/rows\""))
      #expect(try await zone.visitor().get("/").text.contains("href=\"/figures/A01\""))
      let map = try await centre.get("/premises").text
      for state in ["&amp;state=all", "&amp;state=occupied", ""] {
        #expect(map.contains("/premises/vacancy?site=centre\(state)\""), "\(state)")
      }
    }
  }

  private func seeded(_ work: @escaping @Sendable (TestZone) async throws -> Void) async throws {
    try await TestZone.with { zone in
      _ = try await Seed.demonstration(zone.zone, files: []) { _, _ in }
      try await work(zone)
    }
  }

  private func narrowing(_ comparison: FigureComparison, _ key: String?) -> FigureNarrowing {
    let match = key.map { FigureNarrowing.Match.named($0) } ?? .unstated
    return switch comparison {
    case .base: FigureNarrowing(base: match)
    case .category: FigureNarrowing(category: match)
    case .grade: FigureNarrowing(grade: key.flatMap { Int($0) }.flatMap { .init(rawValue: $0) })
    }
  }

  /// What the pages of the list add up to.
  private func sum(
    _ part: FigurePart, _ code: IndicatorCode, _ narrowing: FigureNarrowing, at day: Day, _ desk: FigureDesk,
    _ console: Account
  ) async throws -> ListSum {
    var sum = ListSum()
    var last: String?
    repeat {
      let things = try await desk.contributions(
        code, at: day, part: part, narrowed: narrowing, after: last, limit: 1_000, by: console)
      sum.things += things.count
      sum.rows += things.map(\.rows).reduce(0, +)
      sum.weight += things.map(\.weight).reduce(0, +)
      last = things.count == 1_000 ? things.last?.countedAs : nil
    } while last != nil
    return sum
  }

  /// The links of a page to a list on another, with the number that each says it has.
  private func counted(_ page: String) -> [(link: String, place: String, count: Int)] {
    page.matches(of: /<a href="([^"#]*)#(rows|tenants|rooms|flagged)">([0-9,]+)</).map { match in
      (String(match.1).replacing("&amp;", with: "&"), String(match.2), number(match.3))
    }
  }

  private func number(_ text: Substring) -> Int { Int(text.replacing(",", with: "")) ?? -1 }
}

private struct ListSum {
  var rows = 0
  var things = 0
  var weight: Int64 = 0
}

extension Measure {
  /// The value by arithmetic of its own; nil for growth, which needs the year before.
  fileprivate func quantity(_ now: ListSum, of whole: ListSum) -> Quantity? {
    switch self {
    case .distinct, .milestone: Quantity(now.things)
    case .sum(let divisor, _): Quantity(Int128(now.weight), over: Int128(divisor))
    case .ratio(let times, _): Quantity(Int128(now.weight) * Int128(times), over: Int128(whole.weight))
    case .growth: nil
    }
  }
}
