public import Corpus
import Kernel
import Logging
import Storage
import Synchronization

/// How an index reaches the files of a folder; tests let it fail.
public typealias FolderFiles = @Sendable (String) throws(CorpusRefusal) -> any CorpusFiles

/// The index of one process: found or begun, built, and kept behind the register.
final class CorpusKeeper: Sendable {
  let register: CorpusRegister
  let root: String
  let database: any Database
  private let scheme: @Sendable () throws -> IPCScheme
  let limits: CorpusLimits
  /// The files of a folder.
  let files: FolderFiles
  let log: Logger
  let pool = BesideThePool()
  let findings = LatestFindings()
  private let turn = Turn()
  private let state = Mutex(State())

  /// What searches see: a state of the index, and the entry up to which the register is in it.
  struct View: Sendable {
    let snapshot: CorpusSnapshot
    let position: Int64
  }

  struct State {
    var scheme: IPCScheme?
    var seat: Seat?
    var view: View?
    var building: (done: Int, all: Int)?
    /// What was found damaged, and rebuilt.
    var damage: CorpusRefusal?
    /// Why there is no index.
    var fault: CorpusRefusal?
    var follower: AsyncStream<Void>.Continuation?
    var isFollowerExpected = false
  }

  /// From where the index is read.
  enum Seat: Sendable {
    case own(CorpusFolder, CorpusIndex)
    /// Another process keeps it.
    case other(path: String)
  }

  init(
    of register: CorpusRegister, in root: String, database: any Database,
    scheme: @escaping @Sendable () throws -> IPCScheme, limits: CorpusLimits, files: @escaping FolderFiles, log: Logger
  ) {
    self.register = register
    self.root = root
    self.database = database
    self.scheme = scheme
    self.limits = limits
    self.files = files
    self.log = log
  }

  var view: View? { state.withLock { $0.view } }
  /// Whether somebody keeps the index up to date, or is about to.
  var isFollowed: Bool { state.withLock { $0.follower != nil || $0.isFollowerExpected } }

  func reading<Value: Sendable>(_ read: @Sendable (State) -> Value) -> Value { state.withLock { read($0) } }

  /// Brings the index up to the journal's head, building it where there is none.
  func bringUpToDate() async throws {
    try await turn.during { [self] in
      do {
        switch try await seated() {
        case .own(_, let index): while try await step(index) {}
        case .other(let path): try await look(at: path)
        }
        state.withLock { $0.fault = nil }
      } catch let refusal as CorpusRefusal {
        state.withLock { $0.fault = refusal }
        throw refusal
      }
    }
  }

  /// Builds the index anew; what is there serves meanwhile.
  ///
  /// - Throws: ``Corpus/CorpusRefusal/inUse(folder:)`` where another process keeps it.
  func rebuild(_ report: @escaping @Sendable (Int, Int) -> Void) async throws {
    try await turn.during { [self] in
      switch try await seated() {
      case .own(_, let index):
        let state = try await database.read { [register] in try RegisterState(of: register, since: 0, "", in: $0) }
        try await build(index, from: state, report)
        while try await step(index) {}
      case .other(let path): throw CorpusRefusal.inUse(folder: CorpusFolder.name(path))
      }
    }
  }
}

// MARK: - The follower

extension CorpusKeeper {
  /// Signals to look at the register again; while somebody listens, searches do not bring the index up to date themselves.
  func follow() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    state.withLock { $0.follower = continuation }
    continuation.yield()
    return stream
  }

  func expectFollower() { state.withLock { $0.isFollowerExpected = true } }

  func leave() {
    state.withLock { state in
      state.follower = nil
      state.isFollowerExpected = false
    }
  }

  func wake() { _ = state.withLock { $0.follower }?.yield() }
}

// MARK: - Opening

extension CorpusKeeper {
  private func seated() async throws -> Seat {
    if let seat = reading({ $0.seat }), case .own = seat { return seat }
    let mayAdd = isFollowed
    let (root, limits, folderFiles) = (root, limits, files)
    let opened = try await pool.run { [self] () throws -> (seat: Seat, damage: CorpusRefusal?) in
      let scheme = try knownScheme()
      guard let folder = try CorpusFolder.claim(in: root, adding: mayAdd) else {
        return (.other(path: CorpusFolder.all(in: root).first ?? root), nil)
      }
      let files = try folderFiles(folder.path)
      do throws(CorpusRefusal) {
        return (.own(folder, try CorpusIndex(files: files, scheme: scheme, limits: limits)), nil)
      } catch {
        try CorpusIndex.discard(files)
        return (.own(folder, try CorpusIndex(files: files, scheme: scheme, limits: limits)), error)
      }
    }
    if let damage = opened.damage, case .own(let folder, _) = opened.seat {
      switch damage {
      case .damaged(let file, let what), .unreadable(let file, let what):
        log.error(
          "The file \(file) of the search index is not as it was written (\(what)); the index is built anew",
          metadata: ["corpus.folder": "\(folder.name)", "corpus.file": "\(file)"])
      case .inUse, .query: break
      }
    }
    state.withLock {
      $0.seat = opened.seat
      if let damage = opened.damage { $0.damage = damage }
    }
    return opened.seat
  }

  /// Read once, when it is needed first.
  private func knownScheme() throws -> IPCScheme {
    if let known = reading({ $0.scheme }) { return known }
    let scheme = try scheme()
    state.withLock { $0.scheme = scheme }
    return scheme
  }

  private func look(at path: String) async throws {
    let snapshot = try await pool.run { [self] in
      try CorpusIndex.look(at: DiskFiles(folder: path), scheme: knownScheme())
    }
    let count = try await database.read { [register] in try register.count($0) }
    state.withLock { state in
      if snapshot.position == 0 {
        state.building = (snapshot.documentCount, count)
      } else {
        state.building = nil
        state.view = View(snapshot: snapshot, position: snapshot.position)
      }
    }
  }

  func show(_ snapshot: CorpusSnapshot, at position: Int64) async throws {
    try await pool.run { snapshot.prepare() }
    state.withLock { $0.view = View(snapshot: snapshot, position: position) }
  }

  /// The register has not changed since; the journal has gone on.
  func move(to position: Int64) {
    state.withLock { state in
      if let view = state.view { state.view = View(snapshot: view.snapshot, position: max(position, view.position)) }
    }
  }

  func note(done: Int, of all: Int) { state.withLock { $0.building = (done, all) } }
  func noteBuilt() { state.withLock { $0.building = nil } }
}
