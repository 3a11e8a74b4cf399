import Kernel
import Markup
import Premises
import Web

/// The form of a move-in, which begins today unless it is said otherwise.
func moveInPage(_ room: Room, _ book: PremisesBook, today: Day, _ state: FormState) throws -> Page {
  if !room.use.isLettable { throw MoveRefusal.notForLetting(room.use) }
  let taken = book.occupant(of: room.id, on: today)
  return Page(
    Phrase(zh: "办理入驻", en: "Record a move-in"), trail: roomTrail(room),
    """
    \(decidedFirst("move-in", Phrase(zh: "入驻须经评审和公示", en: "A panel and publicity come first")))\
    \(definitions([
      (Phrase(zh: "房间", en: "Room"), marked(room.number)), (Phrase(zh: "用途", en: "Use"), "\(room.use.phrase)"),
      (Phrase(zh: "面积", en: "Area"), "\(room.area.markup) \(FloorArea.unit)"),
    ]))
    \(taken.map { notice(
      .information, Phrase(zh: "房间现有机构使用", en: "Somebody is in the room now"),
      "<p>\(tenantName($0.tenantName))\(Phrase(zh: "，", en: ", "))\(stayMarkup($0.stay))</p>") })
    \(state.form(
      to: PremisesPath.moveIn(room.id), submit: Phrase(zh: "登记入驻", en: "Record the move-in"),
      """
      \(state.field(
        "tenant", Phrase(zh: "统一社会信用代码", en: "Unified social credit code"), need: .required,
        help: Phrase(zh: "18 位，照营业执照填写", en: "Eighteen symbols, from the business licence")))\
      \(state.field("tenant-name", Phrase(zh: "机构名称（签约时）", en: "Name as of the contract"), need: .required, hint: "organization"))\
      \(state.field("first", Phrase(zh: "入驻日", en: "First day"), .day, else: today.description, need: .required))\
      \(state.field(
        "last", Phrase(zh: "合同最后一天", en: "Last day by the contract"), .day,
        help: Phrase(zh: "未约定的留空；最后一天仍算在驻", en: "Empty if open; the last day is still in")))\
      \(state.field("contract", Phrase(zh: "合同编号", en: "Number of the contract"), need: .required))\
      \(state.field(
        "decision", Phrase(zh: "入驻决定文件", en: "Document of the decision"), need: .required,
        help: Phrase(zh: "每次入驻都要有决定记录", en: "Every move has a record of its decision")))\
      \(matterField("RZ", state))\(lateField(state))
      """))
    """)
}

/// The form of a move-out.
func moveOutPage(_ stay: Occupancy, _ book: PremisesBook, today: Day, _ state: FormState) throws -> Page {
  let reasons = DepartureReason.allCases.map { Choice($0.rawValue, $0.phrase) }
  return Page(
    Phrase(zh: "办理迁出", en: "Record a move-out"), trail: roomTrail(try book.room(stay.room)),
    """
    \(decidedFirst("move-out", Phrase(zh: "迁出须先经决定", en: "A decision comes first")))\
    \(facts(of: stay))
    \(state.form(
      to: PremisesPath.moveOut(stay.id), revision: stay.revision, submit: Phrase(zh: "登记迁出", en: "Record the move-out"),
      """
      \(state.field(
        "last", Phrase(zh: "最后一天", en: "Last day"), .day, else: (stay.stay.last ?? today).description, need: .required,
        help: Phrase(zh: "这一天仍算在驻，次日起不再计数", en: "Still in on that day; it counts no longer from the next")))\
      \(state.field("reason", Phrase(zh: "迁出原因", en: "Why it leaves"), .radio(reasons), need: .required))\
      \(state.field("decision", Phrase(zh: "迁出决定文件", en: "Document of the decision"), need: .required))\
      \(state.field(
        "dispute", Phrase(zh: "机构的异议", en: "What the tenant contests"), .area(rows: 3),
        help: Phrase(zh: "有异议的如实记录，随记录长期保留", en: "If it does, write it down; it stays on record")))\
      \(matterField("QC", state))\(lateField(state))
      """))
    """)
}

