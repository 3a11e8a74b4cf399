import Access
import Kernel
public import Ledgers

extension Ledger {
  /// R-LEAD: who might come to the zone.
  public static let leads = Ledger(
    "leads", path: "/institutions/leads", mark: "R-LEAD", name: Phrase(zh: "招引线索", en: "Leads"),
    one: Phrase(zh: "招引线索", en: "lead"),
    purpose: Phrase(
      zh: "有意落户的机构，从线索到入驻逐步记录；转化率由步骤记录算出。",
      en: "Bodies that may settle here. Each step is noted; the conversion rates follow from the notes."),
    identity: ["code"], title: "name", readers: .readInstitutionFiles, keepers: .keepInstitutions, day: "opened_on",
    fields: [
      LedgerField("code", Phrase(zh: "线索编号", en: "Number"), .text(limit: 30)).required.listed,
      LedgerField("name", Phrase(zh: "机构名称", en: "Name"), .text(limit: 120)).required.listed,
      LedgerField("kind", Phrase(zh: "类型", en: "Kind"), .choice(leadKinds)).required.listed.filter,
      LedgerField("opened_on", Phrase(zh: "建立日期", en: "Opened on"), .day).required.listed,
      LedgerField("source", Phrase(zh: "来源", en: "Source"), .text(limit: 120)),
      LedgerField("keeper", Phrase(zh: "跟进人", en: "In charge"), .text(limit: 60)).required.listed,
      LedgerField("institution", Phrase(zh: "落户机构", en: "Settled as"), .organisation(of: "institutions")),
      LedgerField("note", Phrase(zh: "备注", en: "Note"), .lines(limit: 1_000)),
    ])

  /// The steps of each lead: the log that the funnel is counted from.
  public static let leadSteps = Ledger(
    "lead_steps", path: "/institutions/lead-steps", mark: "R-LEAD",
    name: Phrase(zh: "招引步骤", en: "Steps of leads"), one: Phrase(zh: "招引步骤", en: "step of a lead"),
    purpose: Phrase(zh: "每条线索走到哪一步、哪一天。", en: "Which step each lead took, and when."),
    identity: ["lead", "step"], title: "lead", readers: .readInstitutionFiles, keepers: .keepInstitutions,
    day: "taken_on",
    fields: [
      LedgerField("lead", Phrase(zh: "线索", en: "Lead"), .organisation(of: "leads")).required.listed.also("线索编号"),
      LedgerField("step", Phrase(zh: "步骤", en: "Step"), .choice(leadStepChoices)).required.listed.filter,
      LedgerField("taken_on", Phrase(zh: "日期", en: "Taken on"), .day).required.listed,
      LedgerField("note", Phrase(zh: "说明", en: "Note"), .text(limit: 300)).listed,
    ])

  /// Cultivation lists: whom the zone helps to grow, and what for.
  public static let cultivations = Ledger(
    "cultivations", path: "/institutions/cultivation", mark: "R-BRD",
    name: Phrase(zh: "培育名单", en: "Cultivation list"), one: Phrase(zh: "培育对象", en: "cultivated institution"),
    purpose: Phrase(
      zh: "本土小微机构和品牌机构的培育名单与目标。", en: "Small local institutions and brands in cultivation, with the goal of each."),
    identity: ["institution", "list", "entered_on"], title: "institution", readers: .readInstitutionFiles,
    keepers: .keepInstitutions, owner: "institution", day: "entered_on", rules: [.inOrder("entered_on", "ended_on")],
    fields: [
      LedgerField("institution", Phrase(zh: "机构", en: "Institution"), .organisation(of: "institutions")).required
        .listed,
      LedgerField("list", Phrase(zh: "名单", en: "List"), .choice(cultivationLists)).required.listed.filter,
      LedgerField("entered_on", Phrase(zh: "列入日期", en: "Entered on"), .day).required.listed,
      LedgerField("goal", Phrase(zh: "培育目标", en: "Goal"), .text(limit: 200)).required.listed,
      LedgerField("goal_by", Phrase(zh: "目标日期", en: "Goal by"), .day).listed,
      LedgerField("reached_on", Phrase(zh: "达成日期", en: "Reached on"), .day).listed,
      LedgerField("ended_on", Phrase(zh: "移出日期", en: "Ended on"), .day),
    ])

  /// Support given: funds, space and training add up for each institution.
  public static let support = Ledger(
    "support", path: "/institutions/support", mark: "R-FND", name: Phrase(zh: "扶持记录", en: "Support given"),
    one: Phrase(zh: "扶持记录", en: "support"),
    purpose: Phrase(
      zh: "资金、空间、培训等扶持，按机构合计。", en: "Support by funds, space and training, added up for each institution."),
    identity: ["number"], title: "number", readers: .readInstitutionFiles, keepers: .keepInstitutions,
    owner: "institution", day: "given_on",
    fields: [
      LedgerField("number", Phrase(zh: "编号", en: "Number"), .text(limit: 40)).required.listed,
      LedgerField("institution", Phrase(zh: "机构", en: "Institution"), .organisation(of: "institutions")).required
        .listed,
      LedgerField("kind", Phrase(zh: "方式", en: "Kind"), .choice(supportKinds)).required.listed.filter,
      LedgerField("given_on", Phrase(zh: "日期", en: "Given on"), .day).required.listed,
      LedgerField("amount", Phrase(zh: "折合金额", en: "Worth"), .money(.yuan)).required.listed,
      LedgerField("note", Phrase(zh: "说明", en: "Note"), .text(limit: 300)),
    ])
}

/// The steps of recruitment, in their order; `lost` ends it.
public let leadStepChoices = [
  LedgerChoice("lead", Phrase(zh: "线索", en: "Lead")),
  LedgerChoice("talk", Phrase(zh: "洽谈", en: "Talk")),
  LedgerChoice("sign", Phrase(zh: "签约", en: "Signed")),
  LedgerChoice("settle", Phrase(zh: "入驻", en: "Settled")),
  LedgerChoice("lost", Phrase(zh: "终止", en: "Lost")),
]
let leadKinds = [
  LedgerChoice("brand", Phrase(zh: "品牌机构", en: "Brand institution")),
  LedgerChoice("foreign", Phrase(zh: "外国代表机构", en: "Foreign office")),
  LedgerChoice("agency", Phrase(zh: "一般机构", en: "Other institution")),
]
let cultivationLists = [
  LedgerChoice("small", Phrase(zh: "本土小微机构", en: "Small local institution")),
  LedgerChoice("brand", Phrase(zh: "品牌培育", en: "Brand in the making")),
  LedgerChoice("above-scale", Phrase(zh: "升规培育", en: "Near the scale threshold")),
]
let supportKinds = [
  LedgerChoice("fund", Phrase(zh: "资金", en: "Fund")),
  LedgerChoice("space", Phrase(zh: "空间", en: "Space")),
  LedgerChoice("training", Phrase(zh: "培训", en: "Training")),
]
