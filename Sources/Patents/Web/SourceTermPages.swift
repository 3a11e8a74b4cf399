import API
import Hummingbird
import Kernel
import Markup
import Patents
import PatentsStore
import Web

/// Which sources may be given on, and the form that says so.
struct SourceTermPages: Sendable {
  let desk: PatentDesk

  private static let title = Phrase(zh: "来源再提供限制", en: "Sources that may not be given on")

  @Sendable func show(_ state: FormState, _ request: Request, _ context: PortalContext) async throws -> Page {
    let terms = try await desk.sourceTerms(by: context.account)
    return Page(
      Self.title, trail: [Crumb(Phrase(zh: "专利导入", en: "Imports"), PatentPath.imports)],
      """
      <p class="lead">\(Phrase(
        zh: "有的数据许可不允许再提供。标记后，凡有值出自该来源的文献都不进入导出文件，文件末尾注明未导出的件数。",
        en: "Some licences forbid to give data on. A document with any value of a marked source stays out of exported files, which say at their end how many did."))</p>
      \(terms.isEmpty ? nothing : "\(Self.list(terms))\(Self.form(terms, state))")
      """)
  }

  @Sendable func submit(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let source = try check.take("source") { try form.required("source") }
    let change = try check.take("change") { try form.choice("change", of: Change.self) }
    let reason = try check.take("reason") { try form.required("reason") }
    try check.verify()
    guard let source, let change, let reason else { throw PatentRefusal.reasonMissing }
    switch change {
    case .reserve: try await desk.reserve(source, because: reason, by: context.account)
    case .release: try await desk.release(source, because: reason, by: context.account)
    }
    return .seeOther(PatentPath.terms, context)
  }

  private enum Change: String { case reserve, release }

  private var nothing: HTML {
    emptyState(
      Phrase(zh: "还没有导入过文件", en: "No file has been imported yet"),
      Phrase(zh: "导入后，每个来源都列在这里。", en: "After an import its source is listed here."))
  }

  private static func list(_ terms: [SourceTerms]) -> HTML {
    table(
      title,
      columns: [
        Column(Phrase(zh: "来源", en: "Source"), .name), Column(Phrase(zh: "已导入的文件", en: "Imported files"), .number),
        Column(Phrase(zh: "再提供", en: "Giving on")), Column(Phrase(zh: "依据", en: "By")),
      ],
      rows: terms.map { term in
        [
          marked(term.name), "\(Count(term.files))",
          term.reserved == nil
            ? badge(Phrase(zh: "可以", en: "Permitted"), .success)
            : badge(Phrase(zh: "不得", en: "Not permitted"), .warning),
          term.reserved.map { data($0.reason) } ?? "",
        ]
      })
  }

  private static func form(_ terms: [SourceTerms], _ state: FormState) -> HTML {
    state.form(
      to: PatentPath.terms, submit: Phrase(zh: "保存", en: "Save"),
      """
      \(state.field("source", Phrase(zh: "来源", en: "Source"), .list(terms.map { Choice($0.source, $0.name) }), need: .required))
      \(state.field("change", Phrase(zh: "改为", en: "Change to"), .radio([
        Choice("reserve", Phrase(zh: "不得再提供", en: "May not be given on")), Choice("release", Phrase(zh: "可以再提供", en: "May be given on")),
      ]), need: .required))
      \(state.field("reason", Phrase(zh: "依据（许可或合同）", en: "By which licence or contract"), .area(rows: 3), need: .required))
      """)
  }
}
