public import Access
public import Kernel
public import Matters
import Storage

extension MatterDesk {
  /// Those of `ids` that `account` may open: what it has no part in stays a number for it.
  ///
  /// - Complexity: three statements for 500 matters.
  public func opened(_ ids: Set<ID<Matter>>, by account: Account) async throws -> Set<ID<Matter>> {
    try account.require(.fileMatters)
    guard !ids.isEmpty else { return [] }
    let desk = self
    return try await database.read { db in
      var open: Set<ID<Matter>> = []
      let all = ids.sorted { $0.number < $1.number }
      for chunk in all.chunks(of: 500) {
        let parties = Dictionary(grouping: try AnswerRows.parties(ofAny: chunk, in: db), by: \.matter)
        let recused = try AnswerRows.recused(account.id, fromAny: chunk, in: db)
        for matter in try MatterRows.all(chunk, in: db) {
          let standing = desk.book.procedure(matter.procedure)?.standing(
            of: account, in: matter, parties: parties[matter.id] ?? [],
            recused: recused.contains(matter.id) ? [account.id] : [])
          if standing?.isNone == false { open.insert(matter.id) }
        }
      }
      return open
    }
  }
}
