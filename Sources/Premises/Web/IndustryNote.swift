public import Access
public import Kernel
public import Markup
import Premises
public import PremisesStore

/// Which dated lists the industries of an enterprise follow, for its page.
public func industryNote(on day: Day, desk: PremisesDesk, by account: Account) async throws -> HTML {
  guard account.may(.readPremises) else { return "" }
  let lists = try await desk.lists(on: day, by: account)
  guard !lists.isEmpty else { return "" }
  let items = lists.map { list -> HTML in
    """
    <li>\(list.scheme.phrase)\(Phrase(zh: "：", en: ": "))\(Phrase(zh: "自 \(list.from) 起的名单", en: "the list from \(list.from)"))\
    \(Phrase(zh: "，", en: ", "))\(list.standing.phrase)</li>
    """
  }
  return """
    <section><h2>\(Phrase(zh: "产业标注所据名单", en: "Lists that the industries follow"))</h2><ul>\(items)</ul>
    <p><a href="\(Link("/premises/coverage"))">\(Phrase(zh: "查看名单与覆盖情况", en: "The lists, and who serves them"))</a></p></section>

    """
}
