public import Hummingbird

extension Page {
  /// The page as the answer to a form: for what is shown once and never again.
  public func answer(_ context: PortalContext) -> Response { response(in: context) }
}
