import Access
import Kernel
import Markup
import Patents
import Portfolios
import PortfoliosStore
import Web

func reviewListPage(_ list: ReviewList, today: Day) -> Page {
  let portfolio = list.portfolio
  let open = linkButton(Phrase(zh: "开始盘点", en: "Open a review"), to: PortfolioPath.newReview(portfolio.id), .main)
  return Page(
    Phrase(zh: "年度盘点", en: "Yearly reviews"), trail: [portfoliosCrumb, crumb(portfolio)],
    """
    <p class="lead">\(Phrase(
      zh: "每年对全部现有专利逐件决定：维持、挂牌转让、挂牌许可、开放许可或放弃。清单在开始时冻结；没有定下来的一件不剩才能结束。",
      en: "Once a year every patent is decided upon: keep it, list it for transfer or licence, license it openly, or abandon it. The list is frozen at the beginning; a review closes when nothing is left open."))</p>
    \(list.reviews.isEmpty ? emptyState(
      Phrase(zh: "还没有盘点", en: "There is no review yet"),
      Phrase(zh: "开始后，清单冻结为当时的全部现有专利。", en: "When it opens, the list is frozen as the patents of that moment."), action: open)
      : "<p class=\"actions\">\(open)</p>\(reviewTable(list))")
    """)
}

private func reviewTable(_ list: ReviewList) -> HTML {
  table(
    Phrase(zh: "历年盘点", en: "Reviews"),
    columns: [
      Column(Phrase(zh: "年度", en: "Year"), .name), Column(Phrase(zh: "专利", en: "Patents"), .number),
      Column(Phrase(zh: "已决定", en: "Decided"), .number),
    ] + ReviewDecision.allCases.map { Column($0.phrase, .number) } + [Column(Phrase(zh: "状态", en: "State"), .code)],
    rows: list.reviews.map { review, summary in
      [
        "<a href=\"\(PortfolioPath.show(review.id))\">\(review.year)</a>", "\(Count(summary.total))",
        "\(Count(summary.settled))",
      ]
        + ReviewDecision.allCases.map { "\(Count(summary.counts[$0] ?? 0))" as HTML } + [stateMark(review)]
    })
}

private func stateMark(_ review: PortfolioReview) -> HTML {
  badge(
    review.isOpen ? Phrase(zh: "进行中", en: "Open") : Phrase(zh: "已结束", en: "Closed"),
    review.isOpen ? .information : .success)
}

func newReviewPage(_ line: PortfolioLine, _ list: ReviewList, _ state: FormState, today: Day) -> Page {
  let previous = list.reviews.first { !$0.review.isOpen }?.review
  let unfinished = list.reviews.first { $0.review.isOpen }?.review
  let years = [today.year, today.year - 1].map { Choice("\($0)", text: "\($0)") }
  return Page(
    Phrase(zh: "开始盘点", en: "Open a review"),
    trail: [
      portfoliosCrumb, crumb(line.portfolio),
      Crumb(Phrase(zh: "年度盘点", en: "Yearly reviews"), PortfolioPath.reviews(line.portfolio.id)),
    ],
    """
    <p>\(Phrase(
      zh: "清单将冻结为现在的 \(line.held.count) 件。之后接收或移出的专利不改变这份清单，计入下一年度。",
      en: "The list will be frozen as the \(line.held.count) patents of now. What comes or leaves later does not change it."))</p>
    \(unfinished.map { review in
      notice(
        .warning, Phrase(zh: "\(review.year) 年度的盘点还未结束，请先完成", en: "The review of \(review.year) is open; please finish it first"),
        "<p><a href=\"\(PortfolioPath.show(review.id))\">\(reviewTitle(review))</a></p>")
    })
    \(previous.map { "<p>\(Phrase(zh: "从 \($0.year) 年度的决定开始，并标出变化。", en: "It starts from the decisions of \($0.year) and marks what has changed."))</p>" as HTML })
    \(state.form(
      to: PortfolioPath.newReview(line.portfolio.id), submit: Phrase(zh: "开始", en: "Open"),
      state.field("year", Phrase(zh: "年度", en: "Year"), .radio(years), else: "\(today.year)", need: .required)))
    """)
}

