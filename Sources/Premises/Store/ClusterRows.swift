import Kernel
import Premises
import Storage

/// The only SQL that knows `cluster_lists`, `clusters` and `cluster_services`.
enum ClusterRows {
  static func lists(in db: any Reading) throws -> [ClusterList] {
    try db.rows(
      "SELECT id, scheme, first_day, standing, source_zh, source_en, entry FROM cluster_lists ORDER BY first_day, id"
    ).map { row in
      var columns = row.columns
      return try ClusterList(
        id: columns.id(), scheme: columns.value(), from: columns.day(), standing: columns.value(),
        source: columns.phrase(), revision: columns.integer())
    }
  }

  static func clusters(of list: ID<ClusterList>, in db: any Reading) throws -> [Cluster] {
    try db.rows(
      """
      SELECT id, list, place, code, name_zh, name_en, group_zh, group_en FROM clusters WHERE list = \(list)
      ORDER BY place
      """
    ).map { row in
      var columns = row.columns
      return try Cluster(
        id: columns.id(), list: columns.id(), place: columns.int(), code: columns.text(), name: columns.phrase(),
        group: columns.phrase())
    }
  }

  static func services(in db: any Reading) throws -> [ClusterService] {
    try db.rows(
      """
      SELECT id, cluster, tenant, first_day, last_day, ground, withdrawn, entry FROM cluster_services
      ORDER BY cluster, tenant, first_day
      """
    ).map { row in
      var columns = row.columns
      return try ClusterService(
        id: columns.id(), cluster: columns.text(), tenant: columns.tenant(), stay: columns.stay(),
        ground: columns.text(), isWithdrawn: columns.bool(), revision: columns.integer())
    }
  }

  static func values(_ list: ClusterList) -> [SQLValue] {
    [
      list.id.sqlValue, .text(list.scheme.rawValue), list.from.sqlValue, .text(list.standing.rawValue),
      .text(list.source.zh), .text(list.source.en),
    ]
  }

  static func values(_ cluster: Cluster) -> [SQLValue] {
    [
      cluster.id.sqlValue, cluster.list.sqlValue, cluster.place.sqlValue, .text(cluster.code), .text(cluster.name.zh),
      .text(cluster.name.en), .text(cluster.group.zh), .text(cluster.group.en),
    ]
  }

  static func values(_ service: ClusterService) -> [SQLValue] {
    [
      service.id.sqlValue, .text(service.cluster), .text(service.tenant.description), service.stay.first.sqlValue,
      service.stay.last.sqlValue, .text(service.ground), service.isWithdrawn.sqlValue,
    ]
  }
}

extension Columns {
  fileprivate mutating func phrase() throws -> Phrase { Phrase(zh: try text(), en: try text()) }
}
