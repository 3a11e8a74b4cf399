import Exchange
import FiguresStore
import Kernel
import Markup

/// Every address of the open data.
enum ExchangePath {
  static let list = Link("/open")
  static let catalogue = Link("/open/catalogue.jsonld")
  static let feed = Link("/open/feed.atom")
  static let dataValues = Link("/open/dhis2.json")

  static func file(_ code: String, _ format: OpenFormat) -> Link { Link("/open/\(code).\(format.rawValue)") }
  static func institution(_ code: String) -> Link { Link("/open/institutions/\(code)") }
  static func figure(_ id: ID<FrozenFigure>) -> Link { Link("/open/figures/\(id)") }
}
