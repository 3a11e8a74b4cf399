import Corpus
import Journal
import JournalStore
import Kernel
import Logging
import Storage

extension CorpusDesk {
  /// Says that ``follow()`` is about to be called: from now on no search brings the index up to date itself.
  public func expectFollower() { keeper.expectFollower() }

  /// Keeps the index behind the journal, building it where there is none, until the task is cancelled.
  ///
  /// What fails is told in the log and tried again; what is there goes on serving.
  public func follow() async {
    let signals = keeper.follow()
    defer { keeper.leave() }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { [keeper] in
        while !Task.isCancelled {
          try? await Task.sleep(for: Self.pulse)
          keeper.wake()
        }
      }
      for await _ in signals { await followOnce() }
      group.cancelAll()
    }
  }

  /// How soon a change is noticed; a look costs two rows.
  private static let pulse = Duration.milliseconds(500)
  private static let pauseAfterFailure = Duration.seconds(20)

  private func followOnce() async {
    do {
      try await keeper.bringUpToDate()
    } catch {
      guard !Task.isCancelled else { return }
      log.error(
        "The search index could not be brought up to date", metadata: ["error": "\(String(reflecting: error))"])
      try? await Task.sleep(for: Self.pauseAfterFailure)
    }
  }

  /// What is searched now, once it has seen the entry asked for.
  func view(atLeast wanted: Int64?) async throws -> CorpusKeeper.View {
    if !keeper.isFollowed { try await keeper.bringUpToDate() }
    guard let wanted else { return try existing() }
    let (head, lastChange) = try await database.read { [register] db in
      (try JournalTrace.head(in: db).number, try RegisterState.lastChange(of: register, in: db))
    }
    guard wanted <= head else { throw CorpusSearchRefusal.notYetWritten(wanted) }
    for _ in 0..<Self.looks {
      let view = try existing()
      if view.position >= min(wanted, lastChange) { return view }
      keeper.wake()
      try await Task.sleep(for: Self.pause)
    }
    throw CorpusSearchRefusal.behind(position: try existing().position, wanted: wanted)
  }

  /// Together how long a search waits for an entry.
  private static let (looks, pause) = (200, Duration.milliseconds(20))

  private func existing() throws -> CorpusKeeper.View {
    if let view = keeper.view { return view }
    if let fault = keeper.reading({ $0.fault }) { throw fault }
    let building = keeper.reading { $0.building } ?? (0, 0)
    throw CorpusSearchRefusal.beingBuilt(done: building.0, of: building.1)
  }

  static func standing(
    of view: CorpusKeeper.View?, _ register: CorpusRegister, in db: any Reading
  ) throws -> CorpusStanding {
    let head = try JournalTrace.head(in: db).number
    guard let view else { return CorpusStanding(position: 0, head: head) }
    let isCurrent = try RegisterState.lastChange(of: register, in: db) <= view.position
    return CorpusStanding(
      position: isCurrent ? max(head, view.position) : view.position, head: max(head, view.position))
  }
}
