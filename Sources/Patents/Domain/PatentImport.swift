public import Foundation
public import Kernel

/// A file that patents came from, known by its content.
public struct PatentFile: Equatable, Sendable {
  public let id: ID<PatentFile>
  /// Hexadecimal SHA-256 of the bytes.
  public let hash: String
  public let name: String
  public let size: Int64
  /// The code of the format that recognised it.
  public let format: String

  public init(id: ID<PatentFile>, hash: String, name: String, size: Int64, format: String) {
    self.id = id
    self.hash = hash
    self.name = name
    self.size = size
    self.format = format
  }
}

/// One run of a file through the importer.
public struct PatentImport: Equatable, Sendable {
  public let id: ID<PatentImport>
  public let file: ID<PatentFile>
  public let startedAt: Date
  public let startedBy: Int64
  public var stage: ImportStage
  public var counts: ImportCounts
  public let revision: Int64

  public init(
    id: ID<PatentImport>, file: ID<PatentFile>, startedAt: Date, startedBy: Int64, stage: ImportStage,
    counts: ImportCounts, revision: Int64
  ) {
    self.id = id
    self.file = file
    self.startedAt = startedAt
    self.startedBy = startedBy
    self.stage = stage
    self.counts = counts
    self.revision = revision
  }
}

/// Where an import stands.
public enum ImportStage: String, CaseIterable, Sendable {
  case running, done, stopped, withdrawn

  public var phrase: Phrase {
    switch self {
    case .running: Phrase(zh: "导入中", en: "Running")
    case .done: Phrase(zh: "已完成", en: "Done")
    case .stopped: Phrase(zh: "已中止，可继续", en: "Stopped, can go on")
    case .withdrawn: Phrase(zh: "已撤回", en: "Withdrawn")
    }
  }
}

/// What became of the rows of a file; new, updated, unchanged and rejected add up to the rows.
public struct ImportCounts: Equatable, Sendable {
  public var rows = 0
  public var new = 0
  public var updated = 0
  public var unchanged = 0
  /// Rows with a mended value; each also counts as new, updated or unchanged.
  public var repaired = 0
  public var rejected = 0

  public init() {}

  public var addsUp: Bool { new + updated + unchanged + rejected == rows }
}

/// What one row did to the register.
public enum RowEffect: String, CaseIterable, Sendable {
  case new, updated, unchanged

  public var phrase: Phrase {
    switch self {
    case .new: Phrase(zh: "新增", en: "New")
    case .updated: Phrase(zh: "更新", en: "Updated")
    case .unchanged: Phrase(zh: "无变化", en: "Unchanged")
    }
  }
}

/// Where a patent's values came from: a row of a file.
public struct PatentSource: Equatable, Sendable {
  public let file: ID<PatentFile>
  public let line: Int
  public let patent: ID<Patent>
  public let run: ID<PatentImport>
  public let effect: RowEffect
  /// A hash of the row's facts: the same row in another file is known again by it.
  public let rowHash: Int64
  /// For an update: each changed field with what stood there before.
  public let before: [PatentField: String?]
  /// For an update: the precedence of the patent before.
  public let precedenceBefore: Int?
  /// The fields that the row spoke of and the register took.
  public let fields: [PatentField]

  public init(
    file: ID<PatentFile>, line: Int, patent: ID<Patent>, run: ID<PatentImport>, effect: RowEffect, rowHash: Int64,
    before: [PatentField: String?] = [:], precedenceBefore: Int? = nil, fields: [PatentField] = []
  ) {
    self.file = file
    self.line = line
    self.patent = patent
    self.run = run
    self.effect = effect
    self.rowHash = rowHash
    self.before = before
    self.precedenceBefore = precedenceBefore
    self.fields = fields
  }
}

/// A rejected row, or a repair made to a row.
public struct ImportNote: Equatable, Sendable {
  public let file: ID<PatentFile>
  public let line: Int
  public let place: Int
  public let run: ID<PatentImport>
  public let sort: Sort
  public let code: String
  public let phrase: Phrase
  public let field: String?
  public let original: String

  public enum Sort: String, CaseIterable, Sendable { case rejected, repaired }

  public init(
    file: ID<PatentFile>, line: Int, place: Int, run: ID<PatentImport>, sort: Sort, code: String, phrase: Phrase,
    field: String?, original: String
  ) {
    self.file = file
    self.line = line
    self.place = place
    self.run = run
    self.sort = sort
    self.code = code
    self.phrase = phrase
    self.field = field
    self.original = original
  }
}
