public import Access
public import Kernel
import Ledgers
public import Markup
import Programme
public import ProgrammeStore
import Web

/// The three flags of C11 side by side, for the figure's page; empty where there is nothing to flag.
public func transferSection(
  in days: ClosedRange<Day>, desk: ProgrammeDesk, by account: Account
) async throws -> HTML {
  let flags = try await desk.transferFlags(in: days, by: account)
  guard flags.fromZone + flags.toZone + flags.brokered > 0 else { return "" }
  let mayOpen = account.may(Ledger.transfers.readers)
  func tile(_ field: String, _ count: Int) -> Tile? {
    Ledger.transfers.field(field).map {
      Tile(
        $0.words, "\(Count(count))", unit: Phrase(zh: "件", en: "patents"),
        link: mayOpen ? Link(Ledger.transfers.path, query: [("kind", "right"), (field, "yes")]) : nil)
    }
  }
  let shown = [tile("from_zone", flags.fromZone), tile("to_zone", flags.toZone), tile("brokered", flags.brokered)]
  return """
    <section><h2>\(Phrase(zh: "为何计入：三种情形", en: "Why they count: three flags"))</h2>
    \(tiles(shown.compactMap(\.self)))
    <p class="help">\(Phrase(
      zh: "一件转让可同时符合几种情形，指标只计一次；其中 \(flags.several) 件符合两种以上。",
      en: "A transfer may have several flags and counts once; \(flags.several) have more than one."))</p></section>
    """
}
