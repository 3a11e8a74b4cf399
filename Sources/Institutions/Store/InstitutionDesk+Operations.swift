public import Access
import Institutions
import Kernel

extension InstitutionDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  public var operations: [DeskOperation] {
    let desk = self
    let day = Day(number: 20_000)
    return [
      DeskOperation("institutions.funnel", needs: .readInstitutionFiles) {
        _ = try await desk.funnel(of: day...day, until: day, by: $0)
      },
      DeskOperation("institutions.chain", needs: .readInstitutions) { _ = try await desk.chain(on: day, by: $0) },
      DeskOperation("institutions.chase", needs: .readInstitutionFiles) {
        _ = try await desk.chase(2_025, .year, by: $0)
      },
      DeskOperation("institutions.leads", needs: .readInstitutionFiles) {
        _ = try await desk.leads(at: "lead", of: day...day, until: day, by: $0)
      },
      DeskOperation("institutions.offering", needs: .readInstitutions) {
        _ = try await desk.offering(.agency, on: day, by: $0)
      },
      DeskOperation("institutions.returns", needs: .readInstitutionFiles) {
        _ = try await desk.returns(2_025, .year, isApproved: true, by: $0)
      },
    ]
  }
}
