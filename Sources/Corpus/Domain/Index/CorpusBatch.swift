/// Documents on their way into the index: see ``CorpusIndex/write(position:_:)``.
public struct CorpusBatch: ~Copyable {
  private let files: any CorpusFiles
  private let limits: CorpusLimits
  private let position: Int64
  private var builder = SegmentBuilder()
  private(set) var next: Int
  /// The segments written, each with the ids in it, in the order of writing.
  private(set) var written: [(ids: Set<Int64>, segment: LiveSegment)] = []
  private(set) var removed: Set<Int64> = []

  init(files: any CorpusFiles, limits: CorpusLimits, next: Int, position: Int64) {
    self.files = files
    self.limits = limits
    self.next = next
    self.position = position
  }

  /// Adds a document, in place of any with the same id.
  public mutating func add(_ document: CorpusDocument) throws {
    removed.remove(document.id)
    builder.add(document)
    if builder.placeCount >= limits.places { try flush() }
  }

  /// Takes a document out of the index.
  public mutating func remove(_ id: Int64) {
    builder.remove(id)
    removed.insert(id)
  }

  /// Writes what has been gathered as a segment, durable but not yet in force.
  mutating func flush() throws {
    guard !builder.isEmpty else { return }
    let name = Self.name(next, "seg")
    next += 1
    let ids = Set(builder.documentIDs)
    let file = try files.create(name)
    defer { file.close() }
    _ = try builder.write(to: file)
    try file.sync()
    builder.removeAll()
    let segment = try Segment(name: name, file: files.map(name))
    written.append((ids, LiveSegment(segment: segment, gone: [], goneCount: 0, goneFile: nil, position: position)))
  }

  static func name(_ number: Int, _ ending: String) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits + "." + ending
  }
}