/// The form that puts an entry right.
func correctPage(_ stay: Occupancy, _ book: PremisesBook, _ state: FormState) throws -> Page {
  Page(
    Phrase(zh: "更正入驻记录", en: "Correct an occupancy"), trail: roomTrail(try book.room(stay.room)),
    """
    <p class="lead">\(Phrase(
      zh: "更正可能改变已过日期的统计，须写明理由并记入留痕。",
      en: "A correction may change figures of days that are over; it needs a reason, which goes into the journal."))</p>
    \(facts(of: stay))
    \(state.form(
      to: PremisesPath.correct(stay.id), revision: stay.revision, submit: Phrase(zh: "更正", en: "Correct"),
      """
      \(state.field("first", Phrase(zh: "入驻日", en: "First day"), .day, else: stay.stay.first.description, need: .required))\
      \(state.field("last", Phrase(zh: "最后一天", en: "Last day"), .day, else: stay.stay.last?.description ?? ""))\
      \(state.field("contract", Phrase(zh: "合同编号", en: "Number of the contract"), else: stay.contract ?? "", need: .required))\
      \(state.field("dispute", Phrase(zh: "机构的异议", en: "What the tenant contests"), .area(rows: 3), else: stay.dispute ?? ""))\
      \(reasonField(state))
      """))
    """)
}

/// The form that takes a mistaken entry back.
func withdrawPage(_ stay: Occupancy, _ book: PremisesBook, _ state: FormState) throws -> Page {
  Page(
    Phrase(zh: "撤回入驻记录", en: "Withdraw an occupancy"), trail: roomTrail(try book.room(stay.room)),
    """
    <p class="lead">\(Phrase(
      zh: "仅用于误录：撤回后这条记录在任何一天都不计数，但仍保留可查。机构离开请用“办理迁出”。",
      en: "Only for mistakes: a withdrawn entry counts on no day and stays on record. When a tenant leaves, record its move-out."))</p>
    \(facts(of: stay))
    \(state.form(
      to: PremisesPath.withdraw(stay.id), revision: stay.revision, submit: Phrase(zh: "撤回", en: "Withdraw"),
      reasonField(state)))
    """)
}

func reasonField(_ state: FormState) -> HTML {
  state.field(
    "reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 3), need: .required,
    help: Phrase(zh: "写明依据，将记入留痕", en: "Say on what ground; it goes into the journal"))
}

private func lateField(_ state: FormState) -> HTML {
  state.field(
    "late-reason", Phrase(zh: "补录理由", en: "Why it comes late"), .area(rows: 2),
    help: Phrase(
      zh: "日期早于今天或没有办件编号时必填", en: "Needed where a day before today is given, or no number of a matter"))
}

private func matterField(_ letters: String, _ state: FormState) -> HTML {
  state.field(
    "matter", Phrase(zh: "办件编号", en: "Number of the matter"),
    help: Phrase(zh: "如 \(letters)-2026-00012；补录的可不填", en: "Such as \(letters)-2026-00012; empty where it comes late"))
}

/// That a procedure decides first, and where it is: here is entered what came of it, or what comes late.
private func decidedFirst(_ procedure: String, _ title: Phrase) -> HTML {
  notice(
    .information, title,
    """
    <p>\(Phrase(
      zh: "请先在办事指南中办理，办结时房间和名录自动登记；此处只用于补录，或登记办件之外的情况并注明办件编号。",
      en: "Please use the procedure: room and register follow from it. This form is for what comes late, and for what a matter did not enter; give its number then."))</p>
    <p class="actions">\(linkButton(Phrase(zh: "查看办事指南", en: "To the procedure"), to: Link("/guide/\(procedure)")))</p>
    """)
}

private func facts(of stay: Occupancy) -> HTML {
  definitions([
    (Phrase(zh: "机构", en: "Tenant"), "\(tenantName(stay.tenantName)) <code>\(stay.tenant)</code>"),
    (Phrase(zh: "期间", en: "From and to"), stayMarkup(stay.stay)),
  ])
}

func roomTrail(_ room: Room) -> [Crumb] {
  [premisesCrumb, Crumb(.text(room.number, lang: .zh), PremisesPath.room(room.id))]
}
