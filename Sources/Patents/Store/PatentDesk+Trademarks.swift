public import Access
public import Foundation
import JournalStore
public import Kernel
public import Patents
import Storage

extension PatentDesk {
  /// Marks that meet a filter, the newest filing first.
  ///
  /// - Parameter identity: only those behind it in the list; see ``Patents/TrademarkRecord/identity``.
  public func trademarks(
    _ filter: TrademarkFilter, after identity: String? = nil, limit: Int = 50, by account: Account
  ) async throws -> TrademarkPage {
    try account.require(.readPatents)
    let list = try await trademarkList()
    let found = list.find(filter)
    let rest = identity.flatMap { last in found.firstIndex { $0.identity == last } }.map { found[($0 + 1)...] }
    let lines = Array((identity == nil ? found[...] : rest ?? []).prefix(limit))
    let isWhole = lines.last == found.last
    return TrademarkPage(
      lines: lines, count: found.count, facets: list.facets(filter), next: isWhole ? nil : lines.last?.identity)
  }

  /// One mark with what each source says of it.
  public func trademark(_ id: ID<TrademarkRecord>, by account: Account) async throws -> TrademarkDossier {
    try account.require(.readPatents)
    let line = try await trademarkList().lines.first { $0.id == id }
    guard let line, let found = try await database.read({ try TrademarkRows.dossiers([line.identity], in: $0) }).first
    else { throw PatentRefusal.unknownTrademark(id) }
    return found
  }

  /// Marks to be taken along, with their sources; noted before the first of them leaves.
  ///
  /// - Returns: the identities in the order of the list, and the sources that may not be given on.
  public func beginTrademarkExport(
    _ filter: TrademarkFilter, by account: Account
  ) async throws -> (identities: [String], reserved: Set<String>) {
    try account.require(.exportPatents)
    let found = try await trademarkList().find(filter).map(\.identity)
    return (found, try await beginExport(of: found.count, as: "trademarks.csv", by: account))
  }

  /// - Parameter identities: at most a thousand; the marks come in their order, without those that are gone.
  public func trademarks(of identities: [String], by account: Account) async throws -> [TrademarkDossier] {
    try account.require(.exportPatents)
    precondition(identities.count <= 1_000, "marks are read a thousand at a time")
    return try await database.read { db in
      let found = Dictionary(
        try TrademarkRows.dossiers(identities, in: db).map { ($0.identity, $0) },
        uniquingKeysWith: { first, _ in first })
      return identities.compactMap { found[$0] }
    }
  }

  private func trademarkList() async throws -> TrademarkList {
    try await database.read { try marks.value(in: $0, compute: TrademarkRows.list) }
  }
}

/// One page of a list of marks.
public struct TrademarkPage: Sendable {
  public let lines: [TrademarkLine]
  public let count: Int
  public let facets: TrademarkFacets
  /// Behind which the next page begins; nil at the end.
  public let next: String?
}

/// A mark with where its values came from.
public struct TrademarkDossier: Sendable {
  public let identity: String
  /// As its best and newest source says it, with what that leaves open from the others.
  public let mark: TrademarkRecord
  /// What each row says, the one that counts first.
  public let sources: [TrademarkSource]

  public var id: ID<TrademarkRecord> { TrademarkRecord.id(of: identity) }

  /// The row that gave a field its value; nil where none speaks of it.
  public func origin(of field: TrademarkField) -> Int? {
    sources.firstIndex { !field.texts(in: $0.mark).isEmpty }
  }

  /// The fields of which rows say different things.
  public var disputed: [TrademarkField] {
    TrademarkField.allCases.filter { field in
      Set(sources.map { field.texts(in: $0.mark) }.filter { !$0.isEmpty }).count > 1
    }
  }
}

/// A row of a file that speaks of a mark.
public struct TrademarkSource: Sendable {
  public let mark: TrademarkRecord
  public let line: Int
  public let run: ID<PatentImport>
  public let rank: Int
  /// The code of the file's format.
  public let format: String
  public let file: String
  public let hash: String
  public let importedAt: Date
}
