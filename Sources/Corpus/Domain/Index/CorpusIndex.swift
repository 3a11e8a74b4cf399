import Synchronization

/// The search index of the corpus in a folder of its own: derived, rebuildable, for one process.
///
/// Readers take a ``snapshot`` and are never disturbed. Writing is one after the other; what ``write(position:limits:_:)``
/// has returned from survives any crash, what it has not returned from leaves no trace.
public final class CorpusIndex: Sendable {
  private let files: any CorpusFiles
  private let scheme: IPCScheme?
  private let limits: CorpusLimits
  private let current: Mutex<CorpusSnapshot>
  private let manifest: Mutex<Manifest>

  /// Opens the index, or begins one in an empty folder, and takes away what a crash left behind.
  ///
  /// Every block of every file is held against its sum: about a tenth of a second for a gigabyte in memory.
  ///
  /// - Throws: ``CorpusRefusal/damaged(file:part:)`` naming the first file that is not as it was written.
  public init(
    files: any CorpusFiles, scheme: IPCScheme? = nil, limits: CorpusLimits = CorpusLimits()
  ) throws(CorpusRefusal) {
    self.files = files
    self.scheme = scheme
    self.limits = limits
    let names = try files.names()
    var manifest = Manifest()
    if names.contains(Manifest.name) { manifest = try Manifest(files.map(Manifest.name)) }
    var segments: [LiveSegment] = []
    for entry in manifest.entries { segments.append(try Self.open(entry, files)) }
    let kept = Set(manifest.entries.flatMap { [$0.segment, $0.goneFile ?? ""] } + [Manifest.name])
    for name in names where !kept.contains(name) && Self.isOurs(name) { try files.remove(name) }
    current = Mutex(CorpusSnapshot(segments, position: manifest.position, mark: manifest.mark, scheme: scheme))
    self.manifest = Mutex(manifest)
  }

  /// What is searched at this moment.
  public var snapshot: CorpusSnapshot { current.withLock { $0 } }

  /// What was written down beside the position.
  public var mark: String { manifest.withLock { $0.mark } }

  /// The state in a folder to which another process may be writing: nothing is changed there.
  ///
  /// - Throws: ``CorpusRefusal`` where the state is damaged, or gone again and again while it is read.
  public static func look(at files: any CorpusFiles, scheme: IPCScheme? = nil) throws(CorpusRefusal) -> CorpusSnapshot {
    var attempts = 10
    while true {
      guard try files.names().contains(Manifest.name) else { return CorpusSnapshot([], position: 0, scheme: scheme) }
      let manifest = try Manifest(files.map(Manifest.name))
      do {
        var segments: [LiveSegment] = []
        for entry in manifest.entries { segments.append(try open(entry, files)) }
        return CorpusSnapshot(segments, position: manifest.position, mark: manifest.mark, scheme: scheme)
      } catch {
        // The writer takes away what a newer state does not need.
        attempts -= 1
        let newer = try Manifest(files.map(Manifest.name))
        guard attempts > 0, newer != manifest else { throw error }
      }
    }
  }

  /// Adds documents, new versions of documents and removals, all together or not at all.
  ///
  /// - Parameters:
  ///   - position: the journal entry up to which the register is then in the index.
  ///   - mark: what to write down beside the position, such as that entry's hash.
  ///   - body: hands the documents over, one after the other; the index keeps none of them in memory for long.
  public func write<Failure: Error>(
    position: Int64, mark: String = "", _ body: (inout CorpusBatch) throws(Failure) -> Void
  ) throws -> CorpusSnapshot {
    precondition(!mark.utf8.contains { $0 <= 0x20 }, "a mark is one word")
    return try manifest.withLock { manifest in
      var batch = CorpusBatch(files: files, limits: limits, next: manifest.next, position: position)
      do {
        try body(&batch)
        try batch.flush()
        let (next, written, removed) = (batch.next, batch.written, batch.removed)
        var segments = snapshot.segments
        for (ids, segment) in written {
          segments = Self.without(ids, in: segments)
          segments.append(segment)
        }
        // What was removed after it was added is in `removed` as well; what was added after is not.
        segments = Self.without(removed, in: segments)
        return try commit(segments, next: next, position: position, mark: mark, over: &manifest)
      } catch {
        // The disk may hold the new state already, so its files stay and their names are not used again; the next opening
        // takes away what no state needs.
        manifest.next = batch.next + snapshot.segments.count + batch.written.count + 1
        throw error
      }
    }
  }

  /// Merges segments where there are many of about one size, or all into one.
  ///
  /// - Returns: whether anything was merged.
  @discardableResult
  public func merge(all: Bool = false) throws -> Bool {
    try manifest.withLock { manifest in
      let segments = snapshot.segments
      let chosen = all ? MergeChoice.everything(segments) : MergeChoice.next(segments, limits)
      guard let chosen else { return false }
      let merged = chosen.map { segments[$0] }
      var rest = segments.indices.filter { !chosen.contains($0) }.map { segments[$0] }
      var next = manifest.next
      if merged.contains(where: { $0.count > 0 }) {
        let name = CorpusBatch.name(next, "seg")
        next += 1
        let file = try files.create(name)
        defer { file.close() }
        _ = try SegmentMerger(merged).write(to: file)
        try file.sync()
        let position = merged.map(\.position).max() ?? 0
        rest.append(try Self.open(Manifest.Entry(segment: name, goneFile: nil, position: position), files))
      }
      _ = try commit(rest, next: next, position: manifest.position, mark: manifest.mark, over: &manifest)
      return true
    }
  }

