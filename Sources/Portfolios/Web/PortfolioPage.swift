import Kernel
import Markup
import Patents
import Portfolios
import PortfoliosStore
import Web

/// A portfolio: its numbers, its doors and its patents.
func portfolioPage(_ line: PortfolioLine, _ question: HoldingQuestion, today: Day) -> Page {
  let portfolio = line.portfolio
  let selected = line.lines.filter { question.selects($0, of: portfolio, on: today) }
  return Page(
    .text(portfolio.ownerName, lang: language(of: portfolio.ownerName)), trail: [portfoliosCrumb],
    """
    \(portfolioTiles(line, today: today))
    <div class="actions">\(linkButton(Phrase(zh: "年费日程", en: "Annuities ahead"), to: PortfolioPath.annuities(portfolio.id)))\
    \(linkButton(Phrase(zh: "年度盘点", en: "Yearly reviews"), to: PortfolioPath.reviews(portfolio.id)))\
    \(linkButton(Phrase(zh: "从登记库接收", en: "Take over from the register"), to: PortfolioPath.take(portfolio.id)))\
    \(linkButton(Phrase(zh: "接收旧平台数据", en: "Bring in an old platform"), to: PortfolioPath.newImport(portfolio.id)))\
    \(linkButton(Phrase(zh: "设置", en: "Settings"), to: PortfolioPath.settings(portfolio.id)))</div>
    <section id="patents"><h2>\(Phrase(zh: "专利清单", en: "The patents"))</h2>
    \(line.lines.isEmpty ? empty(portfolio) : list(selected, line, question))</section>
    """)
}

private func empty(_ portfolio: Portfolio) -> HTML {
  emptyState(
    Phrase(zh: "组合还是空的", en: "The portfolio is empty"),
    Phrase(
      zh: "登记库中已有本单位的专利，可以直接接收；也可以用旧平台导出的表格导入。",
      en: "Take your patents over from the register, or bring in a table of your old platform."),
    action: """
      \(linkButton(Phrase(zh: "从登记库接收", en: "Take over from the register"), to: PortfolioPath.take(portfolio.id), .main))\
      \(linkButton(Phrase(zh: "接收旧平台数据", en: "Bring in an old platform"), to: PortfolioPath.newImport(portfolio.id)))
      """)
}

private func list(_ selected: [HoldingLine], _ line: PortfolioLine, _ question: HoldingQuestion) -> HTML {
  let id = line.portfolio.id
  let hasNext = selected.count > question.page * pageSize
  return """
    \(filters(line, question))
    <p class="count" role="status">\(Phrase(zh: "共 \(Count(selected.count)) 件", en: "\(Count(selected.count)) patents"))</p>
    \(if: !selected.isEmpty, "\(rows(part(selected, question.page)))")
    \(pager(
      newer: question.page > 1 ? PortfolioPath.list(id, question.at(question.page - 1)) : nil,
      older: hasNext ? PortfolioPath.list(id, question.at(question.page + 1)) : nil))
    <p class="actions">\(linkButton(Phrase(zh: "导出 XLSX", en: "Export XLSX"), to: PortfolioPath.table(id, question.at(1), as: "xlsx")))\
    \(linkButton(Phrase(zh: "导出 CSV", en: "Export CSV"), to: PortfolioPath.table(id, question.at(1), as: "csv")))</p>
    """
}

private func filters(_ line: PortfolioLine, _ question: HoldingQuestion) -> HTML {
  let all = Choice("", Phrase(zh: "全部", en: "All"))
  let held = Choice("", Phrase(zh: "现有", en: "Held today"))
  let kinds = [PatentKind.invention, .utilityModel, .design].map { Choice($0.rawValue, $0.phrase) }
  let states = HoldingQuestion.State.choices.map { Choice($0.code, $0.phrase) }
  let departments = Set(line.lines.compactMap(\.holding.facts.department)).sorted().prefix(100)
  let fields: HTML = """
    \(field("q", Phrase(zh: "名称、号码、发明人", en: "Title, number, inventor"), .search, values: [question.text ?? ""]))\
    \(field("kind", Phrase(zh: "类型", en: "Kind"), .list([all] + kinds), values: [question.kind?.rawValue ?? ""]))\
    \(field("state", Phrase(zh: "情况", en: "State"), .list([held] + states), values: [question.state?.code ?? ""]))\
    \(if: !departments.isEmpty, field("department", Phrase(zh: "部门", en: "Department"), .list([all] + departments.map { Choice($0, text: $0) }), values: [question.department ?? ""]))
    """
  return filterBar(
    to: PortfolioPath.show(line.portfolio.id), clear: question.isEmpty ? nil : PortfolioPath.show(line.portfolio.id),
    fields)
}

private func rows(_ lines: [HoldingLine]) -> HTML {
  table(
    Phrase(zh: "专利清单", en: "The patents"),
    columns: [
      Column(Phrase(zh: "名称", en: "Title"), .name), Column(Phrase(zh: "申请号", en: "Number"), .code),
      Column(Phrase(zh: "类型", en: "Kind"), .code), Column(Phrase(zh: "部门", en: "Department")),
      Column(Phrase(zh: "下次年费", en: "Next annuity"), .code), Column(Phrase(zh: "应缴", en: "Payable"), .number),
      Column(Phrase(zh: "情况", en: "State"), .code),
    ],
    rows: lines.map { line in
      let (facts, next) = (line.holding.facts, line.state?.next)
      return [
        "<a href=\"\(PortfolioPath.show(line.holding.id))\">\(marked(facts.title))</a>", "\(line.holding.number)",
        "\(facts.kind.phrase)", facts.department.map { marked($0) } ?? HTML.notKnown, dueCell(next), feeCell(next),
        "\(stateBadge(line)) \(contractBadges(line.contracts))",
      ]
    })
}

