import Access
public import Delivery
import Foundation
import Journal
import JobsStore
import JournalStore
import Jobs
public import Kernel
public import Logging
public import Notices
public import Storage

/// Takes notices out of the house, each channel for itself, at least once each.
///
/// That sending begins is written down before, that it ended after: where the process dies in between, the next one
/// sends again and marks it as repeated. Of several servers on one database one delivers at a time, by a lease.
public struct NoticeCourier: Sendable {
  let database: any Database
  let world: World
  let outbox: NoticeOutbox
  let book: NoticeBook
  let post: PostOffice
  let patience: DeliveryPatience
  let log: Logger
  private let stopping: StopFlag
  private let holder: LeaseHolder

  public init(
    database: any Database, world: World, outbox: NoticeOutbox, book: NoticeBook, post: PostOffice,
    patience: DeliveryPatience = .usual, log: Logger, stopping: StopFlag = StopFlag()
  ) {
    self.database = database
    self.world = world
    self.outbox = outbox
    self.book = book
    self.post = post
    self.patience = patience
    self.log = log
    self.stopping = stopping
    holder = .current(part: "notices-\(world.serial())")
  }

  /// Delivers on all channels until it is told to stop; what is under way then is ended first.
  public func run() async {
    await withTaskGroup(of: Void.self) { group in
      for channel in NoticeChannel.allCases { group.addTask { await run(channel) } }
    }
  }

  private func run(_ channel: NoticeChannel) async {
    while !Task.isCancelled, !stopping.isRaised {
      do {
        if try await !deliverNext(channel) { try await Task.sleep(for: .seconds(1)) }
      } catch is CancellationError {
        return
      } catch {
        log.error(
          "Notices cannot be delivered", metadata: ["notice.channel": "\(channel.rawValue)", "error": "\(error)"])
        try? await Task.sleep(for: .seconds(5))
      }
    }
    let holder = holder
    try? await database.write { try Leases.release(Self.lease(channel), of: holder, in: $0) }
  }

  /// Delivers the notice of `channel` that is due the longest.
  ///
  /// - Returns: whether there was one.
  public func deliverNext(_ channel: NoticeChannel) async throws -> Bool {
    let errand: Errand?
    do {
      errand = try await begin(channel)
    } catch JobRefusal.taken {
      return false
    } catch StorageFault.duplicate {
      return false
    }
    guard let errand else { return false }
    guard let parcel = errand.parcel else { return true }
    let outcome = await post.send(parcel)
    try await end(errand.delivery, outcome)
    return true
  }

  /// Nothing is sent while a transaction is open; whoever holds the lease alone begins.
  private func begin(_ channel: NoticeChannel) async throws -> Errand? {
    let now = world.now()
    let isDue = try await database.read { try DeliveryRows.next(channel, at: now, in: $0) != nil }
    guard isDue else { return nil }
    let (holder, plan) = (holder, ErrandPlan(courier: self, now: now))
    return try await database.write { db in
      try Leases.take(Self.lease(channel), for: holder, seconds: Self.leaseSeconds, at: now, in: db)
      guard let delivery = try DeliveryRows.next(channel, at: now, in: db) else { return nil }
      return try plan.begin(delivery, in: db)
    }
  }

  /// Written down even where the task was cancelled meanwhile.
  private func end(_ delivery: NoticeDelivery, _ outcome: DeliveryOutcome) async throws {
    let (now, holder, database) = (world.now(), holder, database)
    let ending = DeliveryEnding(courier: self, now: now)
    let task = Task {
      try await database.write { db in
        // Whoever has taken the channel over writes down what became of it.
        do {
          try Leases.take(Self.lease(delivery.channel), for: holder, seconds: Self.leaseSeconds, at: now, in: db)
        } catch is JobRefusal { return }
        try ending.end(delivery, outcome, in: db)
      }
    }
    try await task.value
    note(delivery, outcome)
  }

  /// Never an address, a key or a word of the notice.
  private func note(_ delivery: NoticeDelivery, _ outcome: DeliveryOutcome) {
    let metadata: Logger.Metadata = [
      "delivery.id": "\(delivery.id)", "notice.channel": "\(delivery.channel.rawValue)",
      "delivery.attempt": "\(delivery.attempts)", "delivery.outcome": "\(outcome.code)",
    ]
    switch outcome {
    case .arrived: log.info("Notice delivered", metadata: metadata)
    case .refused, .unreachable, .unknown: log.warning("Notice not delivered", metadata: metadata)
    }
  }

  private static func lease(_ channel: NoticeChannel) -> String { "notices \(channel.rawValue)" }

  /// Longer than any sending may take.
  private static let leaseSeconds = 120
}

/// A delivery that has begun, and what is to be sent; nothing where it was put off or dropped.
struct Errand: Sendable {
  let delivery: NoticeDelivery
  let parcel: Parcel?
}
