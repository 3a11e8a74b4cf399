import Assembly
import Kernel
import Matters
import MattersStore
import Testing

@Suite struct `The demonstration` {
  /// Stages and time limits depend on the day on which it is set up.
  @Test(arguments: [9, 40, 101, 219]) func `is set up on any day, with departures and moves`(_ ahead: Int) async throws
  {
    try await TestZone.with { zone in
      zone.clock.advance(by: Double(ahead) * 86_400)
      _ = try await Seed.demonstration(zone.zone, files: []) { _, _ in }
      var filter = MatterFilter()
      filter.procedures = ["move-out"]
      let moves = try await zone.zone.matters.queue(filter, by: zone.zone.console).matters
      #expect(moves.count > 10)
      #expect(moves.contains { $0.stage == "moved" } && moves.contains { $0.stage == "left" })
    }
  }
}
