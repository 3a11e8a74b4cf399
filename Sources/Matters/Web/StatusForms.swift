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
      let status = try await room.desk.status(form.text("code"), by: context.account)
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
        to: MatterPath.statusStep(procedure.head.code, step.code), submit: step.phrase,
        "\(codeField(state))\(stepFields(step, state))"))
      """)
  }

  @Sendable func take(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (_, step) = try asked(context)
    let given = StepGiven(texts: form.texts(of: step.fields), reason: form.text("step-reason"))
    do {
      try await room.desk.take(step.code, withCode: form.text("code"), given, by: context.account)
      let status = try await room.desk.status(form.text("code"), by: context.account)
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

  private func codeField(_ state: FormState) -> HTML {
    state.field(
      "code", Phrase(zh: "查询码", en: "Code"), need: .required,
      help: Phrase(zh: "如 ABCD-EFGH-JKLM-NPQR", en: "Such as ABCD-EFGH-JKLM-NPQR"))
  }
}

/// What is asked with a step.
func stepFields(_ step: StepEntry, _ state: FormState) -> HTML {
  let inputs = step.fields.map { $0.input(state) }
  guard step.needsReason else { return "\(inputs)" }
  return """
    \(inputs)\(state.field(
      "step-reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 4), need: .required,
      help: Phrase(zh: "写明依据；当事人将看到", en: "On what ground; those concerned read it")))
    """
}

/// Nothing about persons, and not what was said.
func statusPage(_ status: MatterStatus) -> Page {
  let moves = status.moves.map { TimelineEntry("\(Instant($0.at))", "\($0.status)") }
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
