import Access
import JournalStore
import Kernel
import Programme
import Storage

/// The only SQL that knows the versions of schemes and what was scored by them.
enum EvaluationRows {
  private static let versionColumns: SQL = "id, number, hash, content, document, reason, entered_at"

  /// Every version of every scheme, the newest of each code first.
  static func versions(in db: any Reading) throws -> [SchemeVersion] {
    try db.rows("SELECT \(versionColumns) FROM scheme_versions ORDER BY code, number DESC").map(
      SchemeVersion.init(row:))
  }

  /// The versions of one scheme, the newest first.
  static func versions(of code: String, in db: any Reading) throws -> [SchemeVersion] {
    try db.rows("SELECT \(versionColumns) FROM scheme_versions WHERE code = \(code) ORDER BY number DESC")
      .map(SchemeVersion.init(row:))
  }

  static func version(_ id: ID<SchemeVersion>, in db: any Reading) throws -> SchemeVersion? {
    try db.row("SELECT \(versionColumns) FROM scheme_versions WHERE id = \(id)").map(SchemeVersion.init(row:))
  }

  static func run(_ id: ID<EvaluationRun>, in db: any Reading) throws -> EvaluationRun? {
    try runs("WHERE id = \(id)", in: db).first
  }

  /// The newest first.
  static func runs(limit: Int, in db: any Reading) throws -> [EvaluationRun] {
    try runs("ORDER BY id DESC LIMIT \(limit)", in: db)
  }

  private static func runs(_ condition: SQL, in db: any Reading) throws -> [EvaluationRun] {
    try db.rows("SELECT id, scheme, cutoff, note, run_by, run_at FROM evaluation_runs \(condition)").map { row in
      var columns = row.columns
      return try EvaluationRun(
        id: columns.id(), scheme: columns.id(), cutoff: columns.day(), note: columns.text(), runBy: columns.id(),
        runAt: columns.date())
    }
  }

  static func scores(of run: ID<EvaluationRun>, in db: any Reading) throws -> [StoredScore] {
    try db.rows(
      """
      SELECT indicator, numerator, denominator, words_zh, words_en, review_score, review_note, score, points
      FROM evaluation_scores WHERE run = \(run) ORDER BY id
      """
    ).map(StoredScore.init(row:))
  }

  static func evidence(of run: ID<EvaluationRun>, in db: any Reading) throws -> [EvidenceReference] {
    try db.rows(
      "SELECT id, run, indicator, reference, sha256 FROM evaluation_evidence WHERE run = \(run) ORDER BY id"
    ).map { row in
      var columns = row.columns
      return try EvidenceReference(
        id: columns.id(), run: columns.id(), indicator: columns.text(), reference: columns.text(),
        sha256: columns.optional { try $0.text() })
    }
  }
}

/// A score as it was stored, with what it was computed from.
struct StoredScore {
  let indicator: String
  let input: IndicatorInput
  let score: Score?
  let points: Points?

  fileprivate init(row: Row) throws {
    var columns = row.columns
    indicator = try columns.text()
    let numerator = try columns.optional { try $0.integer() }
    let denominator = try columns.optional { try $0.integer() }
    let zh = try columns.optional { try $0.text() }
    let en = try columns.optional { try $0.text() }
    let reviewed = try columns.optional { Score(hundredths: try $0.int()) }
    let note = try columns.optional { try $0.text() }
    let reading: FigureReading? =
      if let numerator, let denominator { FigureReading(numerator: numerator, denominator: denominator) } else { nil }
    let words: Phrase? = if let zh, let en { Phrase(zh: zh, en: en) } else { nil }
    let review: IndicatorInput.Review? =
      if let reviewed, let note { IndicatorInput.Review(score: reviewed, note: note) } else { nil }
    input = IndicatorInput(reading: reading, words: words, review: review)
    score = try columns.optional { Score(hundredths: try $0.int()) }
    points = try columns.optional { Points(hundredths: try $0.int()) }
    try columns.end()
  }
}

extension EvaluationRows {
  static func values(
    _ id: ID<SchemeVersion>, _ number: Int, _ version: SchemeVersion, by account: ID<Account>, at now: SQLValue
  ) -> [SQLValue] {
    [
      id.sqlValue, .text(version.scheme.code), number.sqlValue, .text(version.hash),
      .text(schemeText(version.scheme)), (version.entered?.document).sqlValue, (version.entered?.reason).sqlValue,
      account.sqlValue, now,
    ]
  }

  static func values(_ run: EvaluationRun) -> [SQLValue] {
    [
      run.id.sqlValue, run.scheme.sqlValue, run.cutoff.sqlValue, .text(run.note), run.runBy.sqlValue,
      run.runAt.sqlValue,
    ]
  }

  static func values(_ result: IndicatorResult, id: SQLValue, of run: ID<EvaluationRun>) -> [SQLValue] {
    let input = result.input
    return [
      id, run.sqlValue, .text(result.indicator.code), (input.reading?.numerator).sqlValue,
      (input.reading?.denominator).sqlValue, (input.words?.zh).sqlValue, (input.words?.en).sqlValue,
      (input.review?.score.hundredths).sqlValue, (input.review?.note).sqlValue, (result.score?.hundredths).sqlValue,
      (result.points?.hundredths).sqlValue,
    ]
  }
}

extension SchemeVersion {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    let (id, number): (ID<SchemeVersion>, Int) = (try columns.id(), try columns.int())
    let (hash, content) = (try columns.text(), try columns.text())
    let document = try columns.optional { try $0.text() }
    let reason = try columns.optional { try $0.text() }
    let at = try columns.date()
    let entered: Entered? =
      if let document, let reason { Entered(document: document, reason: reason, at: at) } else { nil }
    self.init(id: id, number: number, scheme: try SchemeReader.scheme(in: content), hash: hash, entered: entered)
    try columns.end()
  }
}
