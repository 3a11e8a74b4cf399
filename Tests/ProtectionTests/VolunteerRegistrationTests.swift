import Fixtures
import Matters
import MattersStore
import Protection
import Testing

@Suite struct `A volunteer's registration` {
  let procedure = Procedure(VolunteerRegistration.self)

  @Test func `goes by this chart`() {
    #expect(
      procedure.chart == """
        filed: ask → correction, register → registered, refuse → refused, withdraw → withdrawn
        correction: supplement → filed, withdraw → withdrawn
        registered [granted]
        refused [refused]
        withdrawn [withdrawn]
        """)
  }

  @Test func `lets each take these steps and no others`() {
    #expect(
      stepTable(procedure, everybody()) == """
        filed filer: withdraw
        filed staff: ask register refuse
        correction filer: supplement withdraw
        """)
  }

  @Test(arguments: DatabaseKind.all) func `is decided in five working days`(_ kind: DatabaseKind) async throws {
    try await ProtectionZone.with(kind) { zone in
      let texts = ["name": "张三", "phone": "13800000000", "field": "law", "hours": "4"]
      #expect(
        try await refusals { try await zone.file("volunteer", texts.merging(["hours": "0"]) { $1 }, by: Cast.stranger) }
          == ["ledger.out-of-range"])
      let filed = try await zone.file("volunteer", texts, by: Cast.stranger)
      #expect(filed.number.description == "ZY-2026-00001")
      #expect(try await zone.dues(filed.id) == ["decision 2026-10-10"])
      #expect(
        try await refusals { try await zone.take("refuse", filed.id, by: Cast.staff) } == ["matters.reason-missing"])
      try await zone.take("register", filed.id, ["number": "V-1"], by: Cast.staff)
      #expect(try await zone.matter(filed.id).end == .granted)
    }
  }
}
