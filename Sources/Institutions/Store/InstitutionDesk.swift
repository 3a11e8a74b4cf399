public import Access
public import Institutions
public import Kernel
public import Storage

/// What the zone asks of its institutions as a whole.
public struct InstitutionDesk: Sendable {
  private let database: any Database

  public init(database: any Database) { self.database = database }

  /// How far the leads opened in `opened` had come on `cutoff`.
  public func funnel(
    of opened: ClosedRange<Day>, until cutoff: Day, by account: Account
  ) async throws -> RecruitmentFunnel {
    try account.require(.readInstitutionFiles)
    return try await database.read { try InstitutionRows.funnel(of: opened, until: cutoff, in: $0) }
  }

  /// How many institutions of the zone offer each category of service on a day.
  public func chain(on day: Day, by account: Account) async throws -> ServiceChain {
    try account.require(.readInstitutions)
    return try await database.read { try InstitutionRows.chain(on: day, in: $0) }
  }

  /// Who has filed the returns of a period, and who is to be reminded.
  public func chase(_ year: Int, _ period: ReturnPeriod, by account: Account) async throws -> ReturnChase {
    try account.require(.readInstitutionFiles)
    return try await database.read { try InstitutionRows.chase(year, period, in: $0) }
  }

  /// The leads behind one number of the funnel.
  public func leads(
    at step: String, of opened: ClosedRange<Day>, until cutoff: Day, by account: Account
  ) async throws -> [CountedRecord] {
    try account.require(.readInstitutionFiles)
    return try await database.read { try InstitutionRows.leads(at: step, of: opened, until: cutoff, in: $0) }
  }

  /// The institutions behind one number of the chain.
  public func offering(
    _ category: ServiceCategory, on day: Day, by account: Account
  ) async throws -> [CountedRecord] {
    try account.require(.readInstitutions)
    return try await database.read { try InstitutionRows.offering(category, on: day, in: $0) }
  }

  /// The returns of a period that are approved, or those that are not yet.
  public func returns(
    _ year: Int, _ period: ReturnPeriod, isApproved: Bool, by account: Account
  ) async throws -> [CountedRecord] {
    try account.require(.readInstitutionFiles)
    return try await database.read { try InstitutionRows.returns(year, period, isApproved: isApproved, in: $0) }
  }
}
