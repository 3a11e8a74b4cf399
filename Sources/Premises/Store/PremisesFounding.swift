import JournalStore
import Kernel
import Premises
import Storage

/// What every zone begins with: the three sites of the plan, and the provisional lists of clusters.
enum PremisesFounding {
  static func write(_ recording: Recording, _ world: World) throws -> [PremisesSite] {
    let sites = SiteCode.allCases.map { code in
      PremisesSite(id: world.newID(), code: code, stage: code.plannedStage, outline: outline(of: code))
    }
    try recording.insert(sites.map(PremisesRows.values), into: .sites)
    for scheme in ClusterScheme.allCases {
      let list = ClusterList(
        id: world.newID(), scheme: scheme, from: ClusterCatalogue.from, standing: .provisional,
        source: ClusterCatalogue.source(of: scheme))
      try write(list, ClusterCatalogue.entries(of: scheme), recording, world)
    }
    return sites
  }

  /// A list with its clusters.
  static func write(
    _ list: ClusterList, _ entries: [ClusterEntry], _ recording: Recording, _ world: World
  ) throws {
    try recording.insert(ClusterRows.values(list), into: .clusterLists)
    let clusters = entries.enumerated().map { place, entry in
      Cluster(
        id: world.newID(), list: list.id, place: place + 1, code: entry.code, name: entry.name, group: entry.group)
    }
    try recording.insert(clusters.map(ClusterRows.values), into: .clusters)
  }

  /// Where a site lies on the schematic: the centre above its two bases, as the plan names them, and nothing more.
  private static func outline(of site: SiteCode) -> Outline {
    switch site {
    case .centre: Outline(x: 330, y: 30, width: 340, height: 230)
    case .gaoxin: Outline(x: 40, y: 340, width: 340, height: 230)
    case .lifeTown: Outline(x: 620, y: 340, width: 340, height: 230)
    }
  }
}
