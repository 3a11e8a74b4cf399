import Access
import Kernel
import Markup
import Portfolios
import PortfoliosStore
import Web

/// The portfolios that somebody keeps.
func portfolioIndexPage(_ index: PortfolioIndex, _ links: PortfolioLinks, today: Day) -> Page {
  Page(
    Phrase(zh: "专利组合", en: "Patent portfolios"),
    """
    <p class="lead">\(Phrase(
      zh: "高校、院所和企业在这里管理自己的专利：年费、许可与质押、每年一次的存量盘点。只有持有本单位授权的人能看到。",
      en: "Universities, institutes and firms keep their own patents here: annuities, licences and pledges, and the yearly review. Only those with a mandate of the owner see them."))</p>
    \(index.kept.map { card($0, today: today) })
    \(index.openable.map { mandate in
      """
      <p class="actions">\(linkButton(Phrase(zh: "建立专利组合", en: "Open a portfolio"), to: PortfolioPath.new(for: mandate.organisation), .main)) \
      <span>\(marked(mandate.organisationName))</span></p>
      """ as HTML
    })
    \(if: index.kept.isEmpty && index.openable.isEmpty, nobody(links))
    \(if: !index.kept.isEmpty && index.openable.isEmpty, another)
    """)
}

private let another: HTML = """
  <p class="actions">\(linkButton(Phrase(zh: "为另一单位建立", en: "Open one for another organisation"), to: PortfolioPath.new()))</p>
  """

private func nobody(_ links: PortfolioLinks) -> HTML {
  emptyState(
    Phrase(zh: "您还没有任何单位的授权", en: "You hold no organisation’s mandate yet"),
    Phrase(
      zh: "专利组合属于单位。请先提交单位授权，经运营中心审核后即可建立。",
      en:
        "A portfolio belongs to an organisation. File its mandate first; once the centre has approved it you can open one."
    ),
    action: linkButton(Phrase(zh: "提交单位授权", en: "File a mandate"), to: links.mandates, .main))
}

private func card(_ line: PortfolioLine, today: Day) -> HTML {
  let portfolio = line.portfolio
  return """
    <section><h2><a href="\(PortfolioPath.show(portfolio.id))">\(marked(portfolio.ownerName))</a></h2>
    \(portfolioTiles(line, today: today))</section>
    """
}

/// The numbers of a portfolio, each leading to its patents.
func portfolioTiles(_ line: PortfolioLine, today: Day) -> HTML {
  let (id, unit) = (line.portfolio.id, Phrase(zh: "件", en: ""))
  func tile(_ words: Phrase, _ count: Int, _ state: HoldingQuestion.State?, note: Phrase? = nil) -> Tile {
    var question = HoldingQuestion()
    question.state = state
    return Tile(words, "\(Count(count))", unit: unit, note: note, link: PortfolioPath.list(id, question))
  }
  let lead = line.portfolio.leadDays
  return tiles([
    tile(Phrase(zh: "现有专利与申请", en: "Patents and applications"), line.held.count, nil),
    tile(
      Phrase(zh: "\(lead) 天内缴年费", en: "Annuities within \(lead) days"),
      line.lines.count { $0.isDueSoon(in: line.portfolio, on: today) }, .soon),
    tile(Phrase(zh: "滞纳期内", en: "Late"), line.count(.late), .mark(.late)),
    tile(Phrase(zh: "逾期未缴", en: "Time to pay ended"), line.count(.overdue), .mark(.overdue)),
    tile(Phrase(zh: "缴费情况未登记", en: "Payments not on record"), line.count(.unstated), .mark(.unstated)),
    tile(Phrase(zh: "有许可或质押", en: "Licensed or pledged"), line.lines.count { !$0.contracts.isEmpty }, .bound),
  ])
}

func newPortfolioPage(_ index: PortfolioIndex, _ asked: String?, _ links: PortfolioLinks, _ state: FormState) -> Page {
  let title = Phrase(zh: "建立专利组合", en: "Open a portfolio")
  guard !index.openable.isEmpty else {
    let advice =
      index.kept.isEmpty
      ? nobody(links)
      : emptyState(
        Phrase(zh: "您所代表的单位都已建立专利组合", en: "Every organisation that you act for has its portfolio"),
        Phrase(zh: "请从列表中打开。", en: "Please open it from the list."),
        action: linkButton(Phrase(zh: "专利组合", en: "Patent portfolios"), to: PortfolioPath.index, .main))
    return Page(title, trail: [portfoliosCrumb], "\(state.summary)\(advice)")
  }
  let choices = index.openable.map { Choice("\($0.organisation)", text: $0.organisationName) }
  return Page(
    title, trail: [portfoliosCrumb],
    state.form(
      to: PortfolioPath.new(), submit: Phrase(zh: "建立", en: "Open"),
      """
      \(state.field("owner", Phrase(zh: "单位", en: "Organisation"), .radio(choices), else: asked ?? (choices.count == 1 ? "\(index.openable[0].organisation)" : ""), need: .required))\
      \(settingFields(nil, state))
      """))
}

