import Foundation

/// Where a page of a list ended: the sort keys of its last entry, opaque to clients.
public struct Cursor: Sendable, Equatable {
  public let keys: [String]

  public init(_ keys: [String]) { self.keys = keys }

  /// Reads what ``description`` wrote; anything else is nil.
  public init?(_ text: String) {
    var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
    base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
    guard text.utf8.count <= 2_000, let data = Data(base64Encoded: base64),
      let keys = try? JSONDecoder().decode([String].self, from: data)
    else { return nil }
    self.keys = keys
  }
}

extension Cursor: CustomStringConvertible {
  public var description: String {
    let json = JSON.strings(keys).text
    return Data(json.utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
