import Fixtures
import Foundation
import FoundationNetworking
import Synchronization
import Testing

/// A server that is killed while people file matters and take steps.
@Suite struct `A server killed in the middle of its work` {
  @Test func `has kept whatever it said it had, and nothing by half`() async throws {
    try await Bench.with { bench in
      let port = try LocalPort.free()
      var receipts: [Receipt] = []
      for round in 0..<3 {
        let server = try await Self.started(bench, port)
        let new = try await Self.fileUntilKilled(server, port: port, after: 12 + 9 * round)
        receipts += new
        #expect(try await server.ended().status == 128 + SIGKILL)
      }
      #expect(receipts.count >= 40)
      #expect(Set(receipts.map(\.number)).count == receipts.count)
      // Numbers without gaps, every matter with its first event, its answers, its clocks and its entry of the journal.
      let facts = try Self.read(bench)
      try #require(facts.count == 5)
      #expect(facts[0] == facts[1] && facts[0] >= receipts.count)
      #expect(facts[2] == facts[3] && facts[4] == 0)
      let verdict = try await Program.run("verify", "journal", "--data", bench.data)
      #expect(verdict.status == 0, "\(verdict.errors)")
      let server = try await Self.started(bench, port)
      let visitor = Visitor(port: port)
      for receipt in receipts {
        let shown = try await visitor.post("/status", ["code": receipt.code])
        #expect(shown.contains(receipt.number), "\(receipt.number)")
      }
      server.signal(SIGTERM)
      #expect(try await server.ended().status == 0)
    }
  }

  private static func started(_ bench: Bench, _ port: Int) async throws -> Program.Started {
    let server = try Program.start(["serve", "--data", bench.data, "--port", "\(port)", "--metrics-port", "0"])
    try await server.wait { server.output.contains("Listening") }
    return server
  }

  /// Four people file tickets and take every other one back, until the server is killed under their hands.
  private static func fileUntilKilled(
    _ server: Program.Started, port: Int, after count: Int
  ) async throws -> [Receipt] {
    let kept = Receipts()
    let process = server.process
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let visitor = Visitor(port: port)
          for turn in 0..<1_000 {
            guard
              let page = try? await visitor.post(
                "/guide/window-ticket/apply", ["category": "other", "question": "示例 \(turn)"]),
              let number = page.firstMatch(of: /CK-2026-\d{5}|CK-\d{4}-\d+/)?.output,
              let code = page.firstMatch(of: /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/)?.output
            else { return }
            if kept.add(Receipt(number: String(number), code: String(code))) == count {
              kill(process.processIdentifier, SIGKILL)
            }
            if turn.isMultiple(of: 2) {
              guard (try? await visitor.post("/status/window-ticket/withdraw", ["code": String(code)])) != nil else {
                return
              }
            }
          }
        }
      }
      try await group.waitForAll()
    }
    return kept.all
  }

  /// How many tickets there are, their highest number, how many events there are, how many the tickets say they have,
  /// and how many closed tickets have a clock that runs.
  private static func read(_ bench: Bench) throws -> [Int] {
    let data = try Child.output(
      of: "/usr/bin/python3",
      [
        "-c",
        """
        import sqlite3, sys
        db = sqlite3.connect(sys.argv[1])
        for sql in ("SELECT COUNT(*) FROM matters", "SELECT MAX(serial) FROM matters",
            "SELECT COUNT(*) FROM matter_events", "SELECT SUM(events) FROM matters",
            "SELECT COUNT(*) FROM matter_clocks c JOIN matters m ON m.id = c.matter "
            "WHERE m.closed_at IS NOT NULL AND c.ended_on IS NULL"):
            print(db.execute(sql).fetchone()[0])
        """, bench.data + "/zone.sqlite",
      ])
    return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { Int($0) }
  }
}

/// What a visitor was told: the server has it.
private struct Receipt: Sendable {
  let number: String
  let code: String
}

private final class Receipts: Sendable {
  private let held = Mutex<[Receipt]>([])

  var all: [Receipt] { held.withLock { $0 } }

  /// - Returns: how many there are now.
  func add(_ receipt: Receipt) -> Int {
    held.withLock { held in
      held.append(receipt)
      return held.count
    }
  }
}

/// A browser of somebody who has not signed in.
private struct Visitor: Sendable {
  private let port: Int
  private let session: URLSession

  init(port: Int) {
    self.port = port
    session = URLSession(configuration: .ephemeral)
  }

  /// Posts the form at `path` with the token that it shows.
  func post(_ path: String, _ fields: [String: String]) async throws -> String {
    let address = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
    let shown = String(decoding: try await session.data(from: address).0, as: UTF8.self)
    let token = try #require(shown.firstMatch(of: /name="form-token" value="([^"]*)"/)?.1)
    var request = URLRequest(url: address)
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    let pairs = fields.merging(["form-token": String(token)]) { $1 }.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
    }
    request.httpBody = Data(pairs.joined(separator: "&").utf8)
    return String(decoding: try await session.data(for: request).0, as: UTF8.self)
  }
}
