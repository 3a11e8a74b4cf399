import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The style sheet, the script and the icon, read into memory once.
public struct Assets: Sendable {
  private let files: [String: Asset]
  let stamps: AssetStamps

  /// Reads what stands in the folder `Assets` of this target.
  ///
  /// - Throws: where the program's resources are not where the build put them.
  public static func load() throws -> Assets {
    let folder = Bundle.module.bundleURL.appendingPathComponent("Assets", isDirectory: true)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Assets(
      try names.reduce(into: [:]) { files, name in
        files[name] = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
      })
  }

  /// For tests that do not look at styles.
  public init(_ files: [String: [UInt8]]) {
    self.files = files.reduce(into: [:]) { $0[$1.key] = Asset(name: $1.key, bytes: $1.value) }
    stamps = AssetStamps(byName: self.files.mapValues(\.stamp))
  }

  /// A file whose address carries its stamp never changes; without the stamp it is asked for again.
  func response(to path: String, stamp: String) -> Response? {
    guard path.hasPrefix("/assets/"), let asset = files[String(path.dropFirst(8))] else { return nil }
    var headers: HTTPFields = [
      .contentType: asset.mediaType,
      .cacheControl: stamp == asset.stamp ? "public, max-age=31536000, immutable" : "no-cache",
    ]
    // A worker may answer for pages only, and says itself for which.
    if path.hasSuffix("-worker.js") { headers[.serviceWorkerAllowed] = "/" }
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: asset.buffer))
  }
}

/// What makes the addresses of assets change when their content does.
struct AssetStamps: Sendable {
  var byName: [String: String] = [:]

  func address(of name: String) -> String {
    byName[name].map { "/assets/\(name)?v=\($0)" } ?? "/assets/\(name)"
  }
}

private struct Asset: Sendable {
  let buffer: ByteBuffer
  let stamp: String
  let mediaType: String

  init(name: String, bytes: [UInt8]) {
    buffer = ByteBuffer(bytes: bytes)
    stamp = hexadecimal(SHA256.hash(data: bytes).prefix(6))
    mediaType =
      switch name.split(separator: ".").last {
      case "css": "text/css; charset=utf-8"
      case "js": "text/javascript; charset=utf-8"
      case "svg": "image/svg+xml"
      case "ico": "image/x-icon"
      default: "application/octet-stream"
      }
  }
}

extension HTTPField.Name {
  static let serviceWorkerAllowed = HTTPField.Name("Service-Worker-Allowed") ?? .origin
}
