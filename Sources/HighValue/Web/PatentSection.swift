public import Access
import HighValue
public import HighValueStore
public import Kernel
public import Markup
public import Patents

/// What the page of a patent says of the five classes (高价值认定); nothing for what is no Chinese invention.
public func highValueSection(
  of patent: ID<Patent>, desk: HighValueDesk, for account: Account
) async throws -> HTML {
  guard account.may(.readHighValue), let file = try await desk.assessment(of: patent, by: account) else { return "" }
  let (basis, assessment) = (file.basis, file.assessment)
  let rows = HighValueClass.allCases.map { kind -> [HTML] in
    ["\(kind.title)", standing(of: kind, basis, assessment), evidence(of: kind, basis, assessment, account)]
  }
  return """
    <h2 id="high-value">\(Phrase(zh: "高价值认定", en: "High-value classes"))</h2>
    \(definitions([
      (Phrase(zh: "截至", en: "As of"), "<a href=\"\(HighValuePath.survey())\">\(basis.day.description)</a>"),
      (Phrase(zh: "效力", en: "In force"), "\(assessment.right.phrase)"),
      (Phrase(zh: "所在区", en: "District"), "\(assessment.patent.place.phrase)"),
      (Phrase(zh: "认定", en: "Found"), "\(assessment.bin.phrase)"),
    ]))
    \(table(
      Phrase(zh: "高价值认定", en: "High-value classes"),
      columns: [
        Column(Phrase(zh: "类别", en: "Class"), .name), Column(Phrase(zh: "是否符合", en: "Is it one"), .code),
        Column(Phrase(zh: "依据", en: "What shows it")),
      ], rows: rows))
    \(assessment.doubt.map { "<p class=\"help\">\(Phrase(zh: "存疑：\($0.zh)", en: "In doubt: \($0.en)"))</p>" as HTML })
    """
}

private func standing(
  of kind: HighValueClass, _ basis: HighValueBasis, _ assessment: HighValueAssessment
) -> HTML {
  if basis.hindrance(of: kind) != nil { return badge(Phrase(zh: "不可计算", en: "Not computable"), .warning) }
  if assessment.classes(.certain).contains(kind) { return badge(Certainty.certain.phrase, .success) }
  if assessment.classes(.probable).contains(kind) { return badge(Certainty.probable.phrase, .warning) }
  return badge(Phrase(zh: "未见符合", en: "Nothing shows it"))
}

private func evidence(
  of kind: HighValueClass, _ basis: HighValueBasis, _ assessment: HighValueAssessment, _ account: Account
) -> HTML {
  if let hindrance = basis.hindrance(of: kind) { return "\(hindrance)" }
  let own = assessment.findings.filter { $0.kind == kind }
  guard !own.isEmpty else { return HTML.notKnown }
  return "\(own.map { "\(marked($0.ground))\(proofLink($0.proof, account))" as HTML })"
}
