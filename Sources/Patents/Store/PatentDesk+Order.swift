public import Access
public import Jobs
public import JobsStore
public import Journal
import JournalStore
public import Kernel
import PatentFormats
import Patents
import Storage

extension PatentDesk {
  /// The kind of jobs that compute the register by the order of sources.
  public static let reorderJob = "patents.reorder"

  /// Whoever does the desk's jobs, by their kinds.
  public var workers: [String: JobWorker] {
    let desk = self
    return [
      Self.importJob: { job, report in try await desk.carryOut(job, report: report) },
      Self.reorderJob: { job, report in try await desk.carryOutReorder(job, report: report) },
    ]
  }

  /// The rank of each source by the rules of today and in the register, with the times that it was computed.
  public func sourceOrder(by account: Account) async throws -> SourceOrderOverview {
    try account.require(.readImports)
    let (rule, today) = (ranks, today)
    return try await database.read { db in
      let ruled = try rule(today, db).completed(by: .shipped)
      let inEffect = (try SourceOrderRows.inEffect(in: db) ?? .shipped).completed(by: .shipped)
      let files = try SourceOrderRows.files(in: db)
      let lines = ruled.ranks.map { key, rank in
        SourceOrderOverview.Line(
          key: key, name: sourceKeyName(key), files: files[key] ?? 0, ruled: rank, inEffect: inEffect[key] ?? rank)
      }
      return SourceOrderOverview(
        lines: lines.sorted { ($1.ruled, $0.key) < ($0.ruled, $1.key) }, runs: try SourceOrderRows.latest(20, in: db))
    }
  }

  /// Orders the computation of the register by today's order of sources, as a job.
  public func orderReorder(by account: Account) async throws -> Job {
    try account.require(.reorderSources)
    let title = Phrase(zh: "按来源位次重算登记库", en: "Compute the register by the order of sources")
    return try await jobs.queue(kind: Self.reorderJob, input: "", title: title.zh, by: account)
  }

  /// Computes every value of the register anew, as if its files had come in under today's order of sources.
  ///
  /// From its beginning on files are taken in by that order. Whoever stops it begins anew; what is done stays done.
  ///
  /// - Parameter report: called after each batch with how many patents were looked at; ``JobSignal/stop`` ends it.
  public func reorder(
    by account: Account, report: @Sendable (SourceOrder) async -> JobSignal = { _ in .goOn }
  ) async throws -> SourceOrder {
    try account.require(.reorderSources)
    var order = try await beginOrder(by: account)
    var last = Int64.min
    while let end = try await reorderPatents(after: last, &order, by: account) {
      last = end
      if await report(order) == .stop { return order }
    }
    var place: SourcePlace? = SourcePlace(file: ID(Int64.min), line: 0)
    while let start = place {
      place = try await rankMarks(after: start, &order, by: account)
      if await report(order) == .stop { return order }
    }
    return try await endOrder(order, by: account)
  }

  private static let reorderLease = "order of sources"
  private static let reorderBatch = 1_000

  func carryOutReorder(
    _ job: Job, report: @escaping @Sendable (JobProgress) async -> JobSignal
  ) async throws -> String {
    let account = Account(
      id: ID(job.createdBy), standing: .system, name: "job \(job.id)", displayName: job.title, roles: [],
      permissions: [.reorderSources])
    let all = try await database.read { try $0.count("SELECT count(*) FROM patents") }
    let order = try await reorder(by: account) { order in
      let share = BasisPoints(all > 0 ? min(10_000, order.looked * 10_000 / all) : 10_000)
      return await report(JobProgress(done: Int64(order.looked), share: share, rate: 0, secondsLeft: nil))
    }
    return order.id.description
  }

  private func beginOrder(by account: Account) async throws -> SourceOrder {
    let (world, holder, rule, today) = (world, holder, ranks, today)
    return try await database.write { db in
      try Leases.take(Self.reorderLease, for: holder, at: world.now(), in: db)
      let order = SourceOrder(
        id: world.newID(), day: today, ranks: try rule(today, db).completed(by: .shipped), startedAt: world.now(),
        startedBy: account.id.number, revision: 0)
      let deed = Deed(.reorderSources, by: account, on: order.id.subject, facts: ["day": "\(today)"])
      try Recording.write(deed, world: world, in: db) {
        try $0.insert(try SourceOrderRows.values(order), into: .sourceOrders)
      }
      return order
    }
  }

  /// - Returns: the last patent of the batch; nil where there was none.
  private func reorderPatents(
    after last: Int64, _ order: inout SourceOrder, by account: Account
  ) async throws -> Int64? {
    let (world, holder, now) = (world, holder, order)
    let done = try await database.write { db -> (batch: ReorderBatch, last: Int64?) in
      try db.liftTimeLimit()
      try Leases.take(Self.reorderLease, for: holder, at: world.now(), in: db)
      var batch = ReorderBatch(now.ranks)
      let deed = Deed(.reorderBatch, by: account, on: now.id.subject)
      let end = try Recording.writeBatch(deed, world: world, in: db) { recording -> Int64? in
        let ids = try ReorderRows.ids(after: last, limit: Self.reorderBatch, in: db)
        if !ids.isEmpty { try batch.take(ids, by: recording, in: db) }
        return ids.last
      }
      return (batch, end)
    }
    order.looked += done.batch.looked
    order.changed += done.batch.changed
    order.kept += done.batch.kept
    return done.last
  }

  private func rankMarks(
    after place: SourcePlace, _ order: inout SourceOrder, by account: Account
  ) async throws -> SourcePlace? {
    let (world, holder, now) = (world, holder, order)
    let done = try await database.write { db in
      try Leases.take(Self.reorderLease, for: holder, at: world.now(), in: db)
      let deed = Deed(.reorderBatch, by: account, on: now.id.subject)
      return try Recording.writeBatch(deed, world: world, in: db) { recording in
        try ReorderRows.rankMarks(after: place, limit: Self.reorderBatch, by: now.ranks, recording, in: db)
      }
    }
    order.marks += done.changed
    return done.next
  }

  private func endOrder(_ order: SourceOrder, by account: Account) async throws -> SourceOrder {
    let (world, holder) = (world, holder)
    return try await database.write { db in
      var ended = order
      ended.endedAt = world.now()
      let deed = Deed(.finishReorder, by: account, on: order.id.subject)
      try Recording.write(deed, world: world, in: db) {
        try $0.update(try SourceOrderRows.values(ended), in: .sourceOrders)
      }
      try Leases.release(Self.reorderLease, of: holder, in: db)
      return ended
    }
  }
}

/// What people call a source as the order of sources has it.
private func sourceKeyName(_ key: String) -> Phrase {
  key == "mapping" ? Phrase(zh: "列对应的表格", en: "Tables read by a mapping") : sourceName(of: key)
}

extension ID<SourceOrder> {
  /// The computation as the journal names it.
  public var subject: Subject { Subject(table: "source_orders", number: number) }
}

extension Permission {
  public static let reorderSources = Permission(
    "patents.reorder", Phrase(zh: "按来源位次重算登记库", en: "Compute the register by the order of sources"))
}

extension Action {
  static let reorderSources = Action(
    "patents.reorder", Phrase(zh: "开始按来源位次重算", en: "Began to compute by the order of sources"))
  static let reorderBatch = Action(
    "patents.reorder-batch", Phrase(zh: "重算一批", en: "Computed a batch by the order of sources"))
  static let finishReorder = Action(
    "patents.reorder-finish", Phrase(zh: "完成按来源位次重算", en: "Computed the register by the order of sources"))
}
