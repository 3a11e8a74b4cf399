import Access
import HighValue
import HighValueStore
import Kernel
import Ledgers
import Markup
import Tables
import Web

/// The patents behind a number, each with its classes and what shows them.
func patentRowsPage(
  _ found: HighValueFind, _ question: HighValueQuestion, page: Int, for account: Account
) -> Page {
  Page(
    Phrase(zh: "高价值认定明细", en: "Patents and their classes"), trail: [highValueCrumb(question.day)],
    """
    \(definitions([(Phrase(zh: "截至", en: "As of"), "\(found.survey.basis.day.description)")] + question.words))
    <p class="count" role="status">\(Phrase(zh: "共 \(Count(found.count)) 件", en: "\(Count(found.count)) patents"))</p>
    \(if: !found.assessments.isEmpty, rows(found.assessments, account))
    \(if: found.assessments.isEmpty, emptyState(
      Phrase(zh: "没有这样的专利", en: "There is no such patent"),
      Phrase(zh: "请从汇总页的数字进入。", en: "Please come from a number of the summary.")))
    \(pager(
      newer: page > 1 ? HighValuePath.patents(question, page: page - 1) : nil,
      older: found.count > page * HighValuePages.pageSize ? HighValuePath.patents(question, page: page + 1) : nil))
    <p class="actions">\(linkButton(Phrase(zh: "导出 CSV", en: "Export CSV"), to: HighValuePath.file(question)))</p>
    """)
}

func highValueCrumb(_ day: Day? = nil) -> Crumb { Crumb(SurveyView.title, HighValuePath.survey(on: day)) }

private func rows(_ assessments: [HighValueAssessment], _ account: Account) -> HTML {
  table(
    Phrase(zh: "高价值认定明细", en: "Patents and their classes"),
    columns: [
      Column(Phrase(zh: "名称", en: "Title"), .name), Column(Phrase(zh: "申请号", en: "Number"), .code),
      Column(Phrase(zh: "申请（专利权）人", en: "Applicants")), Column(Phrase(zh: "授权", en: "Granted"), .code),
      Column(Phrase(zh: "认定", en: "Found")), Column(Phrase(zh: "依据", en: "What shows it")),
    ],
    rows: assessments.map { assessment in
      let patent = assessment.patent
      return [
        "<a href=\"\(HighValuePath.patent(patent.patent))\">\(marked(patent.title ?? "—"))</a>", "\(patent.number)",
        joined(patent.applicants), "\(patent.grantedOn)", binBadge(assessment), findingList(assessment, account),
      ]
    })
}

func joined(_ names: [String]) -> HTML {
  guard !names.isEmpty else { return HTML.notKnown }
  let parts = names.enumerated().map { place, name -> HTML in
    "\(if: place > 0, "\(Phrase(zh: "、", en: ", "))")\(marked(name))"
  }
  return "\(parts)"
}

func binBadge(_ assessment: HighValueAssessment) -> HTML {
  switch assessment.bin {
  case .certain: badge(Certainty.certain.phrase, .success)
  case .probable: badge(Certainty.probable.phrase, .warning)
  case .none, .unplaced, .notInForce, .elsewhere: badge(assessment.bin.phrase)
  }
}

/// Each class with what shows it, a link to the record where there is one.
func findingList(_ assessment: HighValueAssessment, _ account: Account) -> HTML {
  guard !assessment.findings.isEmpty else { return HTML.notKnown }
  let items = assessment.findings.map { finding -> HTML in
    let certainty = assessment.doubt == nil ? finding.certainty : .probable
    return """
      <li><strong>\(finding.kind.rawValue)</strong> \(badge(certainty.phrase, certainty == .certain ? .success : .warning)) \
      \(marked(finding.ground))\(proofLink(finding.proof, account))</li>
      """
  }
  let doubt: HTML =
    assessment.doubt.map { "<p class=\"help\">\(Phrase(zh: "存疑：\($0.zh)", en: "In doubt: \($0.en)"))</p>" } ?? ""
  return "<ul>\(items)</ul>\(doubt)"
}

func proofLink(_ proof: HighValueFinding.Proof?, _ account: Account) -> HTML {
  func link(_ words: Phrase, _ link: Link) -> HTML { " <a href=\"\(link)\">\(words)</a>" }
  switch proof {
  case .row(let table, let place):
    return link(
      Phrase(zh: "参照表第 \(place) 行", en: "row \(place) of the table"), HighValuePath.show(table, after: place - 1))
  case .document(let patent): return link(Phrase(zh: "同族文献", en: "the document"), HighValuePath.patent(patent))
  case .award(let record):
    return link(Phrase(zh: "获奖记录", en: "the award"), HighValuePath.record(record, in: .patentAwards))
  case .pledge(let record):
    guard account.may(.readPledges) else { return "" }
    return link(Phrase(zh: "质押记录", en: "the pledge"), HighValuePath.record(record, in: .patentPledges))
  case nil: return ""
  }
}

/// The same as a file, with what it was found by below the rows.
func patentRowsFile(
  _ found: HighValueFind, isDemonstration: Bool, in language: Language
) -> String {
  let survey = found.survey
  let writer = CSVWriter(formulas: .disarmed)
  func text(_ phrase: Phrase) -> String { phrase.text(in: language) }
  var lines = [
    [
      Phrase(zh: "申请号", en: "Application number"), Phrase(zh: "名称", en: "Title"),
      Phrase(zh: "申请（专利权）人", en: "Applicants"), Phrase(zh: "申请日", en: "Filed"), Phrase(zh: "授权公告日", en: "Granted"),
      Phrase(zh: "效力", en: "In force"), Phrase(zh: "认定", en: "Found"), Phrase(zh: "确定的类", en: "Certain classes"),
      Phrase(zh: "可能的类", en: "Probable classes"), Phrase(zh: "依据", en: "What shows it"),
    ].map(text)
  ]
  for assessment in found.assessments {
    let patent = assessment.patent
    func codes(_ certainty: Certainty) -> String {
      assessment.classes(certainty).sorted().map(\.rawValue).joined(separator: ",")
    }
    lines.append([
      patent.number.description, patent.title ?? "", patent.applicants.joined(separator: "; "),
      patent.filedOn?.description ?? "", patent.grantedOn?.description ?? "", text(assessment.right.phrase),
      text(assessment.bin.phrase), codes(.certain), codes(.probable),
      assessment.findings.map { "\($0.kind.rawValue): \(text($0.ground))" }.joined(separator: "\n"),
    ])
  }
  lines += [[], [text(Phrase(zh: "截至", en: "As of")), survey.basis.day.description]]
  lines += survey.basis.hindered.compactMap { kind in
    survey.basis.hindrance(of: kind).map { [kind.rawValue, text($0)] }
  }
  lines.append([text(Phrase(zh: "H3 起算", en: "Start of H3")), text(survey.basis.start.phrase)])
  lines.append([text(Phrase(zh: "平台估算，非官方公布数", en: "The platform’s estimate, not the official count"))])
  if isDemonstration { lines.append([text(Phrase(zh: "示例数据", en: "Sample data"))]) }
  return CSVWriter.mark + lines.map(writer.line).joined()
}
