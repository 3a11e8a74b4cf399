import API
import Access
import Foundation
import Hummingbird
import Kernel
import Markup
import PortalFixtures
import Synchronization
import Web

let edit = Permission("samples.edit", Phrase(zh: "修改样例", en: "Edit samples"))
let govern = Permission("samples.govern", Phrase(zh: "管理样例", en: "Govern samples"))

enum SampleRefusal: Refusal, Equatable {
  case taken, changed

  var kind: RefusalKind {
    switch self {
    case .taken: .invalid
    case .changed: .conflict
    }
  }
  var code: String { "samples.refused" }
  var phrase: Phrase { Phrase(zh: "名称已被使用，请换一个", en: "The name is taken; please choose another") }
}

struct Defect: Error {
  let secret = "password of the database"
}

/// What handlers were called with.
final class Record: Sendable {
  private let held = Mutex<[[String]]>([])

  var entries: [[String]] { held.withLock { $0 } }
  func note(_ entry: [String]) { held.withLock { $0.append(entry) } }
}

/// A portal with one account, whose session is the cookie `good`.
struct SamplePortal {
  let client: PortalClient
  let record: Record
  let folder: String

  init(fileLimit: Int64 = 1_000_000, signedIn: Bool = false, token: String? = nil, contact: Phrase? = nil) throws {
    let record = Record()
    self.record = record
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("web-\(UInt64.random(in: 0 ... .max))").path
    var site = Site()
    site.limits.file = fileLimit
    site.limits.folder = folder
    site.footer.contact = contact
    let person = Account(
      id: ID(9), standing: .person, name: "li", displayName: "李<b>", roles: [.member], permissions: [edit])
    let keeper = SessionKeeper(
      visitor: .visitor([]),
      resolve: { $0 == "good" ? (person, SessionView(id: "1", formToken: "f0", secondFactor: .passed)) : nil },
      resolveToken: { token in
        switch token {
        case "right": person
        case "narrow":
          Account(
            id: ID(9), standing: .person, name: "li", displayName: "李", roles: [.member], permissions: [],
            withheld: [edit])
        default: nil
        }
      })
    let count = Mutex<Int64>(0)
    let world = World(
      now: { Date(timeIntervalSince1970: 1_795_320_000) },
      serial: {
        count.withLock { count in
          count += 1
          return count
        }
      }, randomBytes: { Array(repeating: 7, count: $0) })
    let portal = Portal(
      site: site, keeper: keeper, forms: rememberingForms(), world: world, assets: try Assets.load(),
      secret: Array("0123456789abcdef".utf8))
    client = PortalClient(portal, routes: sampleRoutes(record), token: token)
    if signedIn { client.setCookie(sessionCookie, "good") }
  }

  /// What lies in the folder of uploads.
  var leftovers: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }
}

/// Keeps the uses of forms as long as the process lives.
private func rememberingForms() -> FormKeeper {
  final class Book: Sendable { let uses = Mutex<[String: String?]>([:]) }
  let book = Book()
  return FormKeeper(
    take: { key in
      book.uses.withLock { uses in
        if let outcome = uses[key] { return .again(outcome: outcome) }
        uses[key] = .some(nil)
        return .first
      }
    },
    settle: { key, outcome in book.uses.withLock { $0[key] = outcome } },
    release: { key in book.uses.withLock { _ = $0.removeValue(forKey: key) } })
}

let removed = Success("samples.removed", Phrase(zh: "样例已删除", en: "The sample was removed"))

private func sampleRoutes(_ record: Record) -> Routes {
  var routes = Routes()
  routes.page("/", needs: nil) { _, _ in Page(Phrase(zh: "首页", en: "Home"), "<p>\(Link("/a"))</p>") }
  routes.page("/defect", needs: nil) { _, _ in throw Defect() }
  routes.page("/samples/:id", needs: edit) { _, context in
    let id = try context.id(of: Account.self)
    return Page(.text("样例 \(id)", lang: .zh), "<p>\(context.query.text("q"))</p>")
  }
  routes.page("/governed", needs: govern) { _, _ in Page(Phrase(zh: "管理", en: "Govern"), "") }
  addForms(to: &routes, record)
  routes.say([removed])
  routes.endpoint(
    APIEndpoint(.get, "samples/:id", summary: Phrase(zh: "样例", en: "Sample"), needs: nil, answer: .text) { request in
      try APIAnswer(try request.id(of: Account.self), revision: 7)
    })
  routes.endpoint(
    APIEndpoint(.get, "mine", summary: Phrase(zh: "我的", en: "Mine"), needs: edit, answer: .text) { request in
      try APIAnswer(request.account.name)
    })
  routes.endpoint(
    APIEndpoint(.post, "samples", summary: Phrase(zh: "新增", en: "Add"), needs: edit, body: .text, answer: .text) {
      record.note(["api", String(decoding: $0.body, as: UTF8.self)])
      return .done
    })
  return routes
}

private func addForms(to routes: inout Routes, _ record: Record) {
  routes.form(
    "/new", needs: edit,
    show: { state, _, _ in
      Page(
        Phrase(zh: "新增", en: "Add"),
        state.form(
          to: Link("/new"), .files, revision: 5, submit: Phrase(zh: "提交", en: "Submit"),
          """
          \(state.field("name", Phrase(zh: "名称", en: "Name"), else: "原名"))\
          \(state.field("marks", Phrase(zh: "标记", en: "Marks"), .checks([Choice("a", text: "A"), Choice("b", text: "B")]), else: "a"))\
          \(state.field("file", Phrase(zh: "文件", en: "File"), .file()))
          """))
    },
    submit: { form, context in
      record.note(["new", form.text("name")] + form.files.map { "\($0.name) \($0.size) \($0.sha256)" })
      if form.text("name") == "taken" { throw FormRefusal([FieldRefusal(SampleRefusal.taken, in: "name")]) }
      if form.text("name") == "changed" { throw SampleRefusal.changed }
      return .seeOther(Link("/"), context)
    })
  routes.form(
    "/sign-in", needs: nil, repeated: .harmless,
    show: { state, _, _ in
      Page(
        Phrase(zh: "登录", en: "Sign in"),
        state.form(
          to: Link("/sign-in"), submit: Phrase(zh: "登录", en: "Sign in"),
          state.field("name", Phrase(zh: "用户名", en: "Name"))))
    },
    submit: { form, context in
      record.note(["sign-in", form.text("name")])
      var response = Response.seeOther(form.returnTo ?? Link("/"), context)
      response.openSession("good", lifetime: nil, context)
      return response
    })
  routes.action("/remove", needs: edit) { form, context in
    record.note(["remove", form.text("id")])
    return .seeOther(Link("/"), context, saying: removed)
  }
}
