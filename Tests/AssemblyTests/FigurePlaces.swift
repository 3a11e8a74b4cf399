import Assembly
import Figures
import FiguresStore
import HTTPTypes
import Kernel
import Web

/// What stands in the addresses of figures: the first figure that can be frozen, its frozen edition, a ruling.
struct FigurePlaces: Sendable {
  private let code: IndicatorCode?
  private let frozen: FrozenFigure?
  private let ruling: String?
  private let series: String?

  init(in zone: Zone) async throws {
    let book = zone.figures.book
    let cutoff = zone.world.today().adding(days: -1)
    var frozen: FrozenFigure?
    for source in book.sources where frozen == nil {
      do {
        frozen = try await zone.figures.freeze(source.indicator.code, at: cutoff, because: "测试", by: zone.console)
      } catch FigureRefusal.nothingToFreeze {
        continue
      }
    }
    self.frozen = frozen
    code = frozen?.code ?? book.sources.first?.indicator.code
    ruling = book.rulings.first?.code
    series = zone.figures.series.all.first?.code.description
  }

  /// The doors that nothing is behind while the zone's book lacks figures.
  var missing: Set<String> {
    var doors: Set<String> = []
    if code == nil {
      doors.formUnion(["/figures/:code", "/figures/:code/rows", "/figures/:code/rows/csv", "/figures/:code/freeze"])
      doors.formUnion(["/api/v1/figures/:code", "/api/v1/figures/:code/rows", "/api/v1/figures/:code/frozen"])
    }
    if frozen == nil {
      doors.formUnion(["/figures/:code/frozen/:id", "/api/v1/frozen-figures/:id"])
      doors.insert("/figures/:code/frozen/:id/publish")
    }
    if ruling == nil { doors.insert("/figures/rulings/:ruling") }
    return Set(doors.map { "GET \($0)" })
  }

  /// Nil for a segment that is not about figures; a form or button leads to nothing, so that nothing is changed.
  func segment(_ segment: Substring, of route: Route) -> String? {
    let isRead = route.method == .get
    switch segment {
    case ":code": return isRead ? code?.description ?? "A99" : "A99"
    case ":ruling": return isRead ? ruling ?? "AMB-99" : "AMB-99"
    case ":series": return isRead ? series ?? "none" : "none"
    case ":id" where route.path.contains("frozen"): return isRead ? frozen?.id.description : nil
    default: return nil
    }
  }
}