func settingsPage(_ portfolio: Portfolio, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "组合设置", en: "Settings"), trail: [portfoliosCrumb, crumb(portfolio)],
    state.form(
      to: PortfolioPath.settings(portfolio.id), revision: portfolio.revision, submit: Phrase(zh: "保存", en: "Save"),
      settingFields(portfolio, state)))
}

private func settingFields(_ portfolio: Portfolio?, _ state: FormState) -> HTML {
  let choices = FeeReduction.allCases.map { Choice($0.rawValue, $0.phrase) }
  return """
    \(state.field(
      "reduction", Phrase(zh: "年费减缴备案（新接收的专利按此登记）", en: "Reduction of annuities, for patents taken over from now on"), .radio(choices),
      else: portfolio?.reduction.rawValue ?? FeeReduction.none.rawValue, need: .required,
      help: Phrase(
        zh: "以国家知识产权局的减缴备案为准；每件专利可单独更正", en: "As CNIPA has approved it; each patent can be corrected by itself")))\
    \(state.field(
      "lead", Phrase(zh: "年费到期前几天提醒", en: "Days of notice before an annuity"), .number(Portfolio.leads),
      else: "\(portfolio?.leadDays ?? Portfolio.usualLead)", need: .required))
    """
}

/// All portfolios in numbers: nobody's patents.
func surveyPage(_ survey: PortfolioSurvey) -> Page {
  Page(
    Phrase(zh: "专利组合汇总", en: "All portfolios in numbers"),
    """
    <p class="lead">\(Phrase(
      zh: "各单位的专利清单、年费和盘点决定只由本单位查看；这里只有合计数。",
      en: "Lists, annuities and decisions are seen by their owners alone; here are the sums."))</p>
    \(tiles([
      Tile(Phrase(zh: "专利组合", en: "Portfolios"), "\(Count(survey.portfolios))", unit: Phrase(zh: "个", en: "")),
      Tile(Phrase(zh: "现有专利与申请", en: "Patents and applications"), "\(Count(survey.held))", unit: Phrase(zh: "件", en: "")),
      Tile(Phrase(zh: "已移出", en: "Left"), "\(Count(survey.left))", unit: Phrase(zh: "件", en: "")),
    ]))
    \(barChart(
      Phrase(zh: "年费情况", en: "How annuities stand"), unit: Phrase(zh: "件", en: "patents"),
      bars: AnnuityMark.allCases.map { Bar("\($0.phrase)", survey.marks[$0] ?? 0) }))
    \(barChart(
      Phrase(zh: "有效的许可与质押", en: "Licences and pledges in force"), unit: Phrase(zh: "件", en: "patents"),
      bars: ContractKind.allCases.map { Bar("\($0.phrase)", survey.contracts[$0] ?? 0) }))
    <h2>\(Phrase(zh: "年度盘点", en: "Yearly reviews"))</h2>
    \(survey.reviews.isEmpty ? noReviews : reviewTable(survey))
    """)
}

private let noReviews = emptyState(
  Phrase(zh: "还没有单位开始盘点", en: "Nobody has begun a review yet"),
  Phrase(zh: "单位开始年度盘点后，这里列出合计。", en: "Once a review is opened, its sums are listed here."))

private func reviewTable(_ survey: PortfolioSurvey) -> HTML {
  table(
    Phrase(zh: "各年度盘点", en: "Reviews by year"),
    columns: [
      Column(Phrase(zh: "年度", en: "Year"), .name), Column(Phrase(zh: "盘点", en: "Reviews"), .number),
      Column(Phrase(zh: "其中已结束", en: "Closed"), .number), Column(Phrase(zh: "专利", en: "Patents"), .number),
      Column(Phrase(zh: "已决定", en: "Decided"), .number),
    ] + ReviewDecision.allCases.map { Column($0.phrase, .number) },
    rows: survey.reviews.map { year in
      [
        "\(year.year)", "\(Count(year.reviews))", "\(Count(year.closed))", "\(Count(year.total))",
        "\(Count(year.settled))",
      ]
        + ReviewDecision.allCases.map { "\(Count(year.counts[$0] ?? 0))" as HTML }
    })
}
