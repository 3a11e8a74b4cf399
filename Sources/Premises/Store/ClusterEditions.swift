public import Kernel
public import Premises
public import Storage

/// Every list of a scheme with its names, for other parts of the zone, inside their own transactions.
public func clusterEditions(
  of scheme: ClusterScheme, in db: any Reading
) throws -> [(list: ClusterList, names: [Phrase])] {
  try ClusterRows.lists(in: db).filter { $0.scheme == scheme }.map { list in
    (list, try ClusterRows.clusters(of: list.id, in: db).map(\.name))
  }
}
