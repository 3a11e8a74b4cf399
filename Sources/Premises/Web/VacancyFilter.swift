import Kernel
import Premises
import Web

/// What the ledger is asked to show; it stands in the address.
struct VacancyFilter {
  let site: SiteCode?
  let state: State
  /// Nil for today.
  let day: Day?

  enum State: String, CaseIterable {
    case vacant, occupied, all

    var phrase: Phrase {
      switch self {
      case .vacant: Phrase(zh: "空置", en: "Vacant")
      case .occupied: Phrase(zh: "在用", en: "Occupied")
      case .all: Phrase(zh: "全部可租用", en: "All for letting")
      }
    }
  }

  init(site: SiteCode? = nil, state: State = .vacant, day: Day? = nil) {
    self.site = site
    self.state = state
    self.day = day
  }

  init(_ query: Query) {
    site = query.optional("site").flatMap { SiteCode(rawValue: $0) }
    state = query.optional("state").flatMap { State(rawValue: $0) } ?? .vacant
    day = query.optional("on").flatMap { Day($0) }
  }

  var query: [(String, String)] {
    [("site", site?.rawValue), ("state", state == .vacant ? nil : state.rawValue), ("on", day?.description)]
      .compactMap { name, value in value.map { (name, $0) } }
  }

  func with(_ state: State) -> VacancyFilter { VacancyFilter(site: site, state: state, day: day) }

  /// The rooms for letting that the ledger shows, site by site.
  func rows(of book: PremisesBook, on day: Day) -> [(site: PremisesSite, state: RoomState)] {
    book.sites.filter { site == nil || $0.code == site }.flatMap { site in
      book.states(of: site.id, on: day).filter { line in
        line.room.use.isLettable && (state == .all || (line.occupancy != nil) == (state == .occupied))
      }.map { (site, $0) }
    }
  }
}
