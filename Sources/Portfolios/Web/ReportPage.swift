import Documents
import Kernel
import Markup
import Patents
import Portfolios
import PortfoliosStore
import Web

private let kinds: [PatentKind] = [.invention, .utilityModel, .design]

/// What a review came to: its parts add up to its patents.
func reportPage(_ file: ReviewFile, _ site: Site) -> Page {
  let summary = file.summary
  return Page(
    Phrase(zh: "\(file.review.year) 年度盘点报告", en: "Report of the review of \(file.review.year)"),
    trail: [portfoliosCrumb, crumb(file.portfolio), crumb(file.review)],
    """
    <p class="lead">\(marked(file.portfolio.ownerName)) · \(Phrase(
      zh: "\(Count(summary.total)) 件：已决定 \(Count(summary.settled)) 件，待复核 \(Count(summary.awaitingSecondLook)) 件，未决定 \(Count(summary.undecided)) 件。",
      en: "\(Count(summary.total)) patents: \(Count(summary.settled)) decided, \(Count(summary.awaitingSecondLook)) awaiting a second look, \(Count(summary.undecided)) undecided."))</p>
    \(if: file.review.isOpen, notice(.warning, Phrase(zh: "盘点还在进行，数字会变", en: "The review is open, and its numbers may change")))
    <p class="actions">\(linkButton(Phrase(zh: "下载 XLSX", en: "Download XLSX"), to: PortfolioPath.report(file.review.id, as: "xlsx")))\
    \(linkButton(Phrase(zh: "下载 PDF", en: "Download PDF"), to: PortfolioPath.report(file.review.id, as: "pdf")))</p>
    \(decisionChart(file))
    \(matrix(file))
    \(fees(summary))
    \(abandoned(file))
    """)
}

/// Kinds by decisions, with sums that lead to their rows.
private func matrix(_ file: ReviewFile) -> HTML {
  let summary = file.summary
  func cell(_ count: Int, _ question: ItemQuestion) -> HTML {
    "<a href=\"\(PortfolioPath.show(file.review.id, question))\">\(Count(count))</a>"
  }
  var rows: [[HTML]] = kinds.map { kind in
    let own = file.items.filter { $0.frozen.kind == kind }
    return ["\(kind.phrase)"]
      + ReviewDecision.allCases.map { decision in
        var question = ItemQuestion(state: .settled, kind: kind)
        question.decision = decision
        return cell(summary.byKind[kind]?[decision] ?? 0, question)
      } + [
        cell(own.count { $0.state == .awaitingSecondLook }, ItemQuestion(state: .awaitingSecondLook, kind: kind)),
        cell(own.count { $0.state == .open }, ItemQuestion(state: .open, kind: kind)),
        cell(own.count, ItemQuestion(kind: kind)),
      ]
  }
  rows.append(
    ["\(Phrase(zh: "合计", en: "Sum"))"] + ReviewDecision.allCases.map { "\(Count(summary.counts[$0] ?? 0))" as HTML }
      + ["\(Count(summary.awaitingSecondLook))", "\(Count(summary.undecided))", "\(Count(summary.total))"])
  let title = Phrase(zh: "按类型与决定", en: "By kind and decision")
  return "<h2>\(title)</h2>"
    + table(
      title,
      columns: [Column(Phrase(zh: "类型", en: "Kind"), .name)]
        + ReviewDecision.allCases.map { Column($0.phrase, .number) } + [
          Column(ReviewItem.State.awaitingSecondLook.phrase, .number), Column(ReviewItem.State.open.phrase, .number),
          Column(Phrase(zh: "合计", en: "Sum"), .number),
        ], rows: rows)
}

private func fees(_ summary: ReviewSummary) -> HTML {
  let title = Phrase(zh: "下一次年费（冻结时计）", en: "Next annuities, as counted when the list was frozen")
  let sum = ReviewDecision.allCases.compactMap { summary.fees[$0] }.reduce(Fen(0), +)
  return "<h2>\(title)</h2>"
    + table(
      title, columns: [Column(Phrase(zh: "决定", en: "Decision"), .name), Column(Phrase(zh: "合计", en: "Sum"), .number)],
      rows: ReviewDecision.allCases.map { ["\($0.phrase)", "\(summary.fees[$0] ?? Fen(0))"] }
        + [["\(Phrase(zh: "合计", en: "Sum"))", "\(sum)"]])
}

