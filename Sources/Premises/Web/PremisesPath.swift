import Kernel
import Markup
import Matters
import Premises

/// Every address of the premises.
enum PremisesPath {
  static let establish = Link("/premises/establish")
  static let criteria = Link("/premises/criteria")
  static let newCriteria = Link("/premises/criteria/new")

  static let publicity = Link("/publicity")

  static func object(_ id: ID<Matter>) -> Link { Link("/publicity/\(id)/object") }
  static func map(on day: Day? = nil) -> Link { Link("/premises", query: on(day)) }
  static func site(_ id: ID<PremisesSite>, on day: Day? = nil) -> Link { Link("/premises/sites/\(id)", query: on(day)) }
  static func reassign(_ id: ID<PremisesSite>) -> Link { Link("/premises/sites/\(id)/function") }
  static func addBuilding(_ id: ID<PremisesSite>) -> Link { Link("/premises/sites/\(id)/buildings/new") }
  static func addFloor(_ id: ID<Building>) -> Link { Link("/premises/buildings/\(id)/floors/new") }
  static func floor(_ id: ID<Floor>, on day: Day? = nil) -> Link { Link("/premises/floors/\(id)", query: on(day)) }
  static func vacantRooms(_ id: ID<Floor>, on day: Day? = nil) -> Link {
    Link("/premises/floors/\(id)", query: [("state", "vacant")] + on(day), fragment: "rooms")
  }
  static func rooms(_ id: ID<Floor>, on day: Day? = nil) -> Link {
    Link("/premises/floors/\(id)", query: on(day), fragment: "rooms")
  }
  static func addRoom(_ id: ID<Floor>) -> Link { Link("/premises/floors/\(id)/rooms/new") }
  static func room(_ id: ID<Room>) -> Link { Link("/premises/rooms/\(id)") }
  static func correctRoom(_ id: ID<Room>) -> Link { Link("/premises/rooms/\(id)/correct") }
  static func moveIn(_ id: ID<Room>) -> Link { Link("/premises/rooms/\(id)/move-in") }
  static func moveOut(_ id: ID<Occupancy>) -> Link { Link("/premises/occupancies/\(id)/move-out") }
  static func correct(_ id: ID<Occupancy>) -> Link { Link("/premises/occupancies/\(id)/correct") }
  static func withdraw(_ id: ID<Occupancy>) -> Link { Link("/premises/occupancies/\(id)/withdraw") }
  static func criteria(_ id: ID<StageCriteria>) -> Link { Link("/premises/criteria/\(id)") }
  static func withdraw(_ id: ID<StageCriteria>) -> Link { Link("/premises/criteria/\(id)/withdraw") }
  static func stages(on day: Day? = nil, _ shown: ShownStage = .all) -> Link {
    let query = on(day) + (shown == .all ? [] : [("stage", shown.text)])
    return Link("/premises/stages", query: query, fragment: shown == .all ? nil : "tenants")
  }
  static func withdraw(_ id: ID<ClusterService>) -> Link { Link("/premises/services/\(id)/withdraw") }
  static func newCriteria(_ query: [(String, String)]) -> Link { Link("/premises/criteria/new", query: query) }

  static func coverage(
    _ scheme: ClusterScheme = .jiangning, on day: Day? = nil, at fragment: String? = nil
  ) -> Link {
    let own = scheme == .jiangning ? [] : [("scheme", scheme.rawValue)]
    return Link("/premises/coverage", query: own + on(day), fragment: fragment)
  }

  static func replaceClusters(_ scheme: ClusterScheme) -> Link { Link("/premises/clusters/\(scheme.rawValue)/new") }

  static func addService(_ cluster: String? = nil) -> Link {
    Link("/premises/services/new", query: cluster.map { [("cluster", $0)] } ?? [])
  }

  static func vacancy(_ filter: VacancyFilter = VacancyFilter()) -> Link {
    Link("/premises/vacancy", query: filter.query)
  }

  static func vacancyTable(_ filter: VacancyFilter) -> Link { Link("/premises/vacancy.csv", query: filter.query) }

  private static func on(_ day: Day?) -> [(String, String)] { day.map { [("on", $0.description)] } ?? [] }
}
