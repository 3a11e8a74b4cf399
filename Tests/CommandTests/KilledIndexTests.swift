import Fixtures
import Foundation
import Testing

/// Processes that are killed while they import, follow the journal, merge and build.
@Suite struct `A zone whose processes are killed` {
  /// Two zones beside each other, fifty kills each.
  @Test(arguments: [UInt64(1), 2])
  func `a hundred times loses nothing acknowledged, and its index is what building it anew gives`(
    seed: UInt64
  ) async throws {
    try await Bench.with { bench in
      _ = try await Program.run("migrate", "--data", bench.data)
      let zone = try await KilledZone(bench, seed: seed)
      var killed: [KilledZone.Work: Int] = [:]
      var rounds = 0
      while killed.values.reduce(0, +) < 50, rounds < 150 {
        rounds += 1
        if let work = try await zone.kill() { killed[work, default: 0] += 1 }
        let (found, clean) = try await zone.states()
        #expect(found == clean, "seed \(seed), round \(rounds)")
        guard found == clean else { break }
      }
      #expect(killed.values.reduce(0, +) == 50, "\(killed) in \(rounds) rounds")
      #expect(killed.count == 3 && killed.values.allSatisfy { $0 > 5 }, "\(killed)")
      try await zone.close()
      let verdict = try await Program.run("verify", "journal", "--data", bench.data)
      #expect(verdict.status == 0, "\(verdict.errors)")
      let doctor = try await Program.run("doctor", "--data", bench.data, "--json")
      #expect(doctor.output.contains(#""name":"index","state":"ok""#), "\(doctor.output)")
    }
  }
}
