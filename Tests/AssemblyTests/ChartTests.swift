import Access
import Assembly
import Foundation
import Kernel
import Matters
import MattersStore
import Testing

/// What every procedure of the book owes to its tests.
@Suite struct `The chart of every procedure` {
  /// The lines of a test's source, without their indentation.
  private struct Source {
    let lines: [Substring]

    /// Lines that end with a backslash go on in the next.
    init(_ text: String) {
      lines = text.replacing(/\\\n */, with: "").split(separator: "\n").map { $0.drop { $0 == " " } }
    }

    /// Whether `text` stands in it, line after line.
    func holds(_ text: String) -> Bool {
      let wanted = text.split(separator: "\n")
      guard let first = wanted.first else { return false }
      return lines.indices.contains { place in
        lines[place] == first && lines[place...].prefix(wanted.count).elementsEqual(wanted)
      }
    }

    /// Which steps a table names at which stage, whoever may take them: lines of `stage role: step step`, or of
    /// `step | stage stage | role role`.
    func table(of procedure: Procedure) -> [String: Set<String>] {
      let (steps, stages) = (Set(procedure.steps.map(\.code)), Set(procedure.stages.map(\.code)))
      var found: [String: Set<String>] = [:]
      for line in lines {
        let cells = line.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
        if cells.count == 3, let step = cells[0].first, steps.contains(step), stages.isSuperset(of: cells[1]) {
          for stage in cells[1] { found[stage, default: []].insert(step) }
        }
        let parts = line.split(separator: ": ", maxSplits: 1).map { $0.split(separator: " ").map(String.init) }
        if parts.count == 2, parts[0].count == 2, stages.contains(parts[0][0]), steps.isSuperset(of: parts[1]) {
          found[parts[0][0], default: []].formUnion(parts[1])
        }
      }
      return found
    }
  }

  private static func sources() throws -> [Source] {
    let folder = URL(fileURLWithPath: Tree.path("Tests"))
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let paths = (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    return try paths.map { Source(try String(contentsOf: $0, encoding: .utf8)) }
  }

  @Test func `is printed whole by a test, with who may take which step where`() async throws {
    let sources = try Self.sources()
    try await TestZone.with { zone in
      for kept in zone.zone.matters.book.all {
        let (procedure, code) = (kept.procedure, kept.procedure.head.code)
        let source = sources.first { $0.holds(procedure.chart) }
        #expect(source != nil, "no test prints the chart of \(code):\n\(procedure.chart)")
        guard let source else { continue }
        let table = source.table(of: procedure)
        for stage in procedure.stages {
          let steps = Set(procedure.steps(at: stage.code).map(\.code))
          #expect(table[stage.code] ?? [] == steps, "\(code): who takes which step at \(stage.code)?")
        }
      }
    }
  }

  @Test func `reaches every stage, is left by every open one, and names somebody for every step`() async throws {
    try await TestZone.with { zone in
      for procedure in zone.zone.matters.book.all.map(\.procedure) {
        let code = procedure.head.code
        var reached: Set<String> = [procedure.start]
        while true {
          let next = reached.union(
            reached.flatMap { stage in procedure.steps.compactMap { procedure.after($0.code, at: stage) } })
          guard next != reached else { break }
          reached = next
        }
        #expect(reached == Set(procedure.stages.map(\.code)), "\(code)")
        for stage in procedure.stages where stage.end == nil {
          let ways = procedure.steps.compactMap { procedure.after($0.code, at: stage.code) }
          #expect(ways.contains { $0 != stage.code }, "\(code) stays at \(stage.code)")
        }
        for step in procedure.steps {
          #expect(!step.takers.isEmpty, "\(code)/\(step.code)")
          #expect(
            procedure.stages.contains { procedure.after(step.code, at: $0.code) != nil }, "\(code)/\(step.code)")
          for case .staff(let permission) in step.takers {
            #expect(
              Role.allCases.contains { role in
                let held = PermissionMatrix.zone.permissions(of: [role])
                return held.contains(permission) && held.contains(procedure.head.handlers)
              }, "nobody can take \(code)/\(step.code)")
          }
        }
      }
    }
  }
}
