/// A file that someone sent, in a temporary place.
///
/// It is removed when the handler returns; who wants to keep it moves it elsewhere before.
public struct UploadedFile: Sendable, Equatable {
  /// The field of the form; empty for a body of the API.
  public let field: String
  /// The last part of the name that the sender gave; never a path, and never to be trusted as one.
  public let name: String
  /// Where it lies now.
  public let path: String
  public let size: Int64
  /// In hexadecimal digits.
  public let sha256: String
  public let mediaType: String

  public init(field: String, name: String, path: String, size: Int64, sha256: String, mediaType: String) {
    self.field = field
    self.name = name
    self.path = path
    self.size = size
    self.sha256 = sha256
    self.mediaType = mediaType
  }
}
