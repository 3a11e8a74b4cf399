import Access
import Hummingbird

extension Route {
  /// Puts the door where the router finds it.
  func mount(on router: Router<PortalContext>, _ portal: Portal) {
    let form = FormDoor(portal: portal, needs: needs, repetition: repetition)
    let needs = needs
    router.on(RouterPath(path), method: method) { request, context -> Response in
      switch door {
      case .page(let handler):
        if let needs { try context.account.require(needs) }
        return try await handler(request, context).response(in: context)
      case .file(let handler):
        if let needs { try context.account.require(needs) }
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
