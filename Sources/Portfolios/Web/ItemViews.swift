import Access
import Kernel
import Markup
import Patents
import Portfolios
import PortfoliosStore
import Web

/// One patent of a review, with what is decided about it or the form to decide.
func itemPage(
  _ file: ReviewItemFile, _ state: FormState, _ links: PortfolioLinks, for account: Account
) -> Page {
  let (item, frozen) = (file.item, file.item.frozen)
  return Page(
    .text(frozen.title, lang: language(of: frozen.title)),
    trail: [portfoliosCrumb, crumb(file.portfolio), crumb(file.review)],
    """
    <p class="marks">\(decisionBadge(item)) \(item.changes.map { "\(badge($0.phrase)) " as HTML })</p>
    \(item.sentBack.map { notice(.warning, Phrase(zh: "复核退回：\($0)", en: "Sent back by the second look: \($0)")) })
    \(definitions(pairs(file)))
    \(made(file, account))
    <p class="actions">\(linkButton(Phrase(zh: "变更留痕", en: "History"), to: links.history(item.id.subject)))</p>
    \(if: file.review.isOpen, "<h2>\(item.made == nil ? Phrase(zh: "决定", en: "Decide") : Phrase(zh: "重新决定", en: "Decide anew"))</h2>\(form(file, state))")
    """)
}

private func pairs(_ file: ReviewItemFile) -> [(Phrase, HTML)] {
  let (item, frozen, line) = (file.item, file.item.frozen, file.line)
  let age = AnnuityReckoner.year(of: Day(file.review.openedAt), filed: frozen.filedOn)
  var pairs: [(Phrase, HTML)] = [
    (
      Phrase(zh: "申请号", en: "Application number"),
      "<a href=\"\(PortfolioPath.show(frozen.holding))\">\(frozen.number)</a> · \(frozen.kind.phrase)"
    ),
    (Phrase(zh: "申请日", en: "Filed"), "\(frozen.filedOn.description) · \(Phrase(zh: "第 \(age) 年度", en: "year \(age)"))"),
    (Phrase(zh: "授权公告日", en: "Granted"), frozen.grantedOn.map { "\($0.description)" } ?? HTML.notKnown),
    (Phrase(zh: "发明（设计）人", en: "Inventors"), joinedNames(frozen.inventors)),
    (Phrase(zh: "部门", en: "Department"), frozen.department.map { marked($0) } ?? HTML.notKnown),
    (
      Phrase(zh: "冻结时的年费", en: "Annuities when frozen"),
      "\(badge(frozen.annuity.phrase, tone(of: frozen.annuity))) \(frozen.nextDay) \(frozen.nextFee.map { "· \($0)" as HTML })"
    ),
    (
      Phrase(zh: "今天的年费", en: "Annuities today"),
      "\(stateBadge(line)) \(dueCell(line.state?.next)) · \(feeCell(line.state?.next))"
    ),
    (
      Phrase(zh: "有效的许可与质押", en: "Licences and pledges in force"),
      line.contracts.isEmpty ? "\(Phrase(zh: "无", en: "None"))" : contractBadges(line.contracts)
    ),
  ]
  pairs += file.said.map { ($0.name, marked($0.value)) }
  if let last = item.lastDecision {
    pairs.append((Phrase(zh: "上年的决定", en: "Last year’s decision"), "\(last.phrase)"))
  }
  if !item.grades.isEmpty {
    let grades = [item.grades.maturity, item.grades.market, item.grades.resistance].map { $0.map(String.init) ?? "—" }
    pairs.append(
      (
        Phrase(zh: "发明人评分", en: "The inventors’ grades"),
        "\(Phrase(zh: "成熟度 \(grades[0])，市场 \(grades[1])，抗规避 \(grades[2])", en: "maturity \(grades[0]), market \(grades[1]), resistance \(grades[2])"))"
      ))
  }
  return pairs
}

