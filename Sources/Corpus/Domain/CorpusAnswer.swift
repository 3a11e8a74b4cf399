/// What the corpus answers.
public struct CorpusAnswer: Sendable {
  /// What was looked for, as it was understood.
  public let query: CorpusQuery
  /// How many documents there are, exactly, whatever page is shown.
  public let total: Int
  public let hits: [CorpusFind]
  /// Counts over all hits, in the order of the question.
  public let facets: [CorpusTally]
  /// Where the next page begins; nil on the last one.
  public let next: CorpusCursor?
  /// What finding, ranking and counting took; not the reading of the texts shown.
  public let milliseconds: Double
  public let standing: CorpusStanding

  public init(
    query: CorpusQuery, total: Int, hits: [CorpusFind], facets: [CorpusTally], next: CorpusCursor?,
    milliseconds: Double, standing: CorpusStanding
  ) {
    self.query = query
    self.total = total
    self.hits = hits
    self.facets = facets
    self.next = next
    self.milliseconds = milliseconds
    self.standing = standing
  }
}

/// How far the index has followed the register.
public struct CorpusStanding: Sendable, Equatable {
  /// The journal entry up to which the register is in the index.
  public let position: Int64
  /// The last entry of the journal.
  public let head: Int64
  /// Entries that the index has not seen; 0 where none of them touched the register.
  public var lag: Int64 { head - position }

  public init(position: Int64, head: Int64) {
    self.position = position
    self.head = head
  }
}

/// How the index of this process stands.
public struct CorpusStatus: Sendable, Equatable {
  public enum State: Sendable, Equatable {
    /// Nobody has begun to build it.
    case absent
    case building(done: Int, of: Int)
    case ready
  }

  public let state: State
  /// The folder, by its name within the data directory.
  public let folder: String
  /// In the index, or while it is being built of those that it can serve.
  public let documents: Int
  /// In the register.
  public let registered: Int
  public let segments: Int
  /// On disk.
  public let bytes: Int
  public let standing: CorpusStanding
  /// What was found damaged when it was opened, and rebuilt.
  public let damage: CorpusRefusal?
  /// Whether it was made of another journal, or by a program that made documents in another way: it is built anew when it
  /// is needed next.
  public let isForeign: Bool

  public init(
    state: State, folder: String, documents: Int, registered: Int, segments: Int, bytes: Int, standing: CorpusStanding,
    damage: CorpusRefusal? = nil, isForeign: Bool = false
  ) {
    self.state = state
    self.folder = folder
    self.documents = documents
    self.registered = registered
    self.segments = segments
    self.bytes = bytes
    self.standing = standing
    self.damage = damage
    self.isForeign = isForeign
  }
}
