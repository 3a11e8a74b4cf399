import Kernel
import Patents
import Storage

/// The only SQL that knows `patent_sayings`.
enum SayingRows {
  static func values(_ sayings: [PatentExtra], of source: PatentSource) -> [SQLValue] {
    [source.file.sqlValue, source.line.sqlValue, source.run.sqlValue, .text(SayingText.text(sayings))]
  }

  /// What the rows that speak of a patent say, by file and line.
  static func sayings(of patent: ID<Patent>, in db: any Reading) throws -> [SourcePlace: [PatentExtra]] {
    let rows = try db.rows(
      """
      SELECT y.file, y.line, y.said FROM patent_sources AS s
      JOIN patent_sayings AS y ON y.file = s.file AND y.line = s.line WHERE s.patent = \(patent)
      """)
    var found: [SourcePlace: [PatentExtra]] = [:]
    for row in rows {
      var columns = row.columns
      let place = SourcePlace(file: try columns.id(), line: try columns.int())
      found[place] = try SayingText.sayings(columns.text())
      try columns.end()
    }
    return found
  }
}
