public import Access
import Institutions
public import InstitutionsStore
public import Kernel
public import Markup
import Web

/// What an institution was given, added up by funds, space and training, for its page.
///
/// - Parameter name: of the institution; the list of support finds it by that.
public func supportSection(
  of code: SocialCreditCode, called name: String, desk: InstitutionDesk, by account: Account
) async throws -> HTML {
  guard account.may(.readInstitutionFiles) else { return "" }
  let totals = try await desk.support(of: code, by: account)
  guard !totals.isEmpty else { return "" }
  let title = Phrase(zh: "扶持合计", en: "Support in all")
  let rows = totals.map { total -> [HTML] in
    let list = Link("/institutions/support", query: [("q", name), ("kind", total.kind)])
    return [
      "\(total.words)", "<a href=\"\(list)\">\(Count(total.records))</a>", "\(total.worth.yuan)",
    ]
  }
  return """
    <section><h2>\(title)</h2>
    \(table(
      title,
      columns: [
        Column(Phrase(zh: "方式", en: "Kind"), .name), Column(Phrase(zh: "条数", en: "Records"), .number),
        Column(Phrase(zh: "折合金额（元）", en: "Worth (yuan)"), .number),
      ], rows: rows))</section>

    """
}
