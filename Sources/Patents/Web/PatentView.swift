import Access
import Corpus
import Kernel
import Markup
import Patents
import PatentsStore
import Web

/// One patent: every field with where it came from, and every row that spoke of it.
///
/// - Parameters:
///   - trail: the way through a list of hits.
///   - marking: the words of the query of that list.
///   - sections: what other parts of the zone say of it.
func patentPage(
  _ dossier: PatentDossier, for account: Account, trail: HTML = "", marking: PatentMarking = PatentMarking(Query()),
  sections: HTML = ""
) -> Page {
  let patent = dossier.patent
  return Page(
    patent.facts[.title].map { .text($0, lang: language(of: $0)) } ?? .phrase(Phrase(zh: "（无名称）", en: "(untitled)")),
    trail: [Crumb(Phrase(zh: "专利登记库", en: "Register of patents"), PatentPath.list)],
    """
    \(trail)\(marks(patent))
    \(facts(dossier, marking))
    \(disputeSection(dossier))\(claimsSection(dossier, marking))\(familySection(dossier))
    \(sections)
    <h2>\(Phrase(zh: "来源", en: "Sources"))</h2>
    <p>\(provenance(dossier))</p>
    \(timeline(dossier.sources.map { entry($0, dossier, account) }))
    \(doors(dossier, account))
    """)
}

/// One line where all values come from one row; else what the marks behind them mean.
private func provenance(_ dossier: PatentDossier) -> Phrase {
  guard dossier.onlyOrigin == nil else {
    return dossier.sources.count == 1
      ? Phrase(zh: "以上各项均出自下列文件的这一行。", en: "Everything above comes from this row of this file.")
      : Phrase(
        zh: "以上各项均出自第 1 项；其余各行内容相同，没有改动。",
        en: "Everything above comes from the first; the other rows say the same and changed nothing.")
  }
  return Phrase(
    zh: "登记库中的每个值都出自下列文件中的某一行，值后的 [号] 指明是哪一行；同一文献的后来行只按规则补充或更新。",
    en:
      "Each value of the register comes from a row of one of these files, which the [number] behind it names; later rows of the same document add or update by rule."
  )
}

private func marks(_ patent: Patent) -> HTML {
  var marks: [HTML] = isSample(patent.facts) ? [demoMark] : []
  if patent.identity.isWithoutNumber {
    marks.append(
      statusMark(
        Phrase(zh: "无号", en: "No number"), .warning,
        explanation: Phrase(
          zh: "没有可用来识别的公开号或经核验的申请号，只能人工合并",
          en: "No publication number or verified application number identifies it; it is merged only by hand")))
  }
  if let state = patent.facts[.applicationState].flatMap({ ApplicationNumberState(rawValue: $0) }) {
    marks.append(badge(state.phrase, state == .verified ? .success : state == .foreign ? .neutral : .warning))
  }
  return marks.isEmpty ? "" : "<p class=\"marks\">\(marks)</p>"
}

private func facts(_ dossier: PatentDossier, _ marking: PatentMarking) -> HTML {
  let isOfOneSource = dossier.onlyOrigin != nil
  var elsewhere: Set<PatentField> = [.title, .applicationState, .language]
  if showsFirstClaim(dossier) { elsewhere.insert(.firstClaim) }
  let fields = PatentField.allCases.filter { !elsewhere.contains($0) }
  // The heading above cannot show what was found in it.
  let title = patentTitle(dossier, marking).map { [(PatentField.title.phrase, $0)] } ?? []
  return definitions(
    title
      + fields.compactMap { field in
        guard dossier.patent.facts[field] != nil else { return nil }
        return (
          field.phrase, "\(value(of: field, dossier, marking))\(if: !isOfOneSource, " \(origin(of: field, dossier))")"
        )
      })
}

private func patentTitle(_ dossier: PatentDossier, _ marking: PatentMarking) -> HTML? {
  dossier.patent.facts[.title].flatMap { marking.found(in: $0, as: .title) }
}

private func value(of field: PatentField, _ dossier: PatentDossier, _ marking: PatentMarking) -> HTML {
  let facts = dossier.patent.facts
  switch field {
  case .kind: return kindText(facts)
  case .applicants:
    let names = facts.list(.applicants)
    guard names.count == dossier.applicants.count else { return joined(names.map { data($0) }) }
    return joined(
      zip(names, dossier.applicants).map { "<a href=\"\(PatentPath.party($1.description))\">\(data($0))</a>" })
  case .inventors, .agents, .ipc, .locarno: return joined(facts.list(field).map { data($0) })
  case .legalStatus: return legalStatus(facts[field] ?? "")
  case .province: return "\(provincePhrase(facts[field] ?? ""))"
  case .abstract: return "<span class=\"prose\">\(marking.marks(facts[field] ?? "", as: .abstract))</span>"
  case .firstClaim: return "<span class=\"prose\">\(marking.marks(facts[field] ?? "", as: .claims))</span>"
  default: return data(facts[field] ?? "")
  }
}

