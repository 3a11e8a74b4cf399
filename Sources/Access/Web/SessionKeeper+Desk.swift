import Access
public import AccessStore
public import Web

extension SessionKeeper {
  /// Sessions and tokens as `desk` keeps them.
  public init(_ desk: AccessDesk) {
    self.init(
      visitor: desk.visitor,
      resolve: { cookie in
        guard let (account, session) = try await desk.resolve(session: cookie) else { return nil }
        return (account, SessionView(session, token: cookie))
      }, resolveToken: { try await desk.resolve(bearer: $0) })
  }
}

extension SessionView {
  init(_ session: OpenSession, token: String) {
    let factor: SecondFactor =
      switch session.factor {
      case .none: .notNeeded
      case .awaited: .awaited
      case .given: .passed
      }
    self.init(id: "\(session.id)", formToken: AccessDesk.formSecret(of: token), secondFactor: factor)
  }
}
