/// A password, token or code on its way to its owner: it never prints itself.
public struct Secret: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Name it only where the owner reads it or where it is sent back.
  public let text: String

  public init(_ text: String) { self.text = text }

  public var description: String { "•••" }
  public var debugDescription: String { "•••" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
