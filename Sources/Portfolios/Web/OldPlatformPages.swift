import API
import Access
import Foundation
import Hummingbird
import Kernel
import Markup
import NIOCore
import Portfolios
import PortfoliosStore
import Tables
import Web

/// Files of old platforms: first it is shown what they would do, then they are taken, with an account of every row.
struct OldPlatformPages: Sendable {
  let desk: PortfolioDesk

  @Sendable func showNew(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let (portfolio, runs) = try await desk.runs(of: try context.id(), by: context.account)
    return newImportPage(portfolio, runs, state, limit: context.site.limits.file)
  }

  @Sendable func receive(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (portfolio, _) = try await desk.runs(of: try context.id(), by: context.account)
    guard let file = form.file("file"), file.size > 0 else { throw FieldRefusal(FieldFault.noFile, in: "file") }
    do {
      _ = try OldPlatformTable(path: file.path)
    } catch let refusal as any Refusal {
      throw FieldRefusal(refusal, in: "file")
    }
    try WaitingUpload.keep(file, as: "portfolio", context)
    return .seeOther(PortfolioPath.trial(portfolio.id, file.sha256, named: WaitingUpload.name(file.name)), context)
  }

  @Sendable func showTrial(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let upload = try WaitingUpload(try context.segment("sha256"), as: "portfolio", context)
    let trial = try await desk.trial(
      try OldPlatformTable(path: upload.path), in: try context.id(), by: context.account)
    return trialPage(trial, upload.sha256, named: WaitingUpload.name(context.query.text("name")), state)
  }

  @Sendable func take(_ form: Form, _ context: PortalContext) async throws -> Response {
    let upload = try WaitingUpload(try context.segment("sha256"), as: "portfolio", context)
    let run = try await desk.take(
      try OldPlatformTable(path: upload.path), named: WaitingUpload.name(context.query.text("name")),
      hash: upload.sha256,
      into: try context.id(), by: context.account)
    return .seeOther(PortfolioPath.show(run.id), context, saying: .oldPlatformTaken)
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let asked = ShownRows(context.query.text("rows"))
    let after = max(0, Int(context.query.text("after")) ?? 0)
    let file = try await desk.run(
      try context.id(), effects: asked.effects, after: after, limit: 101, by: context.account)
    return runPage(file, asked, after: after)
  }

  @Sendable func rows(_: Request, _ context: PortalContext) async throws -> Response {
    let asked = ShownRows(context.query.text("rows"))
    let file = try await desk.run(
      try context.id(), effects: asked.effects, limit: OldPlatformTable.mostRows, by: context.account)
    let csv = CSVWriter(formulas: .disarmed)
    let language = context.language
    var text = CSVWriter.mark
    text += csv.line(
      [
        Phrase(zh: "行号", en: "Row"), Phrase(zh: "号码", en: "Number"), Phrase(zh: "名称", en: "Title"),
        Phrase(zh: "结果", en: "What became of it"), Phrase(zh: "说明", en: "Why"),
      ].map { $0.text(in: language) })
    for row in file.rows {
      text += csv.line([
        "\(row.line)", row.number, row.title, row.effect.phrase.text(in: language),
        row.words?.text(in: language) ?? "",
      ])
    }
    return .download(
      ResponseBody(byteBuffer: ByteBuffer(string: text)), name: "portfolio-import-\(asked.code).csv",
      mediaType: "text/csv; charset=utf-8")
  }
}

/// Which rows of a file are shown.
enum ShownRows: String {
  case all, kept, rejected, repeated, added, updated, unchanged

  init(_ text: String) { self = ShownRows(rawValue: text) ?? .all }

  var code: String { rawValue }

  var effects: Set<OldPlatformEffect> {
    switch self {
    case .all: Set(OldPlatformEffect.allCases)
    case .kept: [.added, .updated, .unchanged]
    case .rejected: [.rejected]
    case .repeated: [.repeated]
    case .added: [.added]
    case .updated: [.updated]
    case .unchanged: [.unchanged]
    }
  }

  var phrase: Phrase {
    switch self {
    case .all: Phrase(zh: "全部行", en: "All rows")
    case .kept: Phrase(zh: "进入组合的行", en: "Rows in the portfolio")
    case .rejected: Phrase(zh: "退回的行", en: "Rejected rows")
    case .repeated: Phrase(zh: "并入的重复行", en: "Repeated rows that were merged")
    case .added: Phrase(zh: "新增的行", en: "Added rows")
    case .updated: Phrase(zh: "补充更新的行", en: "Updated rows")
    case .unchanged: Phrase(zh: "无变化的行", en: "Unchanged rows")
    }
  }
}
