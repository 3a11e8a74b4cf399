import Corpus
public import Foundation
public import Kernel

/// How a dataset was cleaned (清洗记录): closed by a statement, even where nothing was removed.
public struct CleaningLog: Equatable, Sendable {
  /// How it was de-noised, indexed and merged, in the analyst's words.
  public let statement: String
  public let by: String
  public let at: Date

  public init(_ statement: String, by name: String, at: Date) {
    self.statement = statement
    by = name
    self.at = at
  }
}

/// A document that was taken out of a dataset, and why.
public struct Removal: Equatable, Sendable {
  public let document: Int64
  public let reason: RemovalReason
  /// What it was merged into; nil where it was not merged.
  public let into: Int64?
  public let note: String
  public let by: String
  public let at: Date

  public init(_ document: Int64, _ reason: RemovalReason, into: Int64? = nil, note: String, by name: String, at: Date) {
    self.document = document
    self.reason = reason
    self.into = into
    self.note = note
    by = name
    self.at = at
  }

  /// For the hash of what is reviewed.
  public var line: String { "\(document)\t\(reason.rawValue)\t\(into.map(String.init) ?? "")\t\(note)" }
}

/// Why a document is taken out (去噪、合并的理由).
public enum RemovalReason: String, CaseIterable, Sendable {
  case noise
  case outOfScope = "out-of-scope"
  case faulty
  /// Publication and grant of one application count as one.
  case sameApplication = "same-application"
  case sameFamily = "same-family"
  case duplicate

  public var phrase: Phrase {
    switch self {
    case .noise: Phrase(zh: "噪声（不相关）", en: "Noise: not to the point")
    case .outOfScope: Phrase(zh: "超出范围", en: "Out of scope")
    case .faulty: Phrase(zh: "数据有误", en: "Faulty data")
    case .sameApplication: Phrase(zh: "同一申请合并", en: "Merged: same application")
    case .sameFamily: Phrase(zh: "同族合并", en: "Merged: same family")
    case .duplicate: Phrase(zh: "重复", en: "Merged: duplicate")
    }
  }

  /// Whether the document stands for another that stays.
  public var isMerge: Bool {
    switch self {
    case .noise, .outOfScope, .faulty: false
    case .sameApplication, .sameFamily, .duplicate: true
    }
  }
}

/// How the documents of a dataset add up: what was found, what was removed and why, what is left.
public struct DatasetBalance: Equatable, Sendable {
  public let hits: Int
  public let beyond: Int
  public let count: Int
  public let removed: [(reason: RemovalReason, count: Int)]
  public let remaining: Int

  public init(_ dataset: NavigationDataset, _ removals: [Removal], remaining: Int) {
    hits = dataset.hits
    beyond = dataset.beyond
    count = dataset.count
    removed = RemovalReason.allCases.compactMap { reason in
      let count = removals.count { $0.reason == reason }
      return count > 0 ? (reason, count) : nil
    }
    self.remaining = remaining
  }

  public var removedCount: Int { removed.reduce(0) { $0 + $1.count } }
  /// Whether before is after and what was taken away.
  public var adds: Bool { hits == beyond + count && count == removedCount + remaining }

  public static func == (left: Self, right: Self) -> Bool {
    left.hits == right.hits && left.beyond == right.beyond && left.count == right.count
      && left.remaining == right.remaining && left.removed.elementsEqual(right.removed) { $0 == $1 }
  }
}

/// The publications of one application, of which the latest stays.
public func sameApplications(_ documents: [FrozenDocument]) -> [(removed: Int64, kept: Int64)] {
  var groups: [String: [FrozenDocument]] = [:]
  for document in documents {
    guard let number = document.document.applicationNumbers.first else { continue }
    groups[number, default: []].append(document)
  }
  return groups.keys.sorted().flatMap { number -> [(removed: Int64, kept: Int64)] in
    let all = (groups[number] ?? []).sorted { left, right in
      let (one, other) = (left.document.publicationDay?.number ?? .min, right.document.publicationDay?.number ?? .min)
      return one == other ? left.id > right.id : one > other
    }
    guard let kept = all.first else { return [] }
    return all.dropFirst().map { ($0.id, kept.id) }
  }
}
