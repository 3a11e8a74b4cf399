import Access
import Figures
import HighValue
import HighValueStore
import Kernel
import Ledgers
import Markup
import Web

/// The counts of a day: by class, where classes overlap, by year and applicant, and for each ten thousand residents.
struct SurveyView {
  let survey: HighValueSurvey
  let rules: [HighValueRuleNote]
  let lists: [HighValueList]
  let question: HighValueQuestion
  let residents: String
  let place: HighValuePlace
  let today: Day
  let account: Account

  static let title = Phrase(zh: "高价值发明专利", en: "High-value invention patents")
  private static let unit = Phrase(zh: "件", en: "patents")

  var page: Page {
    Page(
      Self.title,
      """
      <p class="lead">\(lead)</p>
      \(dayBar)
      \(totals)
      \(incomplete)
      <h2>\(Phrase(zh: "五类", en: "The five classes"))</h2>
      \(classTable)
      \(start)
      \(overlap(.certain))\(overlap(.probable))
      \(years)\(applicants)
      <h2>\(Phrase(zh: "没有计入的", en: "What is not counted"))</h2>
      \(restTable)
      \(basisSection)
      \(listSection)
      \(doors)
      """)
  }

  private var lead: Phrase {
    Phrase(
      zh:
        "登记库中地址在\(place.district)的有效发明专利，按五类逐件认定；一件符合多类只计一次，“确定”与“可能”分开。平台估算不是官方公布数。",
      en:
        "Invention patents of the register in force with an address in \(PlaceNames.english(place)), judged patent by patent. One of several classes counts once; what is certain and what is probable stand apart. This is the platform’s estimate, not the official count."
    )
  }

  private var dayBar: HTML {
    filterBar(
      to: HighValuePath.survey(), clear: question.day == nil ? nil : HighValuePath.survey(),
      field(
        "on", Phrase(zh: "截至日期", en: "As of"), .day, values: [survey.basis.day.description],
        help: Phrase(
          zh: "按该日适用的规则、参照表和记录；登记库按现有资料",
          en: "By the rules, table and records of that day; the register as it is known now"),
        error: question.fault))
  }

  func link(_ selection: HighValueSelection) -> Link { HighValuePath.patents(question.with(selection)) }

  func number(_ count: Int, _ selection: HighValueSelection) -> HTML {
    "<a href=\"\(link(selection))\">\(Count(count))</a>"
  }

  private var totals: HTML {
    let certain = survey.union(.certain)
    return tiles([
      Tile(
        Phrase(zh: "确定", en: "Certain"), "\(Count(certain))", unit: Self.unit,
        note: Phrase(zh: "一件只计一次", en: "each once"), link: link(HighValueSelection(bin: .certain))),
      Tile(
        Phrase(zh: "可能", en: "Probable"), "\(Count(survey.union(.probable)))", unit: Self.unit,
        note: Phrase(zh: "待核实，不计入", en: "to be verified, not counted"), link: link(HighValueSelection(bin: .probable))),
      rate(certain),
    ])
  }

  private func rate(_ certain: Int) -> Tile {
    let label = Phrase(zh: "每万人（确定）", en: "For each 10,000 residents (certain)")
    let series = HighValuePath.series(residents)
    guard let population = survey.population, let rate = population.rate(of: certain) else {
      return Tile(
        label, HTML.notKnown, note: Phrase(zh: "缺年末常住人口", en: "the population of the year’s end is missing"),
        noteLink: series)
    }
    let people = population.tenThousands.shortest
    return Tile(
      label, "\(rate.text(digits: 2))", unit: Phrase(zh: "件/万人", en: "per 10,000"),
      note: Phrase(
        zh: "÷ \(population.period) 年末常住人口 \(people) 万人（\(population.standing.phrase.zh)）",
        en: "÷ \(people) × 10,000 residents, \(population.period) (\(population.standing.phrase.en))"),
      noteLink: series)
  }

  private var incomplete: HTML {
    let hindered = survey.basis.hindered
    guard !hindered.isEmpty else { return "" }
    let names = hindered.map(\.rawValue)
    return notice(
      .information,
      Phrase(
        zh: "\(names.joined(separator: "、")) 不可计算，以上各数只含其余各类，是下限",
        en:
          "\(names.joined(separator: ", ")) cannot be computed: the numbers above are of the other classes, and no less than that"
      ))
  }

