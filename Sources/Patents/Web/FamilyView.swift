import Corpus
import Kernel
import Markup
import Patents
import PatentsStore
import Web

/// All claims, each on a line of its own, with the words of a query marked; the first where no source has more.
func claimsSection(_ dossier: PatentDossier, _ marking: PatentMarking) -> HTML {
  let first = dossier.patent.facts[.firstClaim]
  guard let text = dossier.claims?.text ?? first else { return "" }
  let lines = text.split(whereSeparator: \.isNewline).map { line -> HTML in
    "<p>\(marking.marks(String(line), as: .claims))</p>\n"
  }
  let source = dossier.claims?.source ?? dossier.origin(of: .firstClaim)
  let note: HTML =
    dossier.claims == nil
    ? "<p class=\"help\">\(Phrase(zh: "来源只给出主权项或仅有一项权利要求。", en: "The sources give one claim only."))</p>" : ""
  return """
    <h2 id="claims">\(Phrase(zh: "权利要求", en: "Claims"))\(source.map { reference(to: $0, dossier) })</h2>
    <div class="prose claims">\(lines)</div>\(note)
    """
}

/// Whether the register's first claim stands among the claims that the page shows in a section of their own.
func showsFirstClaim(_ dossier: PatentDossier) -> Bool {
  guard let first = dossier.patent.facts[.firstClaim], let claims = dossier.claims else { return true }
  return claims.text.contains(first)
}

/// The other documents of the invention, as far as the register or a source knows them.
func familySection(_ dossier: PatentDossier) -> HTML {
  let family = dossier.family
  let title: HTML = "<h2 id=\"family\">\(Phrase(zh: "同族与优先权", en: "Family and priority"))</h2>"
  guard !family.isEmpty else {
    return """
      \(title)<p class="not-known">\(Phrase(
        zh: "无数据：各来源均未给出同族或优先权，登记库中也没有同一申请的其他公开文本。",
        en: "No data: no source names a family or a priority, and the register has no other publication of this application."))</p>
      """
  }
  let own = family.ofApplication.isEmpty ? [] : [ofApplication(family.ofApplication)]
  let said = family.said.map { saying -> (Phrase, HTML) in
    let members = joined(saying.members.map(member))
    return (PatentExtraName.phrase(of: saying.name), "\(members)\(reference(to: saying.source, dossier))")
  }
  return "\(title)\(definitions(own + said))"
}

private func ofApplication(_ patents: [Patent]) -> (Phrase, HTML) {
  let items = patents.map { patent -> HTML in
    let number = patent.facts[.publicationNumber] ?? patent.facts[.applicationRaw] ?? "—"
    let day = patent.facts[.publicationDay].map { " (\($0))" } ?? ""
    return "<a href=\"\(PatentPath.show(patent.id))\">\(number)</a>\(day)"
  }
  return (Phrase(zh: "同一申请的其他公开文本", en: "Other publications of this application"), joined(items))
}

private func member(_ member: PatentFamily.Member) -> HTML {
  member.patent.map { "<a href=\"\(PatentPath.show($0))\">\(data(member.number))</a>" } ?? data(member.number)
}

/// A small mark that leads to the row that says so.
private func reference(to source: PatentSource, _ dossier: PatentDossier) -> HTML {
  guard let place = dossier.sources.firstIndex(of: source) else { return "" }
  return """
     <a class="origin" href="#source-\(place + 1)" aria-label="\(Phrase(zh: "来源：第\(place + 1)项", en: "Origin: source \(place + 1)"))">[\(place + 1)]</a>
    """
}
