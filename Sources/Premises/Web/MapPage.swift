import Kernel
import Markup
import Premises
import Web

/// The three sites on one sheet, with how full they are.
func mapPage(_ book: PremisesBook, _ asked: AskedDay, mayManage: Bool) -> Page {
  let title = Phrase(zh: "空间布局：一中心、两基地", en: "Premises: one centre, two bases")
  guard !book.sites.isEmpty else { return Page(title, nothingYet(mayManage: mayManage)) }
  let day = asked.day
  return Page(
    title,
    """
    <p class="lead">\(Phrase(
      zh: "方案第四部分：在未来科技城片区设运营管理中心，在高新园片区和生命科技小镇各设一个基地，分别入驻成熟期、成长期、初创期服务机构。",
      en: "Chapter four of the plan: a centre in Future Sci-tech City and a base each in the Hi-tech Park and in Life Science Town, for mature, growing and starting institutions."))</p>
    \(asked.bar(to: PremisesPath.map(), clear: PremisesPath.map()))
    \(vacancyTiles(book.vacancy(on: day), asked, site: nil))
    \(mapDrawing(book, asked))
    \(siteTable(book, asked))
    <p class="actions">\(linkButton(Phrase(zh: "机构分期", en: "Stages of the tenants"), to: PremisesPath.stages(on: asked.asked)))\
    \(linkButton(Phrase(zh: "产业集群覆盖", en: "Clusters served"), to: PremisesPath.coverage(on: asked.asked)))\
    \(linkButton(Phrase(zh: "空置台账", en: "Vacancy ledger"), to: PremisesPath.vacancy(VacancyFilter(day: asked.asked))))</p>
    """)
}

private func nothingYet(mayManage: Bool) -> HTML {
  emptyState(
    Phrase(zh: "空间布局尚未建立", en: "The premises are not set up yet"),
    mayManage
      ? Phrase(
        zh: "先按方案建立一中心、两基地，再添加楼栋、楼层和房间", en: "Set up the three sites of the plan, then add buildings, floors and rooms")
      : Phrase(zh: "由运营中心建立后在此公布", en: "The operation centre sets them up; they will then be shown here"),
    action: mayManage
      ? postButton(Phrase(zh: "建立一中心、两基地", en: "Set up the three sites"), to: PremisesPath.establish, .main) : "")
}

/// Area, what is taken and what is not; each opens into its rows.
///
/// - Parameter site: nil for all.
func vacancyTiles(_ vacancy: Vacancy, _ asked: AskedDay, site: SiteCode?) -> HTML {
  func rows(_ state: VacancyFilter.State) -> Link {
    PremisesPath.vacancy(VacancyFilter(site: site, state: state, day: asked.asked))
  }
  return tiles([
    Tile(
      Phrase(zh: "可租用面积", en: "Lettable area"), vacancy.area.markup, unit: FloorArea.unit,
      note: Phrase(zh: "\(vacancy.rooms) 间", en: "\(vacancy.rooms) rooms"), link: rows(.all)),
    Tile(
      Phrase(zh: "已用面积", en: "Occupied area"), vacancy.occupiedArea.markup, unit: FloorArea.unit,
      note: Phrase(
        zh: "\(vacancy.occupiedRooms) 间，\(vacancy.tenants.count) 家机构",
        en: "\(vacancy.occupiedRooms) rooms, \(vacancy.tenants.count) tenants"),
      link: rows(.occupied)),
    Tile(
      Phrase(zh: "空置率", en: "Vacancy"), percent(vacancy.vacantShare),
      note: Phrase(
        zh: "空置 \(vacancy.vacantRooms) 间，\(vacancy.vacantArea) 平方米",
        en: "\(vacancy.vacantRooms) rooms vacant, \(vacancy.vacantArea) m²"), link: rows(.vacant)),
  ])
}

private func siteTable(_ book: PremisesBook, _ asked: AskedDay) -> HTML {
  table(
    Phrase(zh: "各片区占用情况", en: "How full each site is"),
    columns: [
      Column(Phrase(zh: "片区", en: "Site"), .name), Column(Phrase(zh: "所在", en: "Where")),
      Column(Phrase(zh: "功能定位", en: "For")), Column(Phrase(zh: "可租用 平方米", en: "Lettable m²"), .number),
      Column(Phrase(zh: "已用 平方米", en: "Occupied m²"), .number), Column(Phrase(zh: "空置率", en: "Vacancy"), .number),
      Column(Phrase(zh: "在驻机构", en: "Tenants"), .number),
    ],
    rows: book.sites.map { site in
      let vacancy = book.vacancy(of: site.id, on: asked.day)
      func opened(_ number: HTML, _ state: VacancyFilter.State) -> HTML {
        let rows = PremisesPath.vacancy(VacancyFilter(site: site.code, state: state, day: asked.asked))
        return "<a href=\"\(rows)\">\(number)</a>"
      }
      return [
        "<a href=\"\(PremisesPath.site(site.id, on: asked.asked))\">\(site.code.name)</a>", "\(site.code.area)",
        "\(site.function)", opened(vacancy.area.markup, .all), opened(vacancy.occupiedArea.markup, .occupied),
        opened(percent(vacancy.vacantShare), .vacant), opened("\(Count(vacancy.tenants.count))", .occupied),
      ]
    })
}

extension PremisesSite {
  /// Such as 成熟期·加速器.
  var function: Phrase {
    Phrase(zh: "\(stage.phrase.zh)·\(stage.function.zh)", en: "\(stage.phrase.en) · \(stage.function.en)")
  }
}
