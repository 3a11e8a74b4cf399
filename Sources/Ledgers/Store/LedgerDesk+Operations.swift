public import Access
import Kernel
import Ledgers

extension LedgerDesk {
  /// Every operation that is handed an account, of every ledger, with arguments that change nothing.
  public var operations: [DeskOperation] { book.all.flatMap { operations(of: $0.ledger) } }

  private func operations(of ledger: Ledger) -> [DeskOperation] {
    let desk = self
    let none: ID<LedgerRecord> = ID(-1)
    let nothing = LedgerDraft(texts: [:])
    func keeping(_ name: String, _ work: @escaping @Sendable (Account) async throws -> Void) -> DeskOperation {
      DeskOperation("\(ledger.code).\(name)", needs: ledger.keepers, run: work)
    }
    func reading(_ name: String, _ work: @escaping @Sendable (Account) async throws -> Void) -> DeskOperation {
      DeskOperation("\(ledger.code).\(name)", needs: ledger.readers, run: work)
    }
    return [
      reading("page") { _ = try await desk.page(of: ledger, limit: 1, by: $0) },
      reading("find") { _ = try await desk.find(none, in: ledger, by: $0) },
      reading("export") { try await desk.export(ledger, LedgerFilter(), by: $0) { _ in throw LedgerRefusal.unknown } },
      reading("counts") { _ = try await desk.counts(of: ledger.title, in: ledger, by: $0) },
      DeskOperation("\(ledger.code).add", needs: ledger.filers ?? ledger.keepers) {
        _ = try await desk.add(nothing, to: ledger, by: $0)
      },
      DeskOperation("\(ledger.code).find-to-change", needs: ledger.filers ?? ledger.keepers) {
        _ = try await desk.findToChange(none, in: ledger, by: $0)
      },
      DeskOperation("\(ledger.code).correct", needs: ledger.filers ?? ledger.keepers) {
        try await desk.correct(none, in: ledger, to: nothing, because: "", seen: -1, by: $0)
      },
      DeskOperation("\(ledger.code).check", needs: ledger.filers ?? ledger.keepers) {
        try await desk.check(nothing, over: nil, in: ledger, by: $0)
      },
      DeskOperation("\(ledger.code).offers", needs: ledger.filers ?? ledger.keepers) {
        _ = try await desk.offers(in: ledger, by: $0)
      },
      keeping("withdraw") { try await desk.withdraw(none, in: ledger, because: "", seen: -1, by: $0) },
      keeping("approve") { try await desk.approve(none, in: ledger, seen: -1, by: $0) },
      keeping("approve-all") { _ = try await desk.approveAll(in: ledger, by: $0) },
      keeping("return") { try await desk.sendBack(none, in: ledger, because: "", seen: -1, by: $0) },
      keeping("reopen") { try await desk.reopen(none, in: ledger, because: "", seen: -1, by: $0) },
      keeping("look") { _ = try await desk.look(at: none, in: ledger, because: "", by: $0) },
      DeskOperation("\(ledger.code).import", needs: ledger.filers ?? ledger.keepers) {
        _ = try await desk.take([], named: "", into: ledger, asTrial: true, by: $0)
      },
    ]
  }
}
