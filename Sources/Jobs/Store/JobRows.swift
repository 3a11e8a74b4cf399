import Jobs
import Kernel
import Storage

/// The only SQL that knows `jobs`.
enum JobRows {
  private static let columns: SQL =
    "id, kind, input, title, created_at, created_by, stage, done, share, rate, seconds_left, outcome"

  static func insert(_ job: Job, in db: any Writing) throws {
    try db.run(
      """
      INSERT INTO jobs (\(columns))
      VALUES (\(job.id), \(job.kind), \(job.input), \(job.title), \(job.createdAt), \(job.createdBy),
        \(job.stage.rawValue), \(job.progress.done), \(job.progress.share), \(job.progress.rate),
        \(job.progress.secondsLeft), \(job.outcome))
      """)
  }

  static func find(_ id: ID<Job>, in db: any Reading) throws -> Job? {
    try db.row("SELECT \(columns) FROM jobs WHERE id = \(id)").map(Job.init(row:))
  }

  static func page(before last: ID<Job>?, limit: Int, in db: any Reading) throws -> [Job] {
    let older: SQL = if let last { "WHERE id < \(last)" } else { "" }
    return try db.rows("SELECT \(columns) FROM jobs \(older) ORDER BY id DESC LIMIT \(limit)").map(Job.init(row:))
  }

  /// Jobs that may need a worker, oldest first: those waiting, and those whose worker may have died.
  static func unfinished(in db: any Reading) throws -> [Job] {
    try db.rows(
      "SELECT \(columns) FROM jobs WHERE stage IN ('waiting', 'running', 'cancelling') ORDER BY id LIMIT 50"
    ).map(Job.init(row:))
  }

  /// Writes a stage if the job still stands where it was read.
  static func move(_ job: Job, to stage: JobStage, outcome: String?, in db: any Writing) throws -> Bool {
    try db.run(
      """
      UPDATE jobs SET stage = \(stage.rawValue), outcome = \(outcome)
      WHERE id = \(job.id) AND stage = \(job.stage.rawValue)
      """) == 1
  }

  static func report(_ progress: JobProgress, on id: ID<Job>, in db: any Writing) throws {
    try db.run(
      """
      UPDATE jobs SET done = \(progress.done), share = \(progress.share), rate = \(progress.rate),
        seconds_left = \(progress.secondsLeft)
      WHERE id = \(id)
      """)
  }
}

extension Job {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    try self.init(
      id: columns.id(), kind: columns.text(), input: columns.text(), title: columns.text(),
      createdAt: columns.date(), createdBy: columns.integer(), stage: columns.value(),
      progress: JobProgress(
        done: columns.integer(), share: columns.optional { BasisPoints(try $0.int()) },
        rate: columns.optional { try $0.real() }, secondsLeft: columns.optional { try $0.real() }),
      outcome: columns.optional { try $0.text() })
    try columns.end()
  }
}
