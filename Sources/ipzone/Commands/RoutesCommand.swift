import Access
import ArgumentParser
import Assembly
import Foundation
import HTTPTypes
import Kernel
import Web

/// `ipzone routes`.
struct RoutesCommand: ZoneCommand {
  static let configuration = CommandConfiguration(
    "routes", zh: "列出全部页面与接口，及各自所需的权限", en: "List every page and endpoint, with the permission it needs")

  @OptionGroup var options: GlobalOptions

  /// The doors are the same in every zone, so an empty one shows them.
  func perform(_ surroundings: Surroundings) async throws -> Outcome {
    let folder =
      FileManager.default.temporaryDirectory.path + "/ipzone-routes-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let zone = try await Zone.open(
      ZonePlace(directory: folder), world: { World.live(node: $0) }, log: try surroundings.log())
    return try await surroundings.closing(zone) {
      let routes = ZonePortal.routes(zone).all
      let console = surroundings.console
      let lines = routes.map(json)
      for (line, route) in zip(lines, routes).dropLast(console.isJSON ? 1 : 0) {
        if console.isJSON {
          console.json(line)
        } else {
          console.line([route.method.rawValue, route.path, route.needs?.code ?? "-"].joined(separator: "\t"))
        }
      }
      return Outcome(lines.last ?? ["routes": 0])
    }
  }

  private func json(_ route: Route) -> JSONLine {
    [
      "method": JSONLine(route.method.rawValue), "path": JSONLine(route.path), "example": JSONLine(route.example),
      "needs": JSONLine(route.needs?.code), "roles": .array(roles(route.needs).map { .string($0) }),
      "sort": JSONLine(route.sort.rawValue),
    ]
  }

  /// Empty where a visitor may come.
  private func roles(_ needs: Permission?) -> [String] {
    guard let needs, !PermissionMatrix.zone.visitor.contains(needs) else { return [] }
    return Role.allCases.filter { PermissionMatrix.zone.permissions(of: [$0]).contains(needs) }.map(\.rawValue)
  }
}
