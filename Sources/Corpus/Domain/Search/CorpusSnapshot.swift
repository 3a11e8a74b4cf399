import Synchronization

/// The corpus as it was at one moment: what a reader searches, undisturbed by what is written meanwhile.
public final class CorpusSnapshot: Sendable {
  /// The journal entry up to which the register is in the index.
  public let position: Int64
  /// What its owner wrote down beside the position.
  public let mark: String
  let segments: [LiveSegment]
  let scheme: IPCScheme?
  /// BM25's saturation for weights below 64 and every length.
  let saturations: [Float]
  private let unions = Mutex<[CorpusColumn: ColumnUnion]>([:])
  private let everything = Mutex<[CorpusSelection.Part]?>(nil)

  init(_ segments: [LiveSegment], position: Int64, mark: String = "", scheme: IPCScheme?) {
    self.segments = segments
    self.position = position
    self.mark = mark
    self.scheme = scheme
    let places = segments.reduce(0) { $0 + $1.segment.placeCount }
    let documents = segments.reduce(0) { $0 + $1.segment.count }
    let mean = Float(places) / Float(max(documents, 1))
    saturations = (0..<64 * 256).map { index in
      let length = Ranking.length(of: UInt8(index & 255))
      return Ranking.saturation(Float(index >> 8), length: length, mean: mean)
    }
  }

  public var documentCount: Int { segments.reduce(0) { $0 + $1.count } }
  public var segmentCount: Int { segments.count }
  /// The size of the segments on disk.
  public var bytes: Int { segments.reduce(0) { $0 + $1.segment.bytes } }

  /// Whether a document of the register's id is in the index.
  public func contains(_ id: Int64) -> Bool {
    segments.contains { live in live.segment.document(of: id).map { !live.isGone($0) } ?? false }
  }

  /// The documents that a query finds.
  public func select(_ query: CorpusQuery) -> CorpusSelection {
    if query == .everything { return CorpusSelection(self, wholeParts, ranking: []) }
    let ranking = query.ranking
    var parts: [CorpusSelection.Part] = []
    for live in segments {
      var evaluation = Evaluation(live, scheme: scheme)
      let documents = evaluation.documents(of: query, ranks: true)
      parts.append(CorpusSelection.Part(documents: documents, leaves: evaluation.leaves))
    }
    return CorpusSelection(self, parts, ranking: ranking)
  }

  /// Every document, listed once for all who ask.
  private var wholeParts: [CorpusSelection.Part] {
    everything.withLock { kept in
      if let kept { return kept }
      let parts = segments.map { CorpusSelection.Part(documents: $0.all, leaves: []) }
      kept = parts
      return parts
    }
  }

  /// Works out beforehand what the first search would otherwise wait for: the common values of what is counted by.
  public func prepare() {
    for column in CorpusColumn.allCases {
      switch column {
      case .applicationNumber, .publicationNumber, .inventor, .cited: continue
      case .filingYear, .publicationYear, .kind, .status, .source, .ipcSection, .ipcClass, .ipcSubclass, .ipcGroup,
        .ipcSubgroup, .applicant, .agency, .province, .city, .district:
        _ = union(of: column)
      }
    }
  }

  func union(of column: CorpusColumn) -> ColumnUnion {
    unions.withLock { unions in
      if let known = unions[column] { return known }
      let union = ColumnUnion(segments.map { $0.segment.column(column) })
      unions[column] = union
      return union
    }
  }
}

/// The values of a column over all segments, and what each segment's codes mean there.
struct ColumnUnion: Sendable {
  /// The values in the order of their bytes; a code is the place and one more.
  let values: [String]
  /// For each segment the common code of each of its own; nil where they are the same.
  let codes: [[UInt32]?]

  init(_ columns: [SegmentColumn]) {
    if columns.count == 1 {
      values = (0..<columns[0].valueCount).map { columns[0].value($0 + 1) }
      codes = [nil]
      return
    }
    var values: [String] = []
    var codes = columns.map { Array(repeating: UInt32(0), count: $0.valueCount + 1) }
    var next = columns.map { _ in 1 }
    while true {
      var least: UnsafeBufferPointer<UInt8>?
      for (index, column) in columns.enumerated() where next[index] <= column.valueCount {
        let bytes = column.bytes(next[index])
        if least.map({ bytes.lexicographicallyPrecedes($0) }) ?? true { least = bytes }
      }
      guard let least else { break }
      values.append(String(decoding: least, as: UTF8.self))
      for (index, column) in columns.enumerated()
      where next[index] <= column.valueCount && column.bytes(next[index]).elementsEqual(least) {
        codes[index][next[index]] = UInt32(values.count)
        next[index] += 1
      }
    }
    self.values = values
    self.codes = codes
  }
}
