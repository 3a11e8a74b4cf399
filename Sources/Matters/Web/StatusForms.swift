import Access
import Hummingbird
import Kernel
import Ledgers
import LedgersWeb
import Markup
import Matters
import MattersStore
import Web

/// Following a matter by its code, without an account.
///
/// The code is posted, never part of an address: addresses end up in histories and logs.
struct StatusForms: Sendable {
  let room: MatterRoom

  @Sendable func show(_ state: FormState, _: Request, _: PortalContext) async throws -> Page {
    Page(
      Phrase(zh: "凭查询码查进度", en: "Follow a matter by its code"),
      trail: [Crumb(Phrase(zh: "办事指南", en: "What you can ask for"), MatterPath.guides)],
      """
      <p class="lead">\(Phrase(
        zh: "查询码印在回执上，共 16 位，不分大小写，可不输连字符。窗口、电话和网上提交的办件都可以查。",
        en: "The 16 characters are on the receipt; case and hyphens do not matter. It works for whatever was filed at a counter, by telephone or here."))</p>
      \(state.form(to: MatterPath.status, submit: Phrase(zh: "查询", en: "Look"), codeField(state)))
      """)
  }

  @Sendable func look(_ form: Form, _ context: PortalContext) async throws -> Response {
    do {
      let status = try await room.desk.status(
        form.text("code"), from: context.clientAddress, by: context.account)
      return statusPage(status).answer(context)
    } catch let refusal as MatterRefusal {
      throw FieldRefusal(refusal, in: "code")
    }
  }

  @Sendable func showStep(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let (procedure, step) = try asked(context)
    return Page(
      step.phrase,
      trail: [
        Crumb(Phrase(zh: "办事指南", en: "What you can ask for"), MatterPath.guides),
        Crumb(Phrase(zh: "凭查询码查进度", en: "Follow a matter by its code"), MatterPath.status),
      ],
      """
      \(state.form(
        to: MatterPath.statusStep(procedure.head.code, step.code), .files, submit: step.phrase,
        "\(codeField(state))\(stepFields(step, state))\(upload(state))\(procedure.head.allowsAnonymity ? inside : "")"))
      """)
  }

  @Sendable func take(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (procedure, step) = try asked(context)
    var given = StepGiven(texts: form.texts(of: step.fields), reason: form.text("step-reason"))
    do {
      let (code, address) = (form.text("code"), context.clientAddress)
      // Files are kept of who has the code, and of a step that can be taken.
      let found = try await room.desk.status(code, from: address, by: context.account)
      if found.code == procedure.head.code, found.steps.contains(where: { $0.code == step.code }) {
        given.files = try await room.receive([(attachmentField, attachment, step.phrase)], from: form)
      }
      try await room.desk.take(step.code, withCode: code, given, from: address, by: context.account)
      let status = try await room.desk.status(code, from: address, by: context.account)
      return statusPage(status).answer(context)
    } catch MatterRefusal.wrongCode {
      throw FieldRefusal(MatterRefusal.wrongCode, in: "code")
    }
  }

  private func asked(_ context: PortalContext) throws -> (Procedure, StepEntry) {
    let procedure = try room.desk.book.kept(try context.segment("code")).procedure
    guard let step = procedure.step(try context.segment("step")), step.takers.contains(.filer) else {
      throw MatterRefusal.unknownStep
    }
    return (procedure, step)
  }

  private var inside: HTML {
    """
    <p class="help">\(Phrase(
      zh: "匿名提出的，文件名不予保存；文件内若有作者、拍摄地点等信息，请先自行清除。",
      en: "Of who left no name no file name is kept; files may hold their author or place inside: please remove that first."))</p>
    """
  }

  private func codeField(_ state: FormState) -> HTML {
    state.field(
      "code", Phrase(zh: "查询码", en: "Code"), need: .required,
      help: Phrase(zh: "如 ABCD-EFGH-JKLM-NPQR", en: "Such as ABCD-EFGH-JKLM-NPQR"))
  }
}

/// What is asked with a step.
func stepFields(_ step: StepEntry, _ state: FormState, _ prepared: StepPreparation = StepPreparation()) -> HTML {
  let inputs = step.fields.map { field in
    let given = typed(prepared.texts[field.name], field)
    return prepared.offers[field.name].map { chosen(field, among: $0, given, state) } ?? field.input(state, else: given)
  }
  guard step.needsReason else { return "\(inputs)" }
  return """
    \(inputs)\(state.field(
      "step-reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 4), need: .required,
      help: step.reasonHelp ?? Phrase(zh: "写明依据；当事人将看到", en: "On what ground; those concerned read it")))
    """
}

/// A field of text of which the records know what can stand in it.
private func chosen(_ field: LedgerField, among offers: [LedgerChoice], _ given: [String], _ state: FormState) -> HTML {
  let choices = [Choice("", Phrase(zh: "请选择", en: "Please choose"))] + offers.map { Choice($0.code, $0.words) }
  return state.field(
    field.name, field.header, .list(choices), else: given.first ?? "", need: field.isRequired ? .required : .optional,
    help: field.help)
}

/// Nothing about persons; what the office answered only where there is no account that could read it.
func statusPage(_ status: MatterStatus) -> Page {
  let moves = status.moves.reversed().map { move in
    let said = move.said.map { ($0.field.header, $0.field.shown($0.value)) }
    return TimelineEntry("\(Instant(move.at))", "\(move.status)", said.isEmpty ? "" : definitions(said))
  }
  let steps = status.steps.map {
    linkButton($0.phrase, to: MatterPath.statusStep(status.code, $0.code))
  }
  return Page(
    Phrase(zh: "办件进度", en: "Where the matter stands"),
    trail: [
      Crumb(Phrase(zh: "办事指南", en: "What you can ask for"), MatterPath.guides),
      Crumb(Phrase(zh: "凭查询码查进度", en: "Follow a matter by its code"), MatterPath.status),
    ],
    """
    \(notice(status.end == nil ? .information : .success, status.status))
    \(definitions([
      (Phrase(zh: "办件编号", en: "Number"), "<code>\(status.number)</code>"),
      (Phrase(zh: "事项", en: "Procedure"), "<a href=\"\(MatterPath.guide(status.code))\">\(status.procedure)</a>"),
      (Phrase(zh: "提交时间", en: "Filed"), "\(Instant(status.filedAt))"),
      (Phrase(zh: "当前时限", en: "Next time limit"), status.due.map { dueMark($0) } ?? .notKnown),
    ]))
    \(status.reason.map { notice(.warning, Phrase(zh: "承办人说明", en: "What the office says"), "<p>\(marked($0))</p>") })
    \(if: !steps.isEmpty, "<p class=\"actions\">\(steps)</p>")
    <h2>\(Phrase(zh: "办理过程", en: "What has happened"))</h2>
    \(timeline(moves))
    """)
}

/// A last day, with what may still move it.
func dueMark(_ due: Deadline, isLate: Bool = false) -> HTML {
  """
  \(due.day)\(if: isLate, " \(badge(Phrase(zh: "超期", en: "Late"), .error))")\
  \(due.caution.map { " \(statusMark(Phrase(zh: "暂定", en: "Provisional"), .warning, explanation: $0))" as HTML })
  """
}
