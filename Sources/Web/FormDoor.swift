import API
import Access
import Hummingbird
import HTTPTypes
import Kernel
import Logging
import Markup

/// Shows and submits one form.
struct FormDoor: Sendable {
  let portal: Portal
  let needs: Permission?
  let repetition: FormRepetition

  func show(_ show: ShowHandler, _ request: Request, _ context: PortalContext) async throws -> Response {
    if let needs { try context.account.require(needs) }
    let returnTo = context.query.optional("return-to").flatMap { Link(returningTo: $0) }
    let state = context.offered ?? FormState(typed: nil, returnTo: returnTo)
    return try await show(state, request, context).response(in: context)
  }

  /// `show`: shows the form again where `submit` refuses; nil for a button of another page.
  func submit(
    _ show: ShowHandler?, _ submit: SubmitHandler, _ request: Request, _ context: PortalContext
  ) async throws -> Response {
    try refuseOtherSites(request)
    try await askToSignIn(request, context)
    if let needs { try context.account.require(needs) }
    var reader = FormReader(limits: portal.site.limits, world: portal.world, token: context.formToken)
    do {
      try await reader.read(request, .keep)
      guard reader.isProven else { throw WebRefusal.formExpired }
      let form = Form(pairs: reader.pairs, files: reader.files)
      let empty = show == nil ? context.cameFrom : context.address
      let response = try await once(form, from: empty, context) { try await submit(form, context) }
      reader.discardFiles()
      try goOn(form, response)
      return response
    } catch let refusal as any Refusal {
      reader.discardFiles()
      guard let show, Self.canMend(refusal) else { throw refusal }
      let form = Form(pairs: reader.pairs)
      let state = FormState(
        typed: form.pairs, refusals: Self.causes(refusal), returnTo: form.returnTo, carried: form.carried)
      var page = try await show(state, request, context)
      page.status = refusal.kind.status
      return page.response(in: context)
    } catch {
      reader.discardFiles()
      throw error
    }
  }

  /// Does the work of a form, unless this very form was submitted before.
  ///
  /// Programs send no id: what they repeat is their own affair.
  private func once(
    _ form: Form, from empty: Link?, _ context: PortalContext, _ work: () async throws -> Response
  ) async throws -> Response {
    guard repetition == .refused, let id = form.id else { return try await work() }
    let key = FormKeeper.key(of: id, shownWith: context.formToken)
    if case .again(let outcome) = try await portal.forms.take(key) {
      context.logger.info("A form was submitted again", metadata: ["refusal.code": "web.already-submitted"])
      return alreadySubmittedPage(outcome: outcome.flatMap { Link(returningTo: $0) }, form: empty)
        .response(in: context)
    }
    let response: Response
    do {
      response = try await work()
    } catch {
      await tell(context) { try await portal.forms.release(key) }
      throw error
    }
    if response.status == .seeOther, let outcome = response.headers[.location] {
      await tell(context) { try await portal.forms.settle(key, outcome) }
    }
    return response
  }

  /// What becomes of the form's id does not change what became of its work.
  private func tell(_ context: PortalContext, _ keep: () async throws -> Void) async {
    do { try await keep() } catch {
      context.logger.warning("The use of a form was not kept", metadata: ["error": "\(type(of: error))"])
    }
  }

  /// Browsers say where a request comes from; the token is what proves it.
  private func refuseOtherSites(_ request: Request) throws(WebRefusal) {
    if request.headers[.secFetchSite] == "cross-site" { throw .notForOtherSites }
  }

  /// Takes what a visitor typed to the sign-in page, where the form needs more than a visitor may.
  private func askToSignIn(_ request: Request, _ context: PortalContext) async throws {
    guard let needs, context.account.standing == .visitor, !context.account.may(needs) else { return }
    var reader = FormReader(limits: portal.site.limits, world: portal.world, token: context.formToken)
    try await reader.read(request, .drop)
    let carried = CarriedForm(link: context.address, pairs: reader.pairs)
    throw Forwarding(
      link: portal.site.signIn,
      state: FormState(typed: nil, refusals: [SessionOver()], returnTo: context.address, carried: carried),
      status: .unauthorized)
  }

  /// Behind a sign-in page, goes on with the form that the lost session interrupted.
  private func goOn(_ form: Form, _ response: Response) throws {
    guard let carried = form.carried, response.status == .seeOther,
      let link = response.headers[.location].flatMap({ Link(returningTo: $0) })
    else { return }
    let cookies = response.headers[values: .setCookie]
    let isThere = link == carried.link
    let state =
      isThere
      ? FormState(typed: carried.pairs, refusals: [])
      : FormState(typed: nil, returnTo: form.returnTo, carried: carried)
    throw Forwarding(link: link, state: state, cookies: cookies)
  }

  /// Whether the form itself is the place to say so.
  private static func canMend(_ refusal: any Refusal) -> Bool {
    switch refusal.kind {
    case .malformed, .invalid, .conflict, .tooLarge, .tooMany: true
    case .unauthenticated, .missing: false
    case .forbidden: refusal as? WebRefusal == .formExpired
    }
  }

  private static func causes(_ refusal: any Refusal) -> [any Refusal] {
    (refusal as? FormRefusal)?.causes ?? [refusal]
  }
}

/// Why the sign-in page appears in the middle of the work.
struct SessionOver: Refusal {
  var kind: RefusalKind { .unauthenticated }
  var code: String { "web.session-over" }
  var phrase: Phrase {
    Phrase(
      zh: "尚未登录，或登录已过期。您填写的文字已保留，登录后可继续；所选文件请届时重新选择",
      en: "You are not signed in, or no longer. What you typed is kept: sign in to go on. Files must be chosen again")
  }
}

extension HTTPField.Name {
  static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
  static let formToken = HTTPField.Name("X-CSRF-Token") ?? .origin
  static let requestID = HTTPField.Name("X-Request-Id") ?? .origin
  static let frameOptions = HTTPField.Name("X-Frame-Options") ?? .origin
  static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .origin
  static let permissionsPolicy = HTTPField.Name("Permissions-Policy") ?? .origin
  static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy") ?? .origin
  static let forwardedProtocol = HTTPField.Name("X-Forwarded-Proto") ?? .origin
  static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .origin
}
