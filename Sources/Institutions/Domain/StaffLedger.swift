import Access
import Kernel
public import Ledgers

extension Ledger {
  /// R-STAFF: who works where; a person at two institutions is one person.
  public static let staff = Ledger(
    "staff", path: "/institutions/staff", mark: "R-STAFF", name: Phrase(zh: "从业人员", en: "Staff"),
    one: Phrase(zh: "从业记录", en: "employment"),
    purpose: Phrase(
      zh: "机构从业人员及其起止日期。证件号码只保存密钥散列，同一人在两家机构任职只计一人。",
      en:
        "Who works for which institution, and when. Of a person's number only a keyed hash is kept, so that one person at two institutions counts once."
    ),
    identity: ["institution", "person", "from_day"], title: "person_name", readers: .readInstitutionFiles,
    keepers: .keepInstitutions, filers: .fileForInstitution, owner: "institution", day: "from_day",
    rules: [.inOrder("from_day", "to_day")],
    fields: [
      LedgerField("person_name", Phrase(zh: "姓名", en: "Name"), .text(limit: 60)).required.personal.listed,
      LedgerField("person", Phrase(zh: "证件号码", en: "Identity number"), .person).required.internalOnly.also("身份证号"),
      LedgerField("institution", Phrase(zh: "机构", en: "Institution"), .organisation(of: "institutions")).required.listed
        .also("机构名称", "单位"),
      LedgerField("contract", Phrase(zh: "用工形式", en: "Contract"), .choice(contractKinds)).required.listed.filter,
      LedgerField("from_day", Phrase(zh: "入职日期", en: "From"), .day).required.listed,
      LedgerField("to_day", Phrase(zh: "离职日期", en: "Until"), .day).listed,
      LedgerField("insured", Phrase(zh: "已参保", en: "Insured"), .flag).filter,
      LedgerField("degree", Phrase(zh: "学历", en: "Degree"), .choice(degrees)),
      LedgerField("graduate", Phrase(zh: "应届毕业生", en: "New graduate"), .flag),
      LedgerField("qualifications", Phrase(zh: "资格", en: "Qualifications"), .choices(qualifications)).listed.filter,
      LedgerField("position", Phrase(zh: "岗位", en: "Position"), .text(limit: 60)),
    ])

  /// R-AGT: practising records of patent attorneys.
  public static let practitioners = Ledger(
    "practitioners", path: "/institutions/practitioners", mark: "R-AGT",
    name: Phrase(zh: "执业专利代理师", en: "Practising patent attorneys"), one: Phrase(zh: "执业备案", en: "practising record"),
    purpose: Phrase(
      zh: "执业备案有效、执业地在区内的专利代理师；只有资格而未执业的不计。",
      en:
        "Patent attorneys with a valid practising record and a workplace in the district; a qualification alone does not count."
    ),
    identity: ["institution", "certificate"], title: "certificate", readers: .readInstitutionFiles,
    keepers: .keepInstitutions, filers: .fileForInstitution, owner: "institution", day: "from_day",
    rules: [.inOrder("from_day", "to_day")],
    fields: [
      LedgerField("certificate", Phrase(zh: "执业证号", en: "Certificate number"), .text(limit: 40)).required.listed,
      LedgerField("person_name", Phrase(zh: "姓名", en: "Name"), .text(limit: 60)).required.personal.listed,
      LedgerField("person", Phrase(zh: "证件号码", en: "Identity number"), .person).required.internalOnly.also("身份证号"),
      LedgerField("institution", Phrase(zh: "执业机构", en: "Institution"), .organisation(of: "institutions")).required
        .listed,
      LedgerField("in_district", Phrase(zh: "执业地在区内", en: "Works in the district"), .flag).required,
      LedgerField("from_day", Phrase(zh: "备案日期", en: "From"), .day).required.listed,
      LedgerField("to_day", Phrase(zh: "备案终止", en: "Until"), .day).listed,
    ])
}

let contractKinds = [
  LedgerChoice("full-time", Phrase(zh: "全职", en: "Full time"), aliases: ["劳动合同"]),
  LedgerChoice("part-time", Phrase(zh: "兼职", en: "Part time")),
  LedgerChoice("dispatched", Phrase(zh: "劳务派遣", en: "Dispatched")),
  LedgerChoice("intern", Phrase(zh: "实习", en: "Intern")),
]
let degrees = [
  LedgerChoice("college", Phrase(zh: "大专及以下", en: "College or below")),
  LedgerChoice("bachelor", Phrase(zh: "本科", en: "Bachelor")),
  LedgerChoice("master", Phrase(zh: "硕士", en: "Master")),
  LedgerChoice("doctor", Phrase(zh: "博士", en: "Doctor")),
]
let qualifications = [
  LedgerChoice("patent-attorney", Phrase(zh: "专利代理师资格", en: "Patent attorney")),
  LedgerChoice("mark-agent", Phrase(zh: "商标代理从业人员", en: "Trade mark agent")),
  LedgerChoice("lawyer", Phrase(zh: "律师", en: "Lawyer")),
  LedgerChoice("appraiser", Phrase(zh: "资产评估师", en: "Appraiser")),
  LedgerChoice("examiner", Phrase(zh: "审查员经历", en: "Former examiner")),
]
