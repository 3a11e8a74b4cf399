import AccessStore
import Kernel
import Web

extension PortalContext {
  /// Where the request came from, as far as it can be told.
  var origin: Origin { Origin(address: clientAddress, device: clientName) }

  /// The session that the browser came with.
  func sessionID() throws(NoSuchPage) -> ID<OpenSession> {
    guard let id = session.flatMap({ ID<OpenSession>($0.id) }) else { throw NoSuchPage() }
    return id
  }
}
