import Fixtures
import Foundation
import Synchronization

/// The built program, run as a shell would.
struct Program {
  /// `IPZONE_BIN`, or the program beside the tests.
  static let path: String = {
    if let given = ProcessInfo.processInfo.environment["IPZONE_BIN"], !given.isEmpty { return given }
    let tests = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    return tests.deletingLastPathComponent().appending(path: "ipzone").path
  }()

  /// Runs to the end.
  static func run(_ words: String..., environment: [String: String] = [:]) async throws -> Ended {
    try await start(words, environment: environment).ended()
  }

  static func start(_ words: [String], environment: [String: String] = [:]) throws -> Started {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ipzone-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let (output, errors) = (folder.appending(path: "out"), folder.appending(path: "err"))
    for file in [output, errors] { FileManager.default.createFile(atPath: file.path, contents: nil) }
    let process = try Child(
      path, words, environment: ["PATH": "/usr/bin:/bin", "LANG": "en_US.UTF-8"].merging(environment) { $1 },
      output: FileHandle(forWritingTo: output), errors: FileHandle(forWritingTo: errors))
    return Started(process: process, folder: folder)
  }

  struct Started {
    let process: Child
    let folder: URL

    var output: String { text("out") }
    var errors: String { text("err") }

    func ended() async throws -> Ended {
      while process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
      defer { try? FileManager.default.removeItem(at: folder) }
      return Ended(status: process.exitStatus, output: output, errors: errors)
    }

    func signal(_ number: Int32) { process.signal(number) }

    /// Waits until `condition` holds, half a minute at most.
    func wait(until condition: () throws -> Bool) async throws {
      for _ in 0..<3_000 {
        if try condition() { return }
        guard process.isRunning else { return }
        // Blocks on purpose: the tests beside this one may keep the pool busy for longer than an import lasts.
        usleep(10_000)
      }
    }

    private func text(_ name: String) -> String {
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
    }
  }

  struct Ended {
    let status: Int32
    let output: String
    let errors: String

    /// The last line of standard output as JSON.
    func json<Value: Decodable>(_: Value.Type = Value.self) throws -> Value {
      let last = output.split(separator: "\n").last.map(String.init) ?? ""
      return try JSONDecoder().decode(Value.self, from: Data(last.utf8))
    }
  }
}

/// What the program says at the end, as far as tests look at it.
struct Counts: Decodable, Equatable {
  var rows = 0
  var new = 0
  var updated = 0
  var unchanged = 0
  var repaired = 0
  var rejected = 0
}

struct Verdict: Decodable {
  let intact: Bool
  let rows: Int?
  let head: String?
  let broken: String?
}

struct Complaint: Decodable {
  let error: String
  let message: String
}

/// A temporary folder with a zone in it and files to import.
struct Bench {
  let folder: URL
  var data: String { folder.appending(path: "zone").path }

  static func with<Result>(_ work: (Bench) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ipzone-cli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await work(Bench(folder: folder))
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// A file of `count` different patents, one a line, and after them `broken` lines that are none.
  func patents(_ count: Int, broken: Int = 0, named name: String = "patents.jsonl") throws -> String {
    var text = ""
    for number in 0..<count {
      text +=
        #"{"publication_number":"CN\#(100_000_000 + number)A","title":"一种可折叠的样品架 \#(number)","applicants":["南京测试科技有限公司"]}"#
        + "\n"
    }
    for _ in 0..<broken { text += "{\"title\": \n" }
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    return path(name)
  }
}
