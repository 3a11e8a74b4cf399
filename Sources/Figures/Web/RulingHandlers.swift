import Access
import Figures
import FiguresStore
import Hummingbird
import Kernel
import Markup
import Web

extension FigurePages {
  @Sendable func rulings(_: Request, _ context: PortalContext) async throws -> Page {
    rulingsPage(
      try await desk.rulings(by: context.account), at: world.today(), mayRule: context.account.may(.setRulings))
  }

  @Sendable func showRuling(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    rulingPage(try await ruling(context), state, at: world.today())
  }

  @Sendable func rule(_ form: Form, _ context: PortalContext) async throws -> Response {
    let file = try await ruling(context)
    // 0 stands for the default, which nobody has chosen.
    let seen = form.revision().flatMap { $0 == 0 ? nil : $0 }
    try await desk.choose(
      form.text("option"), for: file.ruling.code, because: form.text("reason"), seen: seen, by: context.account)
    return .seeOther(FigurePath.rulings, context)
  }

  private func ruling(_ context: PortalContext) async throws -> RulingFile {
    let code = try context.segment("ruling")
    guard let file = try await desk.rulings(by: context.account).first(where: { $0.ruling.code == code }) else {
      throw FigureRefusal.unknownRuling(String(code.prefix(20)))
    }
    return file
  }
}
