public import Storage

/// Which patents came to the register when: for whoever is to be told of new ones.
public enum PatentArrivals {
  /// Those that an import added behind one journal entry and up to another, in ascending order.
  ///
  /// A further source of a patent that was there before makes it no new one, whether it was imported or merged in.
  public static func ids(after entry: Int64, through last: Int64, in db: any Reading) throws -> [Int64] {
    try db.rows(
      """
      SELECT DISTINCT s.patent FROM patent_sources AS s
      WHERE s.entry > \(entry) AND s.entry <= \(last) AND s.effect = 'new' AND NOT EXISTS (
        SELECT 1 FROM patent_sources AS earlier WHERE earlier.patent = s.patent AND earlier.entry <= \(entry))
      ORDER BY s.patent
      """
    ).map { row in
      var columns = row.columns
      return try columns.integer()
    }
  }
}
