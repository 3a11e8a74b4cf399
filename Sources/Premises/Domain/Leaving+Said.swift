public import Kernel
public import Ledgers
public import Matters

/// What is said with the steps of leaving.
extension Leaving {
  public static let statement = Question.lines("statement", Phrase(zh: "陈述和申辩", en: "Statement")).required
  public static let heardOn = Question.day("heard_on", Phrase(zh: "听取日期", en: "Heard on")).required
  public static let hearingNote = Question.lines(
    "hearing_note", Phrase(zh: "听取情况和采纳意见", en: "What was said, and what follows")
  )
  .required
  public static let decisionNumber = Question.line(
    "decision_number", Phrase(zh: "决定文号", en: "Number of the decision"), limit: 80
  ).required
  public static let supportEnds = Question.day("support_ends", Phrase(zh: "停止扶持日期", en: "Support ends on")).required
    .help(Phrase(zh: "为作出决定当日，不因异议推迟", en: "The day of the decision; an objection does not put it off"))
  public static let newSite = Question.choice("new_site", Phrase(zh: "换到", en: "To which site"), SiteCode.choices)
    .required
  public static let dispute = Question.lines("dispute", Phrase(zh: "异议内容", en: "What is contested"), limit: 500)
    .required
    .help(
      Phrase(
        zh: "留在入驻记录中；扶持仍自决定之日停止", en: "It stays on the record of the room; support ends with the decision all the same")
    )
  public static let clients = Question.whole("clients", Phrase(zh: "移交客户数", en: "Clients handed over"), 0...100_000)
    .required
    .help(Phrase(zh: "没有在办客户的填 0；清单作为附件上传", en: "0 where there is none; attach the list"))
  public static let handedTo = Question.lines("handed_to", Phrase(zh: "由谁承接", en: "Who takes them over"), limit: 1_000)
    .required
  public static let lastDay = Question.day("last_day", Phrase(zh: "在区最后一天", en: "Last day in the zone")).required
    .help(Phrase(zh: "当日仍计入；不能早于今天", en: "That day still counts; not before today"))
  public static let keys = Question.flag("keys_back", Phrase(zh: "钥匙和门禁已收回", en: "Keys and cards are back")).required
  public static let noListReason = Question.lines(
    "no_list_reason", Phrase(zh: "没有客户移交清单的原因", en: "Why there is no list of clients"), limit: 500
  ).help(
    Phrase(
      zh: "机构未提交清单的，搬离期满后写明原因，可以登记迁出",
      en: "Where the tenant hands in none: once its time to leave is over, say why, and it can be registered as gone"))
  public static let condition = Question.lines("condition", Phrase(zh: "房间状况", en: "State of the rooms"), limit: 1_000)
  public static let newRoom = Question.line("new_room", Phrase(zh: "新房间", en: "New room"), limit: 20).required
    .help(Phrase(zh: "只列出该片区当日空置、可出租的房间", en: "Rooms of the site that are for letting and vacant today"))
  public static let movesOn = Question.day("moves_on", Phrase(zh: "换房日期", en: "Moves on")).required
    .help(Phrase(zh: "原房间使用到前一天", en: "The old room is held until the day before"))
  public static let contract = Question.line(
    "contract", Phrase(zh: "新合同编号", en: "Number of the new contract"), limit: 80
  )
  .required
}
