public import Access
import Hummingbird

extension Account {
  /// Whether a page lets the account in that `needs` a permission; a link to it is for nobody else.
  ///
  /// - Parameter own: what lets in who acts for an organisation, where that is another right.
  public func mayEnter(_ needs: Permission?, orActing own: Permission? = nil) -> Bool {
    if let own, mandate != nil, may(own) { return true }
    return needs.map(may) ?? true
  }

  /// Whether a door lets the account in.
  func enter(_ needs: Permission?, orActing own: Permission?) throws(AccessRefusal) {
    if let own, mandate != nil, may(own) { return }
    if let needs { try require(needs) }
  }
}

extension Route {
  /// Puts the door where the router finds it.
  func mount(on router: Router<PortalContext>, _ portal: Portal) {
    let form = FormDoor(portal: portal, needs: needs, repetition: repetition)
    let (needs, own) = (needs, own)
    router.on(RouterPath(path), method: method) { request, context -> Response in
      switch door {
      case .page(let handler):
        try context.account.enter(needs, orActing: own)
        return try await handler(request, context).response(in: context)
      case .file(let handler):
        try context.account.enter(needs, orActing: own)
        return try await handler(request, context)
      case .show(let show): return try await form.show(show, request, context)
      case .submit(let show, let submit): return try await form.submit(show, submit, request, context)
      case .action(let submit): return try await form.submit(nil, submit, request, context)
      case .endpoint(let endpoint):
        return try await EndpointDoor(portal: portal, endpoint: endpoint).answer(request, context)
      }
    }
  }
}
