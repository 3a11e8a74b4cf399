import Kernel
import Markup
import Patents
import Portfolios
import PortfoliosStore
import Web

let portfoliosCrumb = Crumb(Phrase(zh: "专利组合", en: "Patent portfolios"), PortfolioPath.index)

func crumb(_ portfolio: Portfolio) -> Crumb {
  Crumb(.text(portfolio.ownerName, lang: language(of: portfolio.ownerName)), PortfolioPath.show(portfolio.id))
}

func crumb(_ holding: Holding) -> Crumb {
  Crumb(.text(holding.number.description, lang: .en), PortfolioPath.show(holding.id))
}

func crumb(_ review: PortfolioReview) -> Crumb {
  Crumb(reviewTitle(review), PortfolioPath.show(review.id))
}

func reviewTitle(_ review: PortfolioReview) -> Phrase {
  Phrase(zh: "\(review.year) 年度盘点", en: "Review of \(review.year)")
}

func language(of text: String) -> Language {
  text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } ? .zh : .en
}

func tone(of mark: AnnuityMark) -> Tone {
  switch mark {
  case .due, .complete: .success
  case .late: .warning
  case .overdue: .error
  case .unstated: .information
  case .application, .expired: .neutral
  }
}

/// How a patent stands, in one badge.
func stateBadge(_ line: HoldingLine) -> HTML {
  if let departure = line.holding.departure { return badge(departure.way.phrase) }
  guard let state = line.state else { return HTML.notKnown }
  return badge(state.mark.phrase, tone(of: state.mark))
}

/// The next annuity, with a mark where it rests on a recalled rule or on a year whose holidays are not announced.
func dueCell(_ due: AnnuityDue?) -> HTML {
  guard let due else { return HTML.notKnown }
  return
    "\(due.day.description)\(if: due.provisional != nil, " \(badge(Phrase(zh: "暂定", en: "Provisional"), .information))")"
}

func feeCell(_ due: AnnuityDue?) -> HTML {
  guard let due else { return HTML.notKnown }
  return "\(due.fee.payable)\(if: due.fee.isRecalled, " \(recalledMark)")"
}

/// Stands beside every amount that a recalled rule has gone into.
let recalledMark = statusMark(
  Phrase(zh: "待核", en: "Recalled"), .warning,
  explanation: Phrase(
    zh: "其中的减缴规则未读到原文，缴费前请核对", en: "the rule of the reduction was not read in its text; compare before paying"))

func joinedNames(_ names: [String]) -> HTML {
  guard !names.isEmpty else { return HTML.notKnown }
  let parts = names.enumerated().map { place, name -> HTML in
    "\(if: place > 0, "\(Phrase(zh: "、", en: ", "))")\(marked(name))"
  }
  return "\(parts)"
}

func contractBadges(_ kinds: [ContractKind]) -> HTML {
  "\(kinds.map { "\(badge($0.phrase, $0 == .pledge ? .warning : .information)) " as HTML })"
}

let pageSize = 50

/// The part of a list that a page shows.
func part<Element>(_ list: [Element], _ page: Int) -> [Element] {
  Array(list.dropFirst((page - 1) * pageSize).prefix(pageSize))
}
