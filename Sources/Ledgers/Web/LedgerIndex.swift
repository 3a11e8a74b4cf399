public import Access
import Hummingbird
import Kernel
import Ledgers
public import LedgersStore
import Markup
public import Web

/// Adds the page that leads to every ledger: `/ledgers`.
///
/// - Parameter needs: what lets somebody see the page; each ledger on it asks for its own right.
public func addLedgerIndex(to routes: inout Routes, desk: LedgerDesk, needs: Permission) {
  routes.page("/ledgers", needs: needs) { _, context in
    let account = context.account
    var rows: [[HTML]] = []
    for ledger in desk.book.all.map(\.ledger)
    where ledger.isOpen(to: account) {
      let count = try await desk.page(of: ledger, limit: 1, by: account).count
      rows.append([
        "<a href=\"\(Link(ledger.path))\">\(ledger.name)</a>", "\(ledger.purpose)", "\(Count(count))",
      ])
    }
    return Page(
      Phrase(zh: "台账一览", en: "All ledgers"),
      """
      <p class="lead">\(Phrase(
        zh: "试验区的每个指标都由这些台账逐条计算，并可追溯到记录。",
        en: "Every figure of the zone is computed from these records and leads back to them."))</p>
      \(table(
        Phrase(zh: "台账一览", en: "All ledgers"),
        columns: [
          Column(Phrase(zh: "台账", en: "Ledger"), .name), Column(Phrase(zh: "说明", en: "What it holds")),
          Column(Phrase(zh: "条数", en: "Records"), .number),
        ], rows: rows))
      """)
  }
}
