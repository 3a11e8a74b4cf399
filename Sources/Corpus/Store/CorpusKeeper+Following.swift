import Corpus
import Storage

extension CorpusKeeper {
  /// Takes in what the journal says has changed.
  ///
  /// - Returns: whether the register may have changed meanwhile.
  func step(_ index: CorpusIndex) async throws -> Bool {
    let (position, mark) = (index.snapshot.position, index.mark)
    let state = try await database.read { [register] in
      try RegisterState(of: register, since: position, mark, in: $0)
    }
    switch state.change {
    case .nothing:
      let snapshot = index.snapshot
      if view?.snapshot === snapshot { move(to: state.head) } else { try await show(snapshot, at: state.head) }
      return false
    case .documents(let ids): try await take(ids, into: index, from: state)
    case .everything: try await build(index, from: state) { _, _ in }
    }
    // Before its first entry a journal has nothing that an index could note.
    return state.head > 0
  }

  /// Documents of one write: their text takes about ten times as much memory while a segment is made of it.
  private static let weight = 24_000_000
  private static let chunk = 1_000

  private func take(_ ids: [Int64], into index: CorpusIndex, from state: RegisterState) async throws {
    let before = (index.snapshot.position, index.mark)
    var part = Part()
    for start in stride(from: 0, to: ids.count, by: Self.chunk) {
      let wanted = Array(ids[start..<min(start + Self.chunk, ids.count)])
      let found = try await database.read { [register] in try register.find(wanted, $0) }
      part.add(found)
      part.gone += Set(wanted).subtracting(found.map(\.id))
      guard part.weight >= Self.weight else { continue }
      // Until the last one is in, the index has not come further.
      try await write(part, to: index, at: before.0, before.1)
      part = Part()
    }
    let snapshot = index.snapshot
    let added = part.documents.filter { !snapshot.contains($0.id) }.count
    let removed = part.gone.filter { snapshot.contains($0) }.count
    if snapshot.documentCount + added - removed != state.count {
      let registered = Set(try await database.read { [register] in try register.ids($0) })
      part.gone += snapshot.select(.everything).ids.filter { !registered.contains($0) }
    }
    try await write(part, to: index, at: state.head, state.mark)
    try await show(index.snapshot, at: state.head)
    while try await pool.run({ try index.merge() }) { try await show(index.snapshot, at: state.head) }
  }

  /// Builds the index of the whole register, page after page in the order of the ids.
  ///
  /// Until the last page is in, its position is 0: whoever opens it then builds it anew. What changes meanwhile has later
  /// entries than `state`, and is taken in by the next step.
  func build(
    _ index: CorpusIndex, from state: RegisterState, _ report: @escaping @Sendable (Int, Int) -> Void
  ) async throws {
    note(done: 0, of: state.count)
    report(0, state.count)
    try await pool.run { try index.removeAll() }
    var (part, last, done) = (Part(), Int64.min, 0)
    try await withThrowingTaskGroup(of: Void.self) { group in
      while true {
        try Task.checkCancellation()
        let from = last
        let page = try await database.read { [register] in try register.page(from, Self.chunk, $0) }
        guard let end = page.last else { break }
        last = end.id
        done += page.count
        part.add(page)
        if part.weight >= Self.weight {
          // One part is written while the next one is read.
          _ = try await group.next()
          let full = part
          group.addTask { try await self.write(full, to: index, at: 0, "") }
          part = Part()
        }
        note(done: done, of: max(done, state.count))
        report(done, max(done, state.count))
      }
      try await group.waitForAll()
    }
    try await write(part, to: index, at: state.head, state.mark)
    try await show(index.snapshot, at: state.head)
    noteBuilt()
    while try await pool.run({ try index.merge() }) { try await show(index.snapshot, at: state.head) }
  }

  private func write(_ part: Part, to index: CorpusIndex, at position: Int64, _ mark: String) async throws {
    try await pool.run {
      _ = try index.write(position: position, mark: mark) { batch in
        for document in part.documents { try batch.add(document) }
        for id in part.gone { batch.remove(id) }
      }
    }
  }

  /// Documents on their way from the register to the index.
  private struct Part: Sendable {
    var documents: [CorpusDocument] = []
    var gone: [Int64] = []
    /// The length of the texts in bytes.
    private(set) var weight = 0

    mutating func add(_ found: [CorpusDocument]) {
      documents += found
      weight += found.reduce(0) { $0 + $1.title.utf8.count + $1.abstract.utf8.count + $1.claims.utf8.count + 300 }
    }
  }
}
