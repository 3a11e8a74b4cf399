import AccessStore
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Web

extension Page {
  /// The page as the answer to a form: for what is shown once and never again.
  func answer(_ context: PortalContext) throws -> Response {
    let nothing = Request(
      head: HTTPRequest(method: .post, scheme: nil, authority: nil, path: nil), body: .init(buffer: ByteBuffer()))
    return try response(from: nothing, context: context)
  }
}

extension PortalContext {
  /// Where the request came from, as far as it can be told.
  var origin: Origin { Origin(address: clientAddress, device: clientName) }

  /// The session that the browser came with.
  func sessionID() throws(NoSuchPage) -> ID<OpenSession> {
    guard let id = session.flatMap({ ID<OpenSession>($0.id) }) else { throw NoSuchPage() }
    return id
  }
}
