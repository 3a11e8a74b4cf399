import API
import Access
import Hummingbird
import Jobs
import Kernel
import Markup
import Patents
import PatentsStore
import Web

/// The order of sources, and the computation of the register by it.
struct SourceOrderPages: Sendable {
  let desk: PatentDesk

  @Sendable func show(_ request: Request, _ context: PortalContext) async throws -> Page {
    sourceOrderPage(try await desk.sourceOrder(by: context.account), for: context.account)
  }

  @Sendable func showApply(_ state: FormState, _ request: Request, _ context: PortalContext) async throws -> Page {
    Page(
      Phrase(zh: "按来源位次重算登记库", en: "Compute the register by the order of sources"),
      trail: [importsCrumb, Crumb(orderTitle, PatentPath.order)],
      """
      \(notice(.warning, Phrase(
        zh: "将逐件按今天的来源位次重新取值，如同各文件是在这一位次下导入的；每一批都记入留痕，其间可以停止。",
        en: "Every value is chosen anew by today's order, as if the files had come in under it. Each batch goes into the journal, and it can be stopped.")))
      \(state.form(to: PatentPath.applyOrder, submit: Phrase(zh: "开始重算", en: "Start"), ""))
      """)
  }

  @Sendable func apply(_ form: Form, _ context: PortalContext) async throws -> Response {
    let job = try await desk.orderReorder(by: context.account)
    return .seeOther(Link("/jobs/\(job.id)"), context)
  }
}

private let orderTitle = Phrase(zh: "来源位次", en: "Order of sources")

/// The rank of each source by the rules and in the register.
private func sourceOrderPage(_ found: SourceOrderOverview, for account: Account) -> Page {
  Page(
    orderTitle, trail: [importsCrumb],
    """
    <p class="lead">\(Phrase(
      zh: "同一专利由多个来源提供时，位次不低于此前来源的较新来源为准；位次低的只补充空缺。位次由规则库规定，各有生效日和依据。",
      en: "Where several sources speak of a patent, the newer counts if it ranks at least as high as those before; a lower one fills gaps only. The ranks are rules, each with its first day and its basis."))</p>
    \(standing(found, account))
    \(ranks(found))
    <h2>\(Phrase(zh: "重算记录", en: "Computations"))</h2>
    \(runs(found.runs))
    """)
}

private func standing(_ found: SourceOrderOverview, _ account: Account) -> HTML {
  let door: HTML =
    account.may(.reorderSources)
    ? "<p class=\"actions\">\(linkButton(Phrase(zh: "按现行位次重算", en: "Compute by today’s order"), to: PatentPath.applyOrder))</p>"
    : ""
  return found.isFollowed
    ? notice(.success, Phrase(zh: "登记库按现行位次取值", en: "The register follows the order of today"), door)
    : notice(
      .warning,
      Phrase(
        zh: "规则中的位次已变更，登记库仍按原位次取值；重算后生效",
        en: "The rules have changed; the register still follows the order before, until it is computed anew"), door)
}

private func ranks(_ found: SourceOrderOverview) -> HTML {
  table(
    orderTitle,
    columns: [
      Column(Phrase(zh: "来源", en: "Source"), .name), Column(Phrase(zh: "规则中的位次", en: "Rank by the rules"), .number),
      Column(Phrase(zh: "登记库所用位次", en: "Rank in the register"), .number),
      Column(Phrase(zh: "已导入的文件", en: "Imported files"), .number),
    ],
    rows: found.lines.map { line in
      [
        marked(line.name), "<a href=\"\(PatentPath.rule(SourceRanks.rule(of: line.key)))\">\(Count(line.ruled))</a>",
        "\(Count(line.inEffect))\(if: line.inEffect != line.ruled, " \(badge(Phrase(zh: "待重算", en: "To be computed"), .warning))")",
        "\(Count(line.files))",
      ]
    })
}

private func runs(_ runs: [SourceOrder]) -> HTML {
  guard !runs.isEmpty else {
    return
      "<p class=\"not-known\">\(Phrase(zh: "尚未重算过；各来源按随软件提供的位次取值。", en: "None yet; sources count by the order that the program came with."))</p>"
  }
  return table(
    Phrase(zh: "重算记录", en: "Computations"),
    columns: [
      Column(Phrase(zh: "开始", en: "Started"), .name), Column(Phrase(zh: "位次所在日", en: "Order of"), .code),
      Column(Phrase(zh: "状态", en: "State")), Column(Phrase(zh: "查看的专利", en: "Patents looked at"), .number),
      Column(Phrase(zh: "改变取值", en: "Values changed"), .number),
      Column(Phrase(zh: "保持原样", en: "Left as they are"), .number),
      Column(Phrase(zh: "商标记录", en: "Trademark records"), .number),
    ],
    rows: runs.map { run in
      let ended = run.endedAt != nil
      func count(_ number: Int) -> HTML { ended ? "\(Count(number))" : "—" }
      return [
        "<a href=\"\(PatentPath.history("source_orders", run.id.number))\">\(Instant(run.startedAt))</a>", "\(run.day)",
        ended
          ? badge(Phrase(zh: "已完成", en: "Done"), .success)
          : badge(Phrase(zh: "未完成", en: "Not finished"), .warning),
        count(run.looked), count(run.changed), count(run.kept), count(run.marks),
      ]
    })
}
