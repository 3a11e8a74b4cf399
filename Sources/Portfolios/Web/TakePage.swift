import Kernel
import Markup
import Portfolios
import PortfoliosStore
import Web

/// Patents of the register under the owner's name, and a list of numbers.
func takePage(
  _ portfolio: Portfolio, _ candidates: [Candidate], named name: String, _ state: FormState
) -> Page {
  let fresh = candidates.filter { !$0.isHeld }
  let choices = fresh.map { candidate in
    Choice(
      "\(candidate.number)",
      text: "\(candidate.number) \(candidate.title ?? "") \(candidate.filedOn?.description ?? "")")
  }
  return Page(
    Phrase(zh: "从登记库接收", en: "Take over from the register"), trail: [portfoliosCrumb, crumb(portfolio)],
    """
    <p class="lead">\(Phrase(
      zh: "按权利人名称在专利登记库中查找，勾选后接收；也可以直接粘贴申请号或专利号。",
      en: "Find patents under the owner’s name in the register and tick them, or paste application numbers."))</p>
    \(filterBar(
      to: PortfolioPath.take(portfolio.id),
      clear: name == portfolio.ownerName ? nil : PortfolioPath.take(portfolio.id),
      field("name", Phrase(zh: "权利人名称", en: "Name of the owner"), .search, values: [name],
        help: Phrase(zh: "曾用名也可查；同一主体的各种写法一并列出", en: "Earlier names, too; all spellings of one party are found together"))))
    <p class="count" role="status">\(Phrase(
      zh: "登记库中有 \(candidates.count) 件\(candidates.count == PortfolioDesk.mostCandidates ? "以上" : "")，其中 \(candidates.count - fresh.count) 件已在组合中",
      en: "\(candidates.count)\(candidates.count == PortfolioDesk.mostCandidates ? " or more" : "") in the register, \(candidates.count - fresh.count) of them in the portfolio already"))</p>
    \(state.form(
      to: PortfolioPath.take(portfolio.id), submit: Phrase(zh: "接收", en: "Take over"),
      """
      \(if: !choices.isEmpty, state.field("found", Phrase(zh: "登记库中的专利", en: "Patents of the register"), .checks(choices)))\
      \(state.field("numbers", Phrase(zh: "申请号或专利号", en: "Application numbers"), .lines(rows: 6), help: Phrase(zh: "每行一个，可带 ZL、CN 和校验位", en: "One a line, with or without ZL, CN and the check symbol")))
      """))
    """)
}