private func made(_ file: ReviewItemFile, _ account: Account) -> HTML {
  guard let made = file.item.made else { return "" }
  let second: HTML =
    file.item.second.map {
      "<p>\(Phrase(zh: "复核同意：", en: "Second look agrees: "))\(marked($0.name)) · \(Instant($0.at))</p>"
    } ?? ""
  let isOther = made.by.account != account.id
  let look: HTML =
    file.item.state == .awaitingSecondLook && file.review.isOpen
    ? isOther
      ? "<p class=\"actions\">\(linkButton(Phrase(zh: "复核", en: "Look again"), to: PortfolioPath.second(file.item.id), .main))</p>"
      : notice(
        .information,
        Phrase(zh: "放弃须由本单位的另一人复核", en: "Somebody else of the organisation must look again before it is abandoned"))
    : ""
  return """
    <h2>\(Phrase(zh: "已作决定", en: "Decided"))</h2>
    \(definitions([
      (Phrase(zh: "决定", en: "Decision"), "\(made.decision.phrase)"),
      (Phrase(zh: "理由", en: "Reason"), made.reason.isEmpty ? HTML.notGiven : marked(made.reason)),
      (Phrase(zh: "依据文件", en: "Evidence"), made.evidence.isEmpty ? HTML.notGiven : marked(made.evidence)),
      (Phrase(zh: "决定人", en: "Decided by"), "\(marked(made.by.name)) · \(Instant(made.by.at))"),
    ]))
    \(second)\(look)
    """
}

private func form(_ file: ReviewItemFile, _ state: FormState) -> HTML {
  let item = file.item
  let choices = ReviewDecision.allCases.map { Choice($0.rawValue, $0.phrase) }
  let chosen = item.made?.decision ?? item.lastDecision
  func grade(_ name: String, _ words: Phrase, _ value: Int?) -> HTML {
    state.field(name, words, .number(InventorGrades.range), else: value.map(String.init) ?? "")
  }
  return state.form(
    to: PortfolioPath.show(item.id), revision: item.revision, submit: Phrase(zh: "决定", en: "Decide"),
    """
    \(state.field("decision", Phrase(zh: "决定", en: "Decision"), .radio(choices), else: chosen?.rawValue ?? "", need: .required))\
    \(state.field(
      "reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 3), else: item.made?.reason ?? "",
      help: Phrase(
        zh: "放弃、与上年决定不同、年费逾期仍维持的必填", en: "Needed to abandon it, to decide otherwise than last year, and to keep it although its annuity is late")))\
    \(state.field(
      "evidence", Phrase(zh: "依据文件", en: "Evidence"), else: item.made?.evidence ?? "",
      help: Phrase(
        zh: "会议纪要、评价报告、质权人同意书等的名称或文号", en: "Minutes, evaluation report, the pledgee’s consent: its name or number")))\
    \(grade("maturity", Phrase(zh: "发明人评：成熟度（1–5）", en: "Inventors: maturity (1–5)"), item.grades.maturity))\
    \(grade("market", Phrase(zh: "发明人评：市场（1–5）", en: "Inventors: market (1–5)"), item.grades.market))\
    \(grade("resistance", Phrase(zh: "发明人评：抗规避（1–5）", en: "Inventors: resistance (1–5)"), item.grades.resistance))
    """)
}

private func lookedAt(_ made: ReviewItem.Made) -> [(Phrase, HTML)] {
  [
    (Phrase(zh: "放弃的理由", en: "Why it is to be abandoned"), made.reason.isEmpty ? HTML.notGiven : marked(made.reason)),
    (Phrase(zh: "依据文件", en: "Evidence"), made.evidence.isEmpty ? HTML.notGiven : marked(made.evidence)),
    (Phrase(zh: "决定人", en: "Decided by"), "\(marked(made.by.name)) · \(Instant(made.by.at))"),
  ]
}

func secondPage(_ file: ReviewItemFile, _ state: FormState) -> Page {
  let item = file.item
  return Page(
    Phrase(zh: "复核放弃", en: "Look at an abandonment again"),
    trail: [
      portfoliosCrumb, crumb(file.portfolio), crumb(file.review),
      Crumb(.text("\(item.frozen.number)", lang: .en), PortfolioPath.show(item.id)),
    ],
    """
    \(definitions(pairs(file) + (item.made.map(lookedAt) ?? [])))
    \(if: item.state != .awaitingSecondLook, notice(.information, Phrase(zh: "没有待复核的决定", en: "No decision waits for a second look")))
    \(state.form(
      to: PortfolioPath.second(item.id), revision: item.revision, submit: Phrase(zh: "提交复核", en: "Submit"),
      """
      \(state.field("answer", Phrase(zh: "复核意见", en: "Second look"), .radio(SecondAnswer.allCases.map { Choice($0.rawValue, $0.phrase) }), need: .required))\
      \(state.field("reason", Phrase(zh: "退回的理由", en: "Why it is sent back"), .area(rows: 3), help: Phrase(zh: "不同意的必填", en: "Needed where you do not agree")))
      """))
    """)
}
