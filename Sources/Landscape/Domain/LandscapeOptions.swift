public import Corpus
public import Kernel

/// How a landscape is drawn.
public struct LandscapeOptions: Sendable, Hashable {
  /// The level of the IPC that classes are counted at.
  public var level: IPCLevel
  /// How many rows a ranking has.
  public var rows: Int
  /// Whether spellings of one name count as one.
  public var mergesNames: Bool

  public init(level: IPCLevel = .subclass, rows: Int = 10, mergesNames: Bool = true) {
    self.level = level
    self.rows = rows
    self.mergesNames = mergesNames
  }

  /// The lengths that rankings may have.
  public static let lengths = [10, 20, 50]
}

public enum IPCLevel: String, CaseIterable, Sendable {
  case section, `class`, subclass, group, subgroup

  public var column: CorpusColumn {
    switch self {
    case .section: .ipcSection
    case .class: .ipcClass
    case .subclass: .ipcSubclass
    case .group: .ipcGroup
    case .subgroup: .ipcSubgroup
    }
  }

  public var phrase: Phrase { column.phrase }
}
