import Kernel
import Markup
import Matters

/// Every address of the matters.
enum MatterPath {
  static let guides = Link("/guide")
  static let own = Link("/matters")
  static let queue = Link("/matters/queue")
  static let status = Link("/status")
  static let deadlines = Link("/matters/deadlines")
  static let calendar = Link("/calendar")
  static let revokeCalendar = Link("/calendar/revoke")
  static let statistics = Link("/matters/statistics")

  static func counted(_ query: [(String, String)]) -> Link {
    Link("/matters/statistics/rows", query: query, fragment: "rows")
  }
  static func feed(_ token: String) -> Link { Link("/calendar/\(token).ics") }
  static func guide(_ code: String) -> Link { Link("/guide/\(code)") }
  static func new(_ code: String) -> Link { Link("/guide/\(code)/apply") }
  static func statusStep(_ code: String, _ step: String) -> Link { Link("/status/\(code)/\(step)") }
  static func show(_ id: ID<Matter>) -> Link { Link("/matters/\(id)") }
  static func discard(_ code: String) -> Link { Link("/guide/\(code)/discard") }
  static func letterFile(_ place: Int, _ id: ID<Matter>) -> Link { Link("/matters/\(id)/letters/\(place)/pdf") }
  static func step(_ step: String, _ id: ID<Matter>) -> Link { Link("/matters/\(id)/steps/\(step)") }
  static func act(_ act: String, _ id: ID<Matter>) -> Link { Link("/matters/\(id)/\(act)") }
  static func extend(_ clock: String, _ id: ID<Matter>) -> Link { Link("/matters/\(id)/extend/\(clock)") }
  static func letter(_ place: Int, _ id: ID<Matter>) -> Link { Link("/matters/\(id)/letters/\(place)") }
  static func file(_ file: Int, of place: Int, _ id: ID<Matter>) -> Link {
    Link("/matters/\(id)/files/\(place)/\(file)")
  }
  static func queue(_ query: [(String, String)]) -> Link { Link("/matters/queue", query: query) }
}
