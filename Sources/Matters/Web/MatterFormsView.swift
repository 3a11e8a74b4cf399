import Access
import Kernel
import Ledgers
import Markup
import Matters
import MattersStore
import Web

/// What a step asks for; one that asks for nothing is a button on the matter's page, too.
func stepPage(_ file: MatterFile, _ step: StepEntry, _ prepared: StepPreparation, _ state: FormState) -> Page {
  Page(
    step.phrase, trail: trail(file),
    """
    \(about(file))\
    \(state.form(
      to: MatterPath.step(step.code, file.matter.id), .files, revision: file.matter.revision, submit: step.phrase,
      "\(named(step, file, state))\(stepFields(step, state, prepared))\(upload(state))"))
    """)
}

/// The way to a matter, as far as the reader may go it.
func trail(_ file: MatterFile) -> [Crumb] {
  let isStaff = file.standing.isStaff
  return [
    Crumb(
      isStaff ? Phrase(zh: "办理队列", en: "Queue") : Phrase(zh: "我的办件", en: "My matters"),
      isStaff ? MatterPath.queue : MatterPath.own),
    Crumb(.text("\(file.matter.number)", lang: .en), MatterPath.show(file.matter.id)),
  ]
}

private func about(_ file: MatterFile) -> HTML {
  let stage = file.procedure.stage(file.matter.stage)?.phrase
  return """
    <p class="lead">\(file.procedure.head.name) <code>\(file.matter.number)</code>\(stage.map { " \(badge($0))" as HTML })</p>
    """
}

/// Whom a step names: those without a tie to anybody who takes part.
private func named(_ step: StepEntry, _ file: MatterFile, _ state: FormState) -> HTML {
  guard let asked = step.appoints else { return "" }
  let words = file.procedure.party(asked.role)?.words ?? step.phrase
  let people = file.candidates[step.code] ?? []
  guard !people.isEmpty else {
    return notice(
      .warning,
      Phrase(zh: "没有可指定的人选：持有资格的人都与当事人有关联或已回避", en: "Nobody can be named: everybody qualified has a tie or stood aside")
    )
  }
  let choices = people.map { Choice("\($0.account)", text: $0.name, in: .zh) }
  let help =
    asked.isOdd
    ? Phrase(
      zh: "\(asked.count.lowerBound) 至 \(asked.count.upperBound) 人，须为单数；有利害关系的不在其中",
      en: "\(asked.count.lowerBound) to \(asked.count.upperBound), an odd number; whoever has a tie is left out")
    : Phrase(zh: "有利害关系的不在其中", en: "Whoever has a tie is left out")
  return state.field(
    "appointed", words, asked.count.upperBound > 1 ? .checks(choices) : .radio(choices), need: .required, help: help)
}

func upload(_ state: FormState) -> HTML {
  state.field(
    attachmentField, Phrase(zh: "附件", en: "Attachment"), .file(accept: ".pdf,.png,.jpg,.jpeg,.xlsx,.docx,.txt"),
    help: Phrase(zh: "可选；与本步骤一并留存，读者与本步骤相同", en: "Optional; kept with this step, for those who read it"))
}

func assignPage(_ file: MatterFile, _ people: [MatterPerson], _ state: FormState) -> Page {
  let title = Phrase(zh: "分派办件", en: "Assign the matter")
  guard !people.isEmpty else {
    return Page(
      title, trail: trail(file),
      emptyState(
        Phrase(zh: "没有可分派的人", en: "There is nobody to assign it to"),
        Phrase(zh: "持有办理权限的人都与当事人有关联或已回避", en: "Everybody who could work on it has a tie or stood aside")))
  }
  return Page(
    title, trail: trail(file),
    """
    \(about(file))\
    \(state.form(
      to: MatterPath.act("assign", file.matter.id), revision: file.matter.revision, submit: Phrase(zh: "分派", en: "Assign"),
      state.field(
        "appointed", Phrase(zh: "承办人", en: "Who works on it"),
        .radio(people.map { Choice("\($0.account)", text: $0.name, in: .zh) }),
        else: file.matter.handler.map { "\($0)" } ?? "", need: .required,
        help: Phrase(zh: "只列出与当事人没有关联的人", en: "Only those without a tie to anybody who takes part"))))
    """)
}

func recusePage(_ file: MatterFile, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "回避", en: "Stand aside"), trail: trail(file),
    """
    \(about(file))<p>\(Phrase(
      zh: "回避后您不再看到也不再办理此办件，且不能撤销；理由留在办件中。",
      en: "After that you neither see the matter nor work on it, for good; the reason stays with it."))</p>
    \(state.form(
      to: MatterPath.act("recuse", file.matter.id), revision: file.matter.revision,
      submit: Phrase(zh: "回避", en: "Stand aside"),
      state.field("step-reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 4), need: .required)))
    """)
}

func notePage(_ file: MatterFile, _ state: FormState) -> Page {
  let own =
    file.standing.isStaff
    ? Phrase(zh: "仅工作人员可见", en: "The staff alone") : Phrase(zh: "仅本方和工作人员可见", en: "My side and the staff")
  return Page(
    Phrase(zh: "记入办件", en: "Add a note"), trail: trail(file),
    """
    \(about(file))\
    \(state.form(
      to: MatterPath.act("note", file.matter.id), submit: Phrase(zh: "记入", en: "Add"),
      """
      \(state.field("note", Phrase(zh: "内容", en: "Note"), .area(rows: 6), need: .required))\
      \(state.field(
        "readers", Phrase(zh: "谁可以看", en: "Who reads it"),
        .radio([Choice("own", own), Choice("all", Phrase(zh: "参与此办件的各方都可见", en: "Everybody who takes part"))]),
        else: "own", need: .required))
      """))
    """)
}

func extendPage(_ file: MatterFile, _ clock: ProcedureClock, _ state: FormState) -> Page {
  let due = file.clocks.last { $0.clock == clock.code && $0.isRunning }?.due
  return Page(
    Phrase(zh: "延长“\(clock.words.zh)”", en: "Extend “\(clock.words.en)”"), trail: trail(file),
    """
    \(about(file))\
    \(definitions([(Phrase(zh: "现届满日", en: "Ends now on"), due.map { dueMark($0) } ?? .notKnown)]))\
    \(state.form(
      to: MatterPath.extend(clock.code, file.matter.id), revision: file.matter.revision,
      submit: Phrase(zh: "延长", en: "Extend"),
      state.field(
        "step-reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 4), need: .required,
        help: Phrase(zh: "只能延长一次；当事人将看到理由", en: "Only once; those concerned read the reason"))))
    """)
}