/// Annuities of the year ahead and those that are late, by month and one by one.
func annuitiesPage(_ line: PortfolioLine, _ links: PortfolioLinks, today: Day) -> Page {
  let portfolio = line.portfolio
  let end = today.adding(months: 12)
  let late = line.lines.filter { $0.state?.mark == .late }
  let ahead = line.lines.filter { line in
    guard [.due, .unstated].contains(line.state?.mark), let next = line.state?.next else { return false }
    return next.day <= end
  }.sorted { ($0.state?.next?.day ?? today) < ($1.state?.next?.day ?? today) }
  let sum = ahead.compactMap(\.state?.next?.fee.payable).reduce(Fen(0), +)
  return Page(
    Phrase(zh: "年费日程", en: "Annuities ahead"), trail: [portfoliosCrumb, crumb(portfolio)],
    """
    <p class="lead">\(Phrase(
      zh: "今后十二个月 \(ahead.count) 件，合计 \(sum.yuan) 元；滞纳期内 \(late.count) 件。",
      en: "\(ahead.count) in the twelve months ahead, ¥ \(sum.yuan) together; \(late.count) are late."))</p>
    <p>\(Phrase(
      zh: "届满日是申请日在当年的相应日，遇节假日顺延到其后第一个工作日；补缴期从相应日起算，滞纳金按全额年费计。减缴只在备案有效且在规定年数内时计入。",
      en: "An annuity is due by the day that corresponds to the filing date, or the next working day. The time to pay late runs from that day, its surcharge is of the full annuity. Reductions count only where approved, and for the years allowed."))</p>
    <p class="actions">\(linkButton(Phrase(zh: "订阅到我的日历", en: "Subscribe in my calendar"), to: links.calendar))</p>
    \(if: !late.isEmpty, "<h2>\(Phrase(zh: "滞纳期内", en: "Late"))</h2>\(lateTable(late))")
    <h2>\(Phrase(zh: "今后十二个月", en: "The twelve months ahead"))</h2>
    \(ahead.isEmpty ? nothingAhead : "\(chart(ahead, today: today))\(aheadTable(ahead))")
    <h2>\(Phrase(zh: "所依规则", en: "The rules behind it"))</h2>
    \(ruleList(line.rules))
    """)
}

private let nothingAhead = emptyState(
  Phrase(zh: "今后十二个月没有待缴的年费", en: "No annuity is due in the twelve months ahead"),
  Phrase(zh: "接收专利并登记已缴年度后，这里按月列出。", en: "Once patents and their paid years are on record, they are listed by month."))

private func chart(_ ahead: [HoldingLine], today: Day) -> HTML {
  let first = today.adding(days: 1 - today.day)
  let bars = (0...12).map { place -> Bar in
    let month = first.adding(months: place)
    let yuan =
      ahead.compactMap(\.state?.next).filter { $0.day >= month && $0.day < month.adding(months: 1) }
      .reduce(Int64(0)) { $0 + $1.fee.payable.value } / 100
    return Bar("\(String(month.description.prefix(7)))", Int(yuan))
  }
  return barChart(
    Phrase(zh: "每月应缴年费（整元）", en: "Annuities by month, in whole yuan"), unit: Phrase(zh: "元", en: "yuan"), bars: bars)
}

private func aheadTable(_ lines: [HoldingLine]) -> HTML {
  table(
    Phrase(zh: "今后十二个月的年费", en: "Annuities of the twelve months ahead"),
    columns: [
      Column(Phrase(zh: "最后一天", en: "Last day"), .code), Column(Phrase(zh: "专利", en: "Patent"), .name),
      Column(Phrase(zh: "年度", en: "Year"), .number), Column(Phrase(zh: "全额", en: "Full"), .number),
      Column(Phrase(zh: "应缴", en: "Payable"), .number), Column(Phrase(zh: "补缴最迟", en: "At the latest"), .code),
      Column(Phrase(zh: "情况", en: "State"), .code),
    ],
    rows: lines.compactMap { line in
      guard let due = line.state?.next else { return nil }
      return [
        dueCell(due), patentCell(line), "\(due.year)", "\(due.fee.full)", feeCell(due), "\(due.graceEnd.description)",
        stateBadge(line),
      ]
    })
}

private func lateTable(_ lines: [HoldingLine]) -> HTML {
  table(
    Phrase(zh: "滞纳期内的年费", en: "Late annuities"),
    columns: [
      Column(Phrase(zh: "补缴最迟", en: "At the latest"), .code), Column(Phrase(zh: "专利", en: "Patent"), .name),
      Column(Phrase(zh: "年度", en: "Year"), .number), Column(Phrase(zh: "应缴", en: "Payable"), .number),
      Column(Phrase(zh: "今天缴的滞纳金", en: "Surcharge today"), .number),
    ],
    rows: lines.compactMap { line in
      guard case .late(let due, _, let surcharge)? = line.state else { return nil }
      return ["\(due.graceEnd.description)", patentCell(line), "\(due.year)", feeCell(due), "\(surcharge)"]
    })
}

func patentCell(_ line: HoldingLine) -> HTML {
  "<a href=\"\(PortfolioPath.show(line.holding.id))\">\(marked(line.holding.facts.title))</a> <span class=\"help\">\(line.holding.number)</span>"
}

private func ruleList(_ notes: [RuleNote]) -> HTML {
  let items = notes.map { note -> HTML in
    let mark = note.mark.map { " \(badge($0, .warning))" as HTML }
    return "<li><a href=\"\(PortfolioPath.rule(note.id))\">\(note.title)</a>\(mark)</li>"
  }
  return "<ul>\(items)</ul>"
}