/// A small mark that leads to the row that gave the value.
private func origin(of field: PatentField, _ dossier: PatentDossier) -> HTML {
  guard let source = dossier.origin(of: field),
    let place = dossier.sources.firstIndex(of: source)
  else { return "" }
  return """
    <a class="origin" href="#source-\(place + 1)" aria-label="\(Phrase(zh: "\(field.phrase.zh)的来源：第\(place + 1)项", en: "Origin of \(field.phrase.en): source \(place + 1)"))">[\(place + 1)]</a>
    """
}

/// What a source says beyond the fields above, and what it says of them otherwise.
private func saidOf(_ sayings: [PatentExtra]) -> HTML {
  guard !sayings.isEmpty else { return "" }
  let head = Phrase(zh: "该来源的其他著录项目（\(sayings.count)项）", en: "What else this source says (\(sayings.count))")
  let pairs = sayings.map { saying in
    "<div><dt>\(marked(phrase(of: saying.name)))</dt><dd class=\"prose\">\(data(shortened(saying.value)))</dd></div>\n"
      as HTML
  }
  return "<details class=\"sayings\"><summary>\(head)</summary>\n<dl class=\"facts\">\n\(pairs)</dl></details>"
}

/// Descriptions of hundreds of pages stay in the register; the page shows their beginning.
private func shortened(_ text: String) -> String {
  text.count > 2_000 ? text.prefix(2_000) + "…" : text
}

/// A header that no table of words has stays as the file writes it.
private func phrase(of name: String) -> Phrase {
  guard name.hasPrefix("field:"), let field = PatentField(rawValue: String(name.dropFirst(6))) else {
    return PatentExtraName.phrase(of: name)
  }
  return Phrase(zh: "\(field.phrase.zh)（与登记不同）", en: "\(field.phrase.en) (not what the register follows)")
}

private func entry(_ source: PatentSource, _ dossier: PatentDossier, _ account: Account) -> TimelineEntry {
  let place = (dossier.sources.firstIndex(of: source) ?? 0) + 1
  let file = dossier.files[source.file]
  let name: HTML = data(file?.name.split(separator: "/").last.map(String.init) ?? "")
  let run: HTML =
    account.may(.readImports) ? "<a href=\"\(PatentPath.show(source.run))\">\(name)</a>" : name
  let row = Phrase(zh: "第\(source.line)行", en: "row \(source.line)")
  let line: HTML =
    account.may(.readImports) ? "<a href=\"\(PatentPath.row(source.line, of: source.run))\">\(row)</a>" : "\(row)"
  let imported = dossier.runs[source.run].map { Instant($0.startedAt).text }
  let when: HTML = imported.map { " · \(Phrase(zh: "导入于 \($0)", en: "imported \($0)"))" } ?? ""
  let fields = source.fields.map(\.phrase)
  return TimelineEntry(
    "<span id=\"source-\(place)\">[\(place)]</span>",
    "\(run) · \(line) · \(source.effect.phrase)\(when)",
    """
    \(if: !fields.isEmpty && source.effect != .new, "<p>\(Phrase(zh: "更新：", en: "Updated: "))\(Phrase(zh: fields.map(\.zh).joined(separator: "、"), en: fields.map(\.en).joined(separator: ", ")))</p>")\
    \(saidOf(dossier.sayings(of: source)))\
    \(file.map { "<p class=\"help original\">SHA-256 \($0.hash)</p>" as HTML })
    """,
    tone: source.effect == .new ? .success : .neutral)
}

private func doors(_ dossier: PatentDossier, _ account: Account) -> HTML {
  let patent = dossier.patent
  var doors: [HTML] = []
  if account.may(.readImports) {
    doors.append(
      linkButton(Phrase(zh: "变更留痕", en: "History"), to: PatentPath.history("patents", patent.id.number)))
  }
  if account.may(.mergePatents), patent.identity.isWithoutNumber {
    doors.append(linkButton(Phrase(zh: "并入另一件", en: "Merge into another"), to: PatentPath.merge(patent.id)))
  }
  return doors.isEmpty ? "" : "<div class=\"actions\">\(doors)</div>"
}

/// The form that merges a document without a number into another.
func patentMergePage(_ patent: Patent, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "并入另一件专利", en: "Merge into another patent"),
    trail: [
      Crumb(Phrase(zh: "专利登记库", en: "Register of patents"), PatentPath.list),
      Crumb(
        .text(patent.facts[.title] ?? "—", lang: language(of: patent.facts[.title] ?? "")), PatentPath.show(patent.id)),
    ],
    """
    <p>\(Phrase(
      zh: "来源随之转移；另一件中缺少的值由这一件补上，已有的值不变。",
      en: "Its sources move along; values that the other one lacks are filled in, values that it has stay."))</p>
    \(state.form(
      to: PatentPath.merge(patent.id), revision: patent.revision, submit: Phrase(zh: "合并", en: "Merge"),
      """
      \(state.field("into", Phrase(zh: "目标专利的编号或网址", en: "Id or address of the other patent"), need: .required))
      \(state.field("reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 3), need: .required))
      """))
    """)
}

func language(of text: String) -> Language {
  text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } ? .zh : .en
}
