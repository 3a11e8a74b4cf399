public import Access
import Crypto
import Foundation
public import HighValue
import Journal
import JournalStore
public import Kernel
import Storage

extension HighValueDesk {
  /// The lists that were made, the latest day first.
  public func lists(limit: Int = 50, by account: Account) async throws -> [HighValueList] {
    try account.require(.readHighValue)
    return try await database.read { try HighValueListRows.all(limit: limit, in: $0) }
  }

  /// A list with some of its entries, in the order of the numbers.
  ///
  /// - Parameter number: only entries behind it.
  public func list(
    _ id: ID<HighValueList>, _ certainty: Certainty? = nil, after number: String = "", limit: Int = 100,
    by account: Account
  ) async throws -> HighValueListPage {
    try account.require(.readHighValue)
    return try await database.read { db in
      guard let list = try HighValueListRows.find(id, in: db) else { throw HighValueRefusal.unknown(.list) }
      return HighValueListPage(
        list: list, table: try list.table.flatMap { try SEITableRows.find($0, in: db) },
        entries: try HighValueListRows.entries(of: id, certainty, after: number, limit: limit, in: db))
    }
  }

  public func entry(_ id: ID<HighValueEntry>, by account: Account) async throws -> HighValueEntryFile {
    try account.require(.readHighValue)
    return try await database.read { db in
      guard let entry = try HighValueListRows.find(id, in: db),
        let list = try HighValueListRows.find(entry.list, in: db)
      else { throw HighValueRefusal.unknown(.entry) }
      return HighValueEntryFile(list: list, entry: entry)
    }
  }

  /// Keeps the patents of a day with their classes and evidence, so that figure C08 can count them and anybody can compare.
  ///
  /// - Throws: ``HighValue/HighValueRefusal/nothingFound``, ``HighValue/HighValueRefusal/dayAhead``.
  @discardableResult
  public func makeList(on day: Day, because reason: String, by account: Account) async throws -> HighValueList {
    try account.require(.keepHighValue)
    let reason = try Reason(reason, orElse: HighValueRefusal.missing(.reason))
    let (desk, world, day) = (self, world, try past(day))
    let id: ID<HighValueList> = world.newID()
    return try await database.write { db in
      try db.liftTimeLimit()
      let deed = Deed(.makeList, by: account, on: id.subject, because: reason.text, facts: ["day": "\(day)"])
      return try Recording.writeBatch(deed, world: world, in: db) { recording in
        let survey = try desk.survey(
          of: try HighValueRecords.register(of: desk.place, in: db), try HighValueRecords.proofs(in: db), on: day,
          in: db)
        let entries = survey.assessments.compactMap { HighValueEntry($0, id: world.newID(), of: id) }
        guard !entries.isEmpty else { throw HighValueRefusal.nothingFound }
        let list = HighValueList(
          id: id, day: day, start: survey.basis.start, isStartByRule: survey.basis.isStartByRule,
          leastPledge: survey.basis.leastPledge, table: survey.basis.table?.id, certain: survey.union(.certain),
          probable: survey.union(.probable), hash: Self.hash(of: entries), reason: reason.text, madeAt: world.now(),
          madeBy: account.displayName)
        recording.state(list.hash, as: "hash")
        try recording.insert(HighValueListRows.values(list), into: .highValueLists)
        try recording.insert(entries.map(HighValueListRows.values), into: .highValueEntries)
        return list
      }
    }
  }

  private static func hash(of entries: [HighValueEntry]) -> String {
    SHA256.hash(data: Data(entries.map(\.line).joined().utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }
}

public struct HighValueListPage: Sendable {
  public let list: HighValueList
  /// The table of industries that it rests on.
  public let table: SEITable?
  public let entries: [HighValueEntry]
}

public struct HighValueEntryFile: Sendable {
  public let list: HighValueList
  public let entry: HighValueEntry
}

extension ID<HighValueList> {
  var subject: Subject { Subject(table: "high_value_lists", number: number) }
}

extension Action {
  static let makeList = Action(
    "high-value.make-list", Phrase(zh: "生成高价值发明专利认定清单", en: "Made a list of high-value patents"))
}
