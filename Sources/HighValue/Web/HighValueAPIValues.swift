import API
import Figures
import HighValue
import HighValueStore
import Kernel
import Patents

/// The counts of a day as programs see them: what is not computable is absent, never 0.
struct HighValueSummaryView: APIValue {
  let day: Day
  let certain: Int
  let probable: Int
  /// A decimal as text, so that nothing is rounded on the way.
  let perTenThousand: String?
  let populationPeriod: String?
  let h3From: String
  let classes: [HighValueClassView]

  init(_ survey: HighValueSurvey) {
    day = survey.basis.day
    certain = survey.union(.certain)
    probable = survey.union(.probable)
    perTenThousand = survey.population?.rate(of: certain)?.plainText(digits: 4)
    populationPeriod = survey.population?.period
    h3From = survey.basis.start.rawValue
    classes = HighValueClass.allCases.map { HighValueClassView($0, of: survey) }
  }

  static var schema: APISchema {
    .object(
      "HighValueSummary",
      [
        APIField("day", .day, Phrase(zh: "截至", en: "As of")),
        APIField("certain", .integer(), Phrase(zh: "确定的件数，一件只计一次", en: "Certain ones, each once")),
        APIField("probable", .integer(), Phrase(zh: "可能的件数", en: "Probable ones")),
        APIField(
          "perTenThousand", .text, Phrase(zh: "每万人（确定）", en: "Certain ones for each 10,000 residents"),
          .sometimes),
        APIField(
          "populationPeriod", .text, Phrase(zh: "人口所属期", en: "Of which year the population is"), .sometimes),
        APIField(
          "h3From", .choice(MaintenanceStart.allCases.map(\.rawValue)), Phrase(zh: "H3 起算", en: "Where H3 starts")),
        APIField("classes", .array(HighValueClassView.schema), Phrase(zh: "五类", en: "The five classes")),
      ])
  }
}

struct HighValueClassView: APIValue {
  let code: String
  let name: Phrase
  let certain: Int?
  let probable: Int?
  let hindrance: Phrase?

  init(_ kind: HighValueClass, of survey: HighValueSurvey) {
    code = kind.rawValue
    name = kind.phrase
    certain = survey.count(kind, .certain)
    probable = survey.count(kind, .probable)
    hindrance = survey.basis.hindrance(of: kind)
  }

  static var schema: APISchema {
    .object(
      "HighValueClass",
      [
        APIField("code", .choice(HighValueClass.allCases.map(\.rawValue)), Phrase(zh: "类别", en: "The class")),
        APIField("name", .phrase, Phrase(zh: "名称", en: "Its name")),
        APIField("certain", .integer(), Phrase(zh: "确定的件数", en: "Certain ones"), .sometimes),
        APIField("probable", .integer(), Phrase(zh: "可能的件数", en: "Probable ones"), .sometimes),
        APIField(
          "hindrance", .phrase, Phrase(zh: "为何不可计算", en: "Why it cannot be computed"), .sometimes),
      ])
  }
}

struct HighValuePatentView: APIValue {
  let number: String
  let patent: ID<Patent>
  let title: String?
  let applicants: [String]
  let grantedOn: Day?
  let bin: String
  let certain: [String]
  let probable: [String]
  let evidence: [HighValueEvidenceView]

  init(_ assessment: HighValueAssessment) {
    let found = assessment.patent
    number = found.number.description
    patent = found.patent
    title = found.title
    applicants = found.applicants
    grantedOn = found.grantedOn
    bin = assessment.bin.rawValue
    certain = assessment.classes(.certain).sorted().map(\.rawValue)
    probable = assessment.classes(.probable).sorted().map(\.rawValue)
    evidence = assessment.findings.map(HighValueEvidenceView.init)
  }

  static var schema: APISchema {
    .object(
      "HighValuePatent",
      [
        APIField("number", .text, Phrase(zh: "申请号", en: "Application number")),
        APIField("patent", .id, Phrase(zh: "登记库编号", en: "Its id in the register")),
        APIField("title", .text, Phrase(zh: "名称", en: "Title"), .sometimes),
        APIField("applicants", .array(.text), Phrase(zh: "申请（专利权）人", en: "Applicants")),
        APIField("grantedOn", .day, Phrase(zh: "授权公告日", en: "Granted on"), .sometimes),
        APIField("bin", .choice(HighValueBin.allCases.map(\.rawValue)), Phrase(zh: "认定", en: "Where it is counted")),
        APIField("certain", .array(.text), Phrase(zh: "确定的类", en: "Certain classes")),
        APIField("probable", .array(.text), Phrase(zh: "可能的类", en: "Probable classes")),
        APIField("evidence", .array(HighValueEvidenceView.schema), Phrase(zh: "依据", en: "What shows it")),
      ])
  }
}

struct HighValueEvidenceView: APIValue {
  let code: String
  let certainty: String
  let ground: Phrase

  init(_ finding: HighValueFinding) {
    code = finding.kind.rawValue
    certainty = finding.certainty.rawValue
    ground = finding.ground
  }

  static var schema: APISchema {
    .object(
      "HighValueEvidence",
      [
        APIField("code", .choice(HighValueClass.allCases.map(\.rawValue)), Phrase(zh: "类别", en: "The class")),
        APIField("certainty", .choice(Certainty.allCases.map(\.rawValue)), Phrase(zh: "把握", en: "How sure it is")),
        APIField("ground", .phrase, Phrase(zh: "依据", en: "What shows it")),
      ])
  }
}

struct SEITableView: APIValue {
  let id: ID<SEITable>
  let name: String
  let source: String
  let from: Day
  let rows: Int
  let withdrawnOn: Day?

  init(_ table: SEITable) {
    id = table.id
    name = table.name
    source = table.source
    from = table.from
    rows = table.rows
    withdrawnOn = table.withdrawnOn
  }

  static var schema: APISchema {
    .object(
      "SEITable",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")), APIField("name", .text, Phrase(zh: "名称", en: "Name")),
        APIField("source", .text, Phrase(zh: "来源", en: "Source")),
        APIField("from", .day, Phrase(zh: "适用自", en: "Holds from")),
        APIField("rows", .integer(), Phrase(zh: "行数", en: "Rows")),
        APIField("withdrawnOn", .day, Phrase(zh: "撤回日期", en: "Withdrawn on"), .sometimes),
      ])
  }
}