/// A review: how far it is, what was decided, and its list.
func reviewPage(_ file: ReviewFile, _ question: ItemQuestion, _ links: PortfolioLinks) -> Page {
  let (review, summary) = (file.review, file.summary)
  let selected = file.items.filter { question.selects($0) }
  return Page(
    reviewTitle(review),
    trail: [
      portfoliosCrumb, crumb(file.portfolio),
      Crumb(Phrase(zh: "年度盘点", en: "Yearly reviews"), PortfolioPath.reviews(file.portfolio.id)),
    ],
    """
    <p class="marks">\(stateMark(review))</p>
    \(opening(file))
    \(progressBar(Phrase(zh: "已决定", en: "Decided"), done: summary.settled, of: max(1, summary.total)))
    \(reviewTiles(file))
    \(decisionChart(file))
    \(doors(file, links))
    <section id="patents"><h2>\(Phrase(zh: "清单", en: "The list"))</h2>
    \(filters(file, question))
    <p class="count" role="status">\(Phrase(zh: "共 \(Count(selected.count)) 件", en: "\(Count(selected.count)) patents"))</p>
    \(if: !selected.isEmpty, itemTable(part(selected, question.page)))
    \(pager(
      newer: question.page > 1 ? PortfolioPath.show(review.id, question.at(question.page - 1)) : nil,
      older: selected.count > question.page * pageSize ? PortfolioPath.show(review.id, question.at(question.page + 1)) : nil))
    </section>
    \(if: !file.gone.isEmpty, goneTable(file))
    """)
}

private func opening(_ file: ReviewFile) -> HTML {
  let review = file.review
  let closed: HTML =
    review.closedAt.map { at in
      "<p>\(Phrase(zh: "结束：", en: "Closed: "))\(Instant(at)) · \(marked(review.closedBy ?? ""))</p>"
    } ?? ""
  let later =
    file.later > 0
    ? notice(
      .information,
      Phrase(
        zh: "清单冻结后又有 \(file.later) 件进入组合，计入下一年度",
        en: "\(file.later) patents have come since the list was frozen; they are for the next review"))
    : ""
  return """
    <p>\(Phrase(zh: "开始：", en: "Opened: "))\(Instant(review.openedAt)) · \(marked(review.openedBy))\
    \(file.previous.map { " · \(Phrase(zh: "承接 ", en: "after "))<a href=\"\(PortfolioPath.show($0.id))\">\(reviewTitle($0))</a>" as HTML })</p>
    \(closed)
    <p class="help original">\(Phrase(zh: "清单摘要（SHA-256）", en: "Digest of the list (SHA-256)")) \(review.listHash) \
    \(file.isListAsFrozen ? badge(Phrase(zh: "与冻结时一致", en: "As frozen"), .success) : badge(Phrase(zh: "与冻结时不一致", en: "Not as frozen"), .error))</p>
    \(later)
    """
}

private func reviewTiles(_ file: ReviewFile) -> HTML {
  let (id, summary, unit) = (file.review.id, file.summary, Phrase(zh: "件", en: ""))
  return tiles(
    [
      Tile(Phrase(zh: "清单", en: "Patents"), "\(Count(summary.total))", unit: unit, link: PortfolioPath.show(id)),
      Tile(
        Phrase(zh: "未决定", en: "Undecided"), "\(Count(summary.undecided))", unit: unit,
        link: PortfolioPath.show(id, ItemQuestion(state: .open))),
      Tile(
        Phrase(zh: "待复核", en: "Awaiting a second look"), "\(Count(summary.awaitingSecondLook))", unit: unit,
        link: PortfolioPath.show(id, ItemQuestion(state: .awaitingSecondLook))),
    ]
      + ReviewChange.allCases.filter { (summary.changes[$0] ?? 0) > 0 }.map { change in
        Tile(
          change.phrase, "\(Count(summary.changes[change] ?? 0))", unit: unit,
          link: PortfolioPath.show(id, ItemQuestion(change: change)))
      })
}

func decisionChart(_ file: ReviewFile) -> HTML {
  let summary = file.summary
  return barChart(
    Phrase(zh: "决定", en: "Decisions"), unit: Phrase(zh: "件", en: "patents"),
    bars: ReviewDecision.allCases.map { decision in
      var question = ItemQuestion(state: .settled)
      question.decision = decision
      return Bar(
        "\(decision.phrase)", summary.counts[decision] ?? 0, link: PortfolioPath.show(file.review.id, question))
    } + [
      Bar(
        "\(ReviewItem.State.awaitingSecondLook.phrase)", summary.awaitingSecondLook,
        link: PortfolioPath.show(file.review.id, ItemQuestion(state: .awaitingSecondLook))),
      Bar(
        "\(ReviewItem.State.open.phrase)", summary.undecided,
        link: PortfolioPath.show(file.review.id, ItemQuestion(state: .open))),
    ])
}

private func doors(_ file: ReviewFile, _ links: PortfolioLinks) -> HTML {
  let next = file.items.first { $0.state == .open }
  return """
    <div class="actions">\(if: file.review.isOpen && next != nil, next.map { linkButton(Phrase(zh: "逐件决定", en: "Decide one by one"), to: PortfolioPath.show($0.id), .main) } ?? "")\
    \(if: file.review.isOpen, linkButton(Phrase(zh: "结束盘点", en: "Close the review"), to: PortfolioPath.close(file.review.id)))\
    \(linkButton(Phrase(zh: "盘点报告", en: "Report"), to: PortfolioPath.report(file.review.id)))\
    \(linkButton(Phrase(zh: "变更留痕", en: "History"), to: links.history(file.review.id.subject)))</div>
    """
}

