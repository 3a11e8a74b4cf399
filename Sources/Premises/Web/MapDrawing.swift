import Kernel
import Markup
import Premises

/// The schematic of the sites, drawn from their stored outlines: each a link, with a bar of what is taken.
func mapDrawing(_ book: PremisesBook, _ asked: AskedDay) -> HTML {
  let label = Phrase(zh: "一中心、两基地示意图", en: "Schematic of the centre and its two bases")
  let sites = book.sites.map { drawing(of: $0, book.vacancy(of: $0.id, on: asked.day), asked) }
  return """
    <figure class="chart map"><figcaption>\(label)<span class="unit">\(Phrase(
      zh: "示意图，不按比例，不表示方位", en: "Schematic, not to scale, not to the compass"))</span></figcaption>
    <div class="plan-region"><svg class="plan" viewBox="0 0 1000 600" role="group" aria-label="\(label)">
    \(ways(book.sites))\(sites)</svg></div></figure>
    """
}

/// From the centre to each base.
private func ways(_ sites: [PremisesSite]) -> HTML {
  guard let centre = sites.first(where: { $0.code == .centre })?.outline.middle else { return "" }
  return sites.filter { $0.code != .centre }.reduce(into: "" as HTML) { ways, site in
    let base = site.outline.middle
    ways += """
      <path class="plan-way" d="M\(centre.x) \(centre.y)L\(base.x) \(base.y)" aria-hidden="true"/>

      """
  }
}

private func drawing(of site: PremisesSite, _ vacancy: Vacancy, _ asked: AskedDay) -> HTML {
  let (box, x) = (site.outline, site.outline.middle.x)
  let width = box.right - box.left - 60
  let taken = vacancy.area.hundredths > 0 ? width * vacancy.occupiedArea.hundredths / vacancy.area.hundredths : 0
  return """
    <a href="\(PremisesPath.site(site.id, on: asked.asked))" class="plan-site"><polygon points="\(box)"/>
    <text class="plan-title" x="\(x)" y="\(box.top + 58)">\(site.code.shortName)</text>
    <text x="\(x)" y="\(box.top + 94)">\(site.function)</text>
    <text x="\(x)" y="\(box.top + 134)">\(Phrase(
      zh: "在驻 \(vacancy.tenants.count) 家", en: "\(vacancy.tenants.count) tenants"))</text>
    <rect class="bar-ground" x="\(box.left + 30)" y="\(box.top + 154)" width="\(width)" height="18"/>\
    <rect class="bar-fill" x="\(box.left + 30)" y="\(box.top + 154)" width="\(taken)" height="18"/>
    <text x="\(x)" y="\(box.top + 206)">\(Phrase(zh: "空置率 ", en: "Vacancy "))\(percentText(vacancy.vacantShare))</text></a>

    """
}

/// Inside a drawing, where no other markup may stand.
private func percentText(_ share: Int?) -> HTML { share == nil ? "—" : percent(share) }
