import Kernel
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
  /// The same of a segment that is made while they come, of which few wait: its tables stay in the processor's cache, which
  /// saves more than the merging of larger ones would.
  private static let segmentWeight = 16_000_000
  private static let pagesAhead = 3

  private func take(_ ids: [Int64], into index: CorpusIndex, from state: RegisterState) async throws {
    let before = (index.snapshot.position, index.mark)
    var part = Part()
    for wanted in ids.chunks(of: Self.chunk) {
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
    // Segments are made of the pages while further ones are read.
    let pages = Handover<[CorpusDocument]>(room: Self.pagesAhead)
    async let writing: Void = pool.run {
      defer { pages.abandon() }
      try Self.write(pages, to: index)
    }
    do {
      try await read(into: pages, from: state, report)
      pages.end()
    } catch {
      pages.end(error)
    }
    try await writing
    try await write(Part(), to: index, at: state.head, state.mark)
    try await show(index.snapshot, at: state.head)
    noteBuilt()
    while try await pool.run({ try index.merge() }) { try await show(index.snapshot, at: state.head) }
  }

  private func read(
    into pages: Handover<[CorpusDocument]>, from state: RegisterState, _ report: @Sendable (Int, Int) -> Void
  ) async throws {
    var (last, done) = (Int64.min, 0)
    while true {
      try Task.checkCancellation()
      let from = last
      let page = try await database.read { [register] in try register.page(from, Self.chunk, $0) }
      guard let end = page.last else { return }
      last = end.id
      done += page.count
      guard await pages.give(page) else { return }
      note(done: done, of: max(done, state.count))
      report(done, max(done, state.count))
    }
  }

  /// A write for each segment, until no more pages come.
  private static func write(_ pages: Handover<[CorpusDocument]>, to index: CorpusIndex) throws {
    var isOver = false
    while !isOver {
      _ = try index.write(position: 0) { batch in
        var weight = 0
        while weight < segmentWeight {
          guard let page = try pages.take() else {
            isOver = true
            return
          }
          weight += Part.weight(of: page)
          for document in page { try batch.add(document) }
        }
      }
    }
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
      weight += Self.weight(of: found)
    }

    static func weight(of documents: [CorpusDocument]) -> Int {
      documents.reduce(0) { $0 + $1.title.utf8.count + $1.abstract.utf8.count + $1.claims.utf8.count + 300 }
    }
  }
}