private func filters(_ file: ReviewFile, _ question: ItemQuestion) -> HTML {
  let all = Choice("", Phrase(zh: "全部", en: "All"))
  let fields: HTML = """
    \(field("q", Phrase(zh: "名称、号码、发明人", en: "Title, number, inventor"), .search, values: [question.text ?? ""]))\
    \(field("state", Phrase(zh: "进度", en: "Progress"), .list([all] + ReviewItem.State.allCases.map { Choice($0.rawValue, $0.phrase) }), values: [question.state?.rawValue ?? ""]))\
    \(field("decision", Phrase(zh: "决定", en: "Decision"), .list([all] + ReviewDecision.allCases.map { Choice($0.rawValue, $0.phrase) }), values: [question.decision?.rawValue ?? ""]))\
    \(field("kind", Phrase(zh: "类型", en: "Kind"), .list([all] + [PatentKind.invention, .utilityModel, .design].map { Choice($0.rawValue, $0.phrase) }), values: [question.kind?.rawValue ?? ""]))
    """
  return filterBar(
    to: PortfolioPath.show(file.review.id), clear: question.isEmpty ? nil : PortfolioPath.show(file.review.id), fields)
}

private func itemTable(_ items: [ReviewItem]) -> HTML {
  table(
    Phrase(zh: "盘点清单", en: "The list"),
    columns: [
      Column(Phrase(zh: "名称", en: "Title"), .name), Column(Phrase(zh: "申请号", en: "Number"), .code),
      Column(Phrase(zh: "类型", en: "Kind"), .code), Column(Phrase(zh: "下次年费", en: "Next annuity"), .code),
      Column(Phrase(zh: "上年", en: "Last year"), .code), Column(Phrase(zh: "变化", en: "Changed")),
      Column(Phrase(zh: "决定", en: "Decision"), .code),
    ],
    rows: items.map { item in
      [
        "<a href=\"\(PortfolioPath.show(item.id))\">\(marked(item.frozen.title))</a>", "\(item.frozen.number)",
        "\(item.frozen.kind.phrase)", item.frozen.nextDay.map { "\($0.description)" } ?? HTML.notKnown,
        item.lastDecision.map { "\($0.phrase)" } ?? HTML.notKnown,
        "\(item.changes.map { "\(badge($0.phrase)) " as HTML })", decisionBadge(item),
      ]
    })
}

func decisionBadge(_ item: ReviewItem) -> HTML {
  switch item.state {
  case .open: badge(item.state.phrase, .warning)
  case .awaitingSecondLook: "\(item.made?.decision.phrase ?? item.state.phrase) \(badge(item.state.phrase, .warning))"
  case .settled: "\(item.made?.decision.phrase ?? item.state.phrase)"
  }
}

private func goneTable(_ file: ReviewFile) -> HTML {
  """
  <h2>\(Phrase(zh: "上年在列、今年不在的", en: "Listed last year, not this year"))</h2>
  \(table(
    Phrase(zh: "上年在列、今年不在的", en: "Listed last year, not this year"),
    columns: [
      Column(Phrase(zh: "名称", en: "Title"), .name), Column(Phrase(zh: "申请号", en: "Number"), .code),
      Column(Phrase(zh: "上年的决定", en: "Last year’s decision"), .code),
    ],
    rows: file.gone.map { item in
      [
        "<a href=\"\(PortfolioPath.show(item.frozen.holding))\">\(marked(item.frozen.title))</a>",
        "\(item.frozen.number)", "\(item.made?.decision.phrase ?? item.state.phrase)",
      ]
    }))
  """
}

func closePage(_ file: ReviewFile, _ state: FormState) -> Page {
  let open = file.items.filter { $0.state != .settled }
  return Page(
    Phrase(zh: "结束盘点", en: "Close the review"), trail: [portfoliosCrumb, crumb(file.portfolio), crumb(file.review)],
    """
    <p>\(Phrase(
      zh: "结束后决定不再改动；下一年度从这里开始。", en: "Its decisions stay as they are; the next review starts from them."))</p>
    \(if: !open.isEmpty && state.refusals.isEmpty, notice(
      .warning,
      Phrase(zh: "还有 \(open.count) 件没有定下来，现在不能结束", en: "\(open.count) are not settled, so it cannot be closed yet")))
    \(state.form(
      to: PortfolioPath.close(file.review.id), revision: file.review.revision, submit: Phrase(zh: "结束盘点", en: "Close the review"), ""))
    \(if: !open.isEmpty, itemTable(Array(open.prefix(100))))
    """)
}
