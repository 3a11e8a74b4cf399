import HTTPTypes
import Hummingbird
import Markup

/// A request to show another page of the portal in answer to this one, with what was typed.
///
/// Thrown by doors and caught by ``PortalResponder``, which asks again as if the browser had gone there.
struct Forwarding: Error {
  let link: Link
  let state: FormState
  /// Nil for what the page itself answers.
  var status: HTTPResponse.Status?
  /// Cookies that the first answer set: the second already goes by them.
  var cookies: [String] = []
}
