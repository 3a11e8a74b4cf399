import Fixtures
import Foundation
import Testing

/// A mail server or receiver of webhooks on this machine, in a process of its own.
struct LocalServer {
  enum Mode: String { case smtp, starttls, smtps, http, https }

  let port: Int
  let folder: String
  /// The certificate that it shows, which a client must trust.
  let certificate: String?

  /// What arrived, in its order.
  func arrived() throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }
    return try names.sorted { ($0 as NSString).integerValue < ($1 as NSString).integerValue }
      .map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
  }

  /// What it answers from now on; nil for yes.
  func answer(_ answer: String?) throws {
    guard let answer else { return try FileManager.default.removeItem(atPath: folder + "/answer") }
    try Data(answer.utf8).write(to: URL(fileURLWithPath: folder + "/answer"))
  }

  static func with(_ mode: Mode, _ work: (LocalServer) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "notices-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let isSecure = [.starttls, .smtps, .https].contains(mode)
    if isSecure { try makeCertificate(in: folder) }
    let script = try #require(Bundle.module.path(forResource: "servers", ofType: "py", inDirectory: "Servers"))
    let (server, output) = try Child.piped(
      "/usr/bin/python3",
      [script, mode.rawValue, folder] + (isSecure ? ["\(folder)/cert.pem", "\(folder)/key.pem"] : []))
    defer { server.end() }
    let line = String(decoding: output.availableData, as: UTF8.self)
    let port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
    try await work(
      LocalServer(port: port, folder: folder, certificate: isSecure ? "\(folder)/cert.pem" : nil))
  }

  /// For `localhost` and 127.0.0.1, valid for a day.
  private static func makeCertificate(in folder: String) throws {
    _ = try Tool.run(
      "/usr/bin/openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost", "-addext",
        "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", "\(folder)/key.pem", "-out", "\(folder)/cert.pem",
      ])
  }
}

/// A program of the system that a test compares with.
enum Tool {
  static func run(_ path: String, _ arguments: [String]) throws -> String {
    String(decoding: try Child.output(of: path, arguments, errors: .nullDevice), as: UTF8.self)
  }
}
