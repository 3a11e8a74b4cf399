import Access
import Kernel
import Markup
import Matters
import Stations

/// Every address of the stations.
enum StationPath {
  static let list = Link("/stations")
  static let network = Link("/stations/network")
  static let mine = Link("/stations/mine")

  static func show(_ id: ID<Station>) -> Link { Link("/stations/\(id)") }
  static func desk(_ id: ID<Station>) -> Link { Link("/stations/\(id)/desk") }
  static func offline(_ id: ID<Station>) -> Link { Link("/stations/\(id)/offline") }
  static func queue(_ id: ID<Station>, _ query: [(String, String)] = []) -> Link {
    Link("/stations/\(id)/queue", query: query)
  }
  static func staff(_ id: ID<Station>) -> Link { Link("/stations/\(id)/staff") }
  static func dismiss(_ account: ID<Account>, _ id: ID<Station>) -> Link {
    Link("/stations/\(id)/staff/\(account)/dismiss")
  }
  static func matter(_ id: ID<Matter>) -> Link { Link("/matters/\(id)") }
}