  private var classTable: HTML {
    table(
      Phrase(zh: "各类件数", en: "Patents by class"),
      columns: [
        Column(Phrase(zh: "类别", en: "Class"), .name), Column(Phrase(zh: "确定", en: "Certain"), .number),
        Column(Phrase(zh: "可能", en: "Probable"), .number), Column(Phrase(zh: "依据", en: "By what")),
      ],
      rows: HighValueClass.allCases.map { kind in
        ["\(kind.title)", cell(kind, .certain), cell(kind, .probable), ground(of: kind)]
      })
  }

  private func cell(_ kind: HighValueClass, _ certainty: Certainty) -> HTML {
    guard let count = survey.count(kind, certainty) else {
      return badge(Phrase(zh: "不可计算", en: "Not computable"), .warning)
    }
    return number(count, HighValueSelection(kind: kind, certainty: certainty))
  }

  private func ground(of kind: HighValueClass) -> HTML {
    let hindrance: HTML = survey.basis.hindrance(of: kind).map { "\($0)" as HTML } ?? ""
    switch kind {
    case .industry:
      guard let table = survey.basis.table else {
        return
          "\(hindrance) <a href=\"\(HighValuePath.tables)\">\(Phrase(zh: "参照表", en: "The tables"))</a>"
      }
      return "<a href=\"\(HighValuePath.show(table.id))\">\(marked(table.name))</a>"
    case .overseas:
      return
        "\(Phrase(zh: "来源所列同族：已授权为确定，仅申请为可能", en: "Family in the sources: granted is certain, only filed is probable"))"
    case .maintained:
      let years = survey.basis.maintainedYears
      return
        "\(Phrase(zh: "超过 \(years) 年；\(survey.basis.start.phrase.zh)", en: "More than \(years) years. \(survey.basis.start.phrase.en)"))"
    case .pledged: return "\(hindrance)\(ledgerLink(.patentPledges))"
    case .awarded: return "\(hindrance)\(ledgerLink(.patentAwards))"
    }
  }

  private func ledgerLink(_ ledger: Ledger) -> HTML {
    account.may(ledger.readers) ? " <a href=\"\(HighValuePath.ledger(ledger))\">\(ledger.name)</a>" : ""
  }

  /// Both readings of the ten years, where nobody has decided between them.
  private var start: HTML {
    guard survey.basis.start == .open, let both = survey.count(.maintained, .certain),
      let filingOnly = survey.count(.maintained, .probable)
    else { return "" }
    return """
      <p>\(Phrase(zh: "H3 起算点未裁定，两种读法并列：自授权公告日起算 ", en: "Where the years of H3 start is not decided. From grant: "))\
      \(number(both, HighValueSelection(kind: .maintained, certainty: .certain)))\
      \(Phrase(zh: " 件（两种读法都超过，作确定）；自申请日起算另有 ", en: " (both readings, certain); from filing "))\
      \(number(filingOnly, HighValueSelection(kind: .maintained, certainty: .probable)))\
      \(Phrase(zh: " 件（作可能）。", en: " more (probable)."))</p>
      """
  }

  private var years: HTML {
    let years = survey.years(.certain)
    guard !years.isEmpty else { return "" }
    return barChart(
      Phrase(zh: "确定的，按授权年", en: "Certain ones by year of grant"), unit: Self.unit,
      bars: years.map { Bar("\($0.year)", $0.count, link: link(HighValueSelection(bin: .certain, year: $0.year))) })
  }

  private var applicants: HTML {
    let names = survey.applicants(.certain, limit: 20)
    guard !names.isEmpty else { return "" }
    return barChart(
      Phrase(zh: "确定的，按申请（专利权）人（前 20）", en: "Certain ones by applicant (the first 20)"), unit: Self.unit,
      bars: names.map {
        Bar(marked($0.name), $0.count, link: link(HighValueSelection(bin: .certain, applicant: $0.name)))
      })
  }
}

/// A district in running English.
enum PlaceNames {
  static func english(_ place: HighValuePlace) -> String { place.district == "江宁区" ? "Jiangning" : "the district" }
}
