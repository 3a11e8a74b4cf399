import Fixtures
import Foundation
import Testing

/// A mail server or receiver of webhooks on this machine: what arrives there.
struct PostServer {
  let port: Int
  private let folder: String

  /// - Parameter mode: `smtp` or `http`.
  static func with<Result>(_ mode: String, _ work: (PostServer) async throws -> Result) async throws -> Result {
    try await TestZone.inFolder { folder in
      let (server, output) = try Child.piped(
        "/usr/bin/python3", [Tree.path("Tests/NoticesTests/Servers/servers.py"), mode, folder])
      defer { server.end() }
      let line = String(decoding: output.availableData, as: UTF8.self)
      let port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
      return try await work(PostServer(port: port, folder: folder))
    }
  }

  /// What arrived, with every part of it that was encoded read.
  func arrived() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.map { name in
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).replacing("\r\n", with: "\n")
      let parts = text.components(separatedBy: "\n\n").compactMap { part -> String? in
        let lines = part.components(separatedBy: "\n").prefix { !$0.hasPrefix("--") }
        return Data(base64Encoded: lines.joined()).map { String(decoding: $0, as: UTF8.self) }
      }
      let words = text.matches(of: /=\?UTF-8\?B\?([^?]+)\?=/).compactMap { match in
        Data(base64Encoded: String(match.1)).map { String(decoding: $0, as: UTF8.self) }
      }
      return ([text] + parts + [words.joined()]).joined(separator: "\n")
    }
  }
}
