import API
import Hummingbird
import Kernel
import Markup
import PatentFormats
import Patents
import PatentsStore
import Web

/// What the pages of mappings do: columns of an unknown table, and what was said of them.
struct MappingPages: Sendable {
  let desk: PatentDesk

  @Sendable func showColumns(_ state: FormState, _ request: Request, _ context: PortalContext) async throws -> Page {
    let sha256 = try context.segment("sha256")
    return columnsPage(try await desk.columns(ofUpload: sha256, by: context.account), sha256, state)
  }

  @Sendable func saveColumns(_ form: Form, _ context: PortalContext) async throws -> Response {
    let sha256 = try context.segment("sha256")
    let found = try await desk.columns(ofUpload: sha256, by: context.account)
    var check = FormCheck()
    let name = try check.take("name") { try form.required("name") }
    var columns: [MappedColumn] = []
    for (place, column) in found.look.columns.enumerated() {
      if let use = ColumnUse(form.text(useField(place)), because: form.text(reasonField(place))) {
        columns.append(MappedColumn(header: column.header, use: use))
      } else {
        check.refuse(useField(place), MappingRefusal.unknownUse(column.header, place: place))
      }
    }
    try check.verify()
    try await desk.saveMapping(named: name ?? "", columns: columns, by: context.account)
    return .seeOther(PatentPath.upload(sha256), context, saying: .mappingSaved)
  }

  @Sendable func list(_ request: Request, _ context: PortalContext) async throws -> Page {
    mappingListPage(try await desk.mappings(by: context.account), for: context.account)
  }

  @Sendable func show(_ request: Request, _ context: PortalContext) async throws -> Page {
    mappingPage(try await desk.findMapping(context.id(), by: context.account), for: context.account)
  }

  @Sendable func showWithdraw(_ state: FormState, _ request: Request, _ context: PortalContext) async throws -> Page {
    let kept = try await desk.findMapping(context.id(), by: context.account)
    if kept.withdrawal != nil { throw MappingRefusal.alreadyWithdrawn }
    return withdrawMappingPage(kept, state)
  }

  @Sendable func withdraw(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<KeptMapping> = try context.id()
    try await desk.withdrawMapping(id, because: form.text("reason"), seen: form.revision(), by: context.account)
    return .seeOther(PatentPath.mapping(id), context, saying: .mappingWithdrawn)
  }
}

func useField(_ place: Int) -> String { "use-\(place)" }
func reasonField(_ place: Int) -> String { "why-\(place)" }

extension Success {
  static let mappingSaved = Success(
    "patents.mapping-saved", Phrase(zh: "列对应已保存，预览如下", en: "The mapping is kept; this is what it reads"))
  static let mappingWithdrawn = Success(
    "patents.mapping-withdrawn", Phrase(zh: "列对应已停用", en: "The mapping is withdrawn"))
}