  /// Empties the index, for a rebuilding.
  public func removeAll() throws {
    try manifest.withLock { manifest in
      _ = try commit([], next: manifest.next, position: 0, mark: "", over: &manifest)
    }
  }

  /// Removes every file of an index that cannot be opened any more, so that it can be rebuilt.
  public static func discard(_ files: any CorpusFiles) throws(CorpusRefusal) {
    for name in try files.names() where isOurs(name) { try files.remove(name) }
    try files.syncFolder()
  }
}

// MARK: - The new state

extension CorpusIndex {
  /// Writes what is gone, then the manifest; only then is the new state shown, and only then are old files removed.
  private func commit(
    _ segments: [LiveSegment], next: Int, position: Int64, mark: String, over manifest: inout Manifest
  ) throws -> CorpusSnapshot {
    var next = next
    var kept: [LiveSegment] = []
    for live in segments where live.count > 0 {
      if live.goneFile != nil || live.goneCount == 0 {
        kept.append(live)
        continue
      }
      let name = CorpusBatch.name(next, "del")
      next += 1
      try GoneFile.write(live.gone, to: name, files)
      kept.append(
        LiveSegment(
          segment: live.segment, gone: live.gone, goneCount: live.goneCount, goneFile: name, position: live.position))
    }
    var new = Manifest()
    new.next = next
    new.position = position
    new.mark = mark
    new.entries = kept.map {
      Manifest.Entry(segment: $0.segment.name, goneFile: $0.goneFile, position: $0.position)
    }
    let file = try files.create(Manifest.newName)
    defer { file.close() }
    try Array(new.text.utf8).withUnsafeBytes { try file.write($0) }
    try file.sync()
    // Names of segments must be durable before the manifest that needs them.
    try files.syncFolder()
    try files.rename(Manifest.newName, to: Manifest.name)
    try files.syncFolder()
    let old = manifest
    manifest = new
    let snapshot = CorpusSnapshot(kept, position: position, mark: mark, scheme: scheme)
    current.withLock { $0 = snapshot }
    let names = Set(new.entries.flatMap { [$0.segment, $0.goneFile ?? ""] })
    for entry in old.entries {
      for name in [entry.segment, entry.goneFile ?? ""] where !name.isEmpty && !names.contains(name) {
        try? files.remove(name)  // The state is safe without it; the next opening tries again.
      }
    }
    return snapshot
  }

  private static func open(_ entry: Manifest.Entry, _ files: any CorpusFiles) throws(CorpusRefusal) -> LiveSegment {
    let segment = try Segment(name: entry.segment, file: files.map(entry.segment))
    guard let name = entry.goneFile else {
      return LiveSegment(segment: segment, gone: [], goneCount: 0, goneFile: nil, position: entry.position)
    }
    let gone = try GoneFile.read(name, count: segment.count, files)
    let number = gone.reduce(0) { $0 + $1.nonzeroBitCount }
    return LiveSegment(segment: segment, gone: gone, goneCount: number, goneFile: name, position: entry.position)
  }

  private static func without(_ ids: Set<Int64>, in segments: [LiveSegment]) -> [LiveSegment] {
    guard !ids.isEmpty else { return segments }
    return segments.map { live in
      var gone = live.gone
      var number = live.goneCount
      for id in ids {
        guard let document = live.segment.document(of: id), !live.isGone(document) else { continue }
        if gone.isEmpty { gone = Array(repeating: 0, count: (live.segment.count + 63) / 64) }
        gone[Int(document >> 6)] |= 1 << UInt64(document & 63)
        number += 1
      }
      guard number > live.goneCount else { return live }
      return LiveSegment(
        segment: live.segment, gone: gone, goneCount: number, goneFile: nil, position: live.position)
    }
  }

  private static func isOurs(_ name: String) -> Bool {
    name.hasSuffix(".seg") || name.hasSuffix(".del") || name == Manifest.name || name == Manifest.newName
  }
}

/// How the index is written.
public struct CorpusLimits: Sendable {
  /// Symbols and words after which a segment is closed; about nine bytes of memory each while it is built.
  public var places = 24_000_000
  /// So many segments of about one size are merged into one.
  public var fan = 8

  public init() {}
}

/// The documents of a segment that are gone, in a file of their own beside it.
enum GoneFile {
  static func write(_ gone: [UInt64], to name: String, _ files: any CorpusFiles) throws {
    let file = try files.create(name)
    defer { file.close() }
    var sink = ByteSink()
    sink.append(all: gone)
    let sum = Checksum.of(sink.buffer)
    sink.append(sum)
    try file.write(sink.buffer)
    try file.sync()
  }

  static func read(_ name: String, count: Int, _ files: any CorpusFiles) throws(CorpusRefusal) -> [UInt64] {
    let file = try files.map(name)
    let words = (count + 63) / 64
    let gone: [UInt64]? = withExtendedLifetime(file) {
      guard file.bytes.count == words * 8 + 8,
        Checksum.of(UnsafeRawBufferPointer(rebasing: file.bytes[..<(words * 8)]))
          == file.bytes.loadUnaligned(fromByteOffset: words * 8, as: UInt64.self)
      else { return nil }
      return (0..<words).map { file.bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
    }
    guard let gone else { throw .damaged(file: name, part: "deletions") }
    return gone
  }
}