private func abandoned(_ file: ReviewFile) -> HTML {
  let items = file.items.filter { $0.made?.decision == .abandon && $0.state == .settled }
  guard !items.isEmpty else { return "" }
  let title = Phrase(zh: "决定放弃的专利", en: "Patents to be abandoned")
  return "<h2>\(title)</h2>"
    + table(
      title,
      columns: [
        Column(Phrase(zh: "名称", en: "Title"), .name), Column(Phrase(zh: "申请号", en: "Number"), .code),
        Column(Phrase(zh: "理由", en: "Reason")), Column(Phrase(zh: "决定", en: "Decided by")),
        Column(Phrase(zh: "复核", en: "Second look")),
      ],
      rows: items.map { item in
        [
          "<a href=\"\(PortfolioPath.show(item.id))\">\(marked(item.frozen.title))</a>", "\(item.frozen.number)",
          marked(item.made?.reason ?? ""), marked(item.made?.by.name ?? ""), marked(item.second?.name ?? ""),
        ]
      })
}

/// The report as a document.
func reviewLetter(_ file: ReviewFile, _ site: Site, on day: Day, in language: Language) -> OfficialLetter {
  let (review, summary) = (file.review, file.summary)
  func words(_ phrase: Phrase) -> OfficialLetter.Paragraph { OfficialLetter.Paragraph(phrase.text(in: language)) }
  func heading(_ phrase: Phrase) -> OfficialLetter.Paragraph {
    OfficialLetter.Paragraph(phrase.text(in: language), level: .first)
  }
  var paragraphs = [
    heading(Phrase(zh: "清单", en: "The list")),
    words(
      Phrase(
        zh:
          "\(file.portfolio.ownerName)（\(file.portfolio.owner)）于\(Day(review.openedAt).long.zh)开始 \(review.year) 年度存量专利盘点，清单共 \(summary.total) 件，冻结摘要 \(review.listHash.prefix(16))。",
        en:
          "\(file.portfolio.ownerName) (\(file.portfolio.owner)) opened its review of \(review.year) on \(Day(review.openedAt).long.en) over \(summary.total) patents; digest of the frozen list \(review.listHash.prefix(16))."
      )),
    words(
      Phrase(
        zh: review.isOpen ? "盘点尚未结束，以下为目前的数字。" : "盘点已于\(review.closedAt.map { Day($0).long.zh } ?? "")结束，每件均有决定。",
        en: review.isOpen
          ? "The review is open; these are its numbers so far."
          : "It was closed on \(review.closedAt.map { Day($0).long.en } ?? "") with a decision on each.")),
    heading(Phrase(zh: "决定", en: "Decisions")),
  ]
  for decision in ReviewDecision.allCases {
    let parts = kinds.map { (kind: $0, count: summary.byKind[$0]?[decision] ?? 0) }
    let sum = summary.counts[decision] ?? 0
    paragraphs.append(
      words(
        Phrase(
          zh:
            "\(decision.phrase.zh) \(sum) 件：\(parts.map { "\($0.kind.phrase.zh) \($0.count)" }.joined(separator: "，"))；下一次年费合计 \((summary.fees[decision] ?? Fen(0)).yuan) 元。",
          en:
            "\(decision.phrase.en): \(sum) (\(parts.map { "\($0.kind.phrase.en.lowercased()) \($0.count)" }.joined(separator: ", "))); next annuities ¥ \((summary.fees[decision] ?? Fen(0)).yuan)."
        )))
  }
  let sum = ReviewDecision.allCases.map { summary.counts[$0] ?? 0 }
  paragraphs.append(
    words(
      Phrase(
        zh:
          "合计 \(sum.map(String.init).joined(separator: "＋"))＋待复核 \(summary.awaitingSecondLook)＋未决定 \(summary.undecided)＝\(summary.total) 件。",
        en:
          "\(sum.map(String.init).joined(separator: " + ")) + \(summary.awaitingSecondLook) awaiting a second look + \(summary.undecided) undecided = \(summary.total)."
      )))
  paragraphs += abandonedParagraphs(file, heading, words)
  return OfficialLetter(
    in: language,
    title: Phrase(zh: "\(review.year) 年度存量专利盘点报告", en: "Review of the Patents Held, \(review.year)").text(in: language),
    paragraphs: paragraphs, signature: file.portfolio.ownerName, date: review.closedAt.map { Day($0) } ?? day,
    isSealed: false)
}

private func abandonedParagraphs(
  _ file: ReviewFile, _ heading: (Phrase) -> OfficialLetter.Paragraph, _ words: (Phrase) -> OfficialLetter.Paragraph
) -> [OfficialLetter.Paragraph] {
  let items = file.items.filter { $0.made?.decision == .abandon && $0.state == .settled }
  guard !items.isEmpty else { return [] }
  return [heading(Phrase(zh: "决定放弃的专利", en: "Patents to be abandoned"))]
    + items.map { item in
      let (made, second) = (item.made, item.second)
      return words(
        Phrase(
          zh:
            "\(item.frozen.number) \(item.frozen.title)：\(made?.reason ?? "")（决定：\(made?.by.name ?? "")；复核：\(second?.name ?? "")）",
          en:
            "\(item.frozen.number) \(item.frozen.title): \(made?.reason ?? "") (decided by \(made?.by.name ?? ""), second look \(second?.name ?? ""))"
        ))
    }
}
