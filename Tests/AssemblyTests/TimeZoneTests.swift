import Access
import Assembly
import Fixtures
import Foundation
import HTTPTypes
import Kernel
import PortalFixtures
import Testing
import Web

@Suite struct `A server whose own clock stands in New York` {
  @Test func `shows Nanjing's time on every page and UTC to programs`() async {
    await #expect(processExitsWith: .success) {
      setenv("TZ", "America/New_York", 1)
      tzset()
      NSTimeZone.resetSystemTimeZone()
      #expect(TimeZone.current.secondsFromGMT(for: .noon) == -5 * 3_600)
      // 13:30 in New York, and already half past two of the next morning in Nanjing.
      let evening = Date.noon + 14.5 * 3_600
      try await TestZone.with(clock: TestClock(at: evening)) { zone in
        let places = try await Places(in: zone)
        let auditor = try await zone.signedIn(.auditor)
        var shown = 0
        for route in ZonePortal.routes(zone.zone).all where route.method == .get {
          let answer = try await auditor.get(places.address(of: route))
          // Open data is for programs, too: instants in UTC.
          if route.sort == .endpoint || route.sort == .file && route.path.hasPrefix("/open/") {
            let text = answer.text.replacing("2026-11-23T00:00:00+08:00", with: "")
            for match in text.matches(of: /2026-11-2\dT\d\d:/) {
              #expect(match.output == "2026-11-22T18:", "\(route.path)")
            }
          } else {
            // A feed has no whole days: RFC 4287 wants their beginning, as it is in Nanjing.
            let text = answer.text.replacing("2026-11-23T00:00:00+08:00", with: "")
            for match in text.matches(of: /2026-11-2\d[ T]\d\d:/) {
              #expect(match.output.hasPrefix("2026-11-23") && match.output.hasSuffix("02:"), "\(route.path)")
              shown += 1
            }
          }
        }
        #expect(shown > 20)
        let heads = try await zone.visitor().get("/api/v1/journal/heads").text
        #expect(heads.contains("2026-11-23") && !heads.contains("2026-11-22\""))
      }
    }
  }
}
