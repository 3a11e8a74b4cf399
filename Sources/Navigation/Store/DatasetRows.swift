import Foundation
import JournalStore
import Kernel
import Navigation
import Storage

/// The only SQL that knows `navigation_datasets`, `navigation_dataset_branches`, `navigation_documents` and
/// `navigation_removals`.
enum DatasetRows {
  static func find(_ id: ID<NavigationDataset>, in db: any Reading) throws -> NavigationDataset? {
    guard
      let row = try db.row(
        "SELECT \(RecordTable.navigationDatasets.columnList), entry FROM navigation_datasets WHERE id = \(id)")
    else { return nil }
    return try dataset(row, try branches(of: id, in: db))
  }

  /// How many datasets a project has had.
  static func count(of project: ID<NavigationProject>, in db: any Reading) throws -> Int {
    try db.count("SELECT count(*) FROM navigation_datasets WHERE project = \(project)")
  }

  private static func branches(of id: ID<NavigationDataset>, in db: any Reading) throws -> [FrozenBranch] {
    try db.rows(
      "SELECT place, name, query, hits FROM navigation_dataset_branches WHERE dataset = \(id) ORDER BY place"
    ).map { row in
      var columns = row.columns
      let branch = try TechnologyBranch(place: columns.int(), name: columns.text(), query: columns.text())
      return FrozenBranch(branch, hits: try columns.int())
    }
  }

  private static func dataset(_ row: Row, _ branches: [FrozenBranch]) throws -> NavigationDataset {
    var columns = row.columns
    let (id, project, number) = (
      try columns.id(of: NavigationDataset.self), try columns.id(of: NavigationProject.self), try columns.int()
    )
    let (at, by, position, corpus) = (
      try columns.date(), try columns.text(), try columns.integer(), try columns.int()
    )
    let cutoff = try columns.optional { try $0.day() }
    let latest = try columns.optional { try $0.day() }
    let restriction = try columns.text()
    let (hits, beyond, count, hash) = (try columns.int(), try columns.int(), try columns.int(), try columns.text())
    let (months, international) = (try columns.int(), try columns.int())
    let names = try FrozenNames(content: columns.text())
    let log = try log(&columns)
    return try NavigationDataset(
      id: id, project: project, number: number, frozenAt: at, frozenBy: by, position: position, corpus: corpus,
      cutoff: cutoff, latest: latest, restriction: restriction, branches: branches, hits: hits, beyond: beyond,
      count: count, hash: hash, months: months, internationalMonths: international, names: names, log: log,
      revision: columns.integer())
  }

  private static func log(_ columns: inout Columns) throws -> CleaningLog? {
    let statement = try columns.optional { try $0.text() }
    let by = try columns.optional { try $0.text() }
    let at = try columns.optional { try $0.date() }
    guard let statement, let by, let at else { return nil }
    return CleaningLog(statement, by: by, at: at)
  }

  static func values(_ dataset: NavigationDataset) throws -> [SQLValue] {
    let found: [SQLValue] = [
      dataset.id.sqlValue, dataset.project.sqlValue, dataset.number.sqlValue, dataset.frozenAt.sqlValue,
      .text(dataset.frozenBy), dataset.position.sqlValue, dataset.corpus.sqlValue, dataset.cutoff.sqlValue,
      dataset.latest.sqlValue, .text(dataset.restriction), dataset.hits.sqlValue, dataset.beyond.sqlValue,
      dataset.count.sqlValue, .text(dataset.hash),
    ]
    return found + [
      dataset.months.sqlValue, dataset.internationalMonths.sqlValue, .text(try dataset.names.content()),
      (dataset.log?.statement).sqlValue, (dataset.log?.by).sqlValue, (dataset.log?.at).sqlValue,
    ]
  }

  static func values(_ branch: FrozenBranch, of id: ID<NavigationDataset>) -> [SQLValue] {
    [
      id.sqlValue, branch.branch.place.sqlValue, .text(branch.branch.name), .text(branch.branch.query),
      branch.hits.sqlValue,
    ]
  }

  /// All that were frozen, by their ids.
  static func documents(of id: ID<NavigationDataset>, in db: any Reading) throws -> [FrozenDocument] {
    try contents(of: id, in: db).map { try FrozenDocument(content: $0.content) }
  }

  static func contents(
    of id: ID<NavigationDataset>, in db: any Reading
  ) throws -> [(document: Int64, content: String)] {
    var found: [(document: Int64, content: String)] = []
    try db.forEach(
      "SELECT document, content FROM navigation_documents WHERE dataset = \(id) ORDER BY document"
    ) { row in
      var columns = row.columns
      found.append((try columns.integer(), try columns.text()))
    }
    return found
  }

  static func removals(of id: ID<NavigationDataset>, in db: any Reading) throws -> [Removal] {
    try db.rows(
      """
      SELECT document, reason, merged_into, note, removed_by, removed_at FROM navigation_removals
      WHERE dataset = \(id) ORDER BY document
      """
    ).map { row in
      var columns = row.columns
      return try Removal(
        columns.integer(), columns.value(), into: columns.optional { try $0.integer() }, note: columns.text(),
        by: columns.text(), at: columns.date())
    }
  }

  static func values(_ removal: Removal, of id: ID<NavigationDataset>) -> [SQLValue] {
    [
      id.sqlValue, removal.document.sqlValue, .text(removal.reason.rawValue), removal.into.sqlValue,
      .text(removal.note), .text(removal.by), removal.at.sqlValue,
    ]
  }
}
