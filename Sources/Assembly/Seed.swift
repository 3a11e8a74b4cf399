public import AccessStore
import FiguresStore
import JobsStore
import Kernel
public import Patents
public import PatentsStore
import PremisesStore
import Storage

/// Fills a demonstration zone: logins for every role, and the sample files through the importer.
public enum Seed {
  /// What came of one file.
  public struct SeededFile: Sendable {
    public let path: String
    public let run: PatentImport
  }

  /// - Parameters:
  ///   - files: imported in this order; files that no format knows are left out by the caller.
  ///   - scale: how many times the size of the real zone the invented records have.
  ///   - matters: how many invented matters there are to be at least.
  /// - Throws: ``ZoneRefusal/notDemonstration`` for a real zone.
  public static func demonstration(
    _ zone: Zone, files: [String], scale: Int = 1, matters count: Int = 0,
    report: @escaping @Sendable (String, ImportProgress) -> Void
  ) async throws -> (logins: [PrintedLogin], files: [SeededFile]) {
    guard zone.record.isDemonstration else { throw ZoneRefusal.notDemonstration }
    let logins = try await zone.access.createDemonstrationLogins(by: zone.console)
    let sample = try await records(of: zone, scale: scale)
    var seeded: [SeededFile] = []
    for path in files {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let run = try await zone.patents.importFile(at: path, named: name, by: zone.console) { progress in
        report(name, progress)
        return .goOn
      }
      seeded.append(SeededFile(path: path, run: run))
    }
    try await programme(zone)
    try await matters(zone, sample)
    try await learning(zone, sample)
    try await stations(zone)
    try await portfolios(zone)
    try await navigation(zone)
    try await highValue(zone)
    try await fill(zone, with: count, of: sample)
    return (logins, seeded)
  }

  private static func fill(_ zone: Zone, with count: Int, of sample: SampleZone) async throws {
    guard count > 0 else { return }
    let firms = sample.enterprises.map { (code: $0.code, name: $0.name) }
    let (there, many) = try await zone.database.read { db in
      (try db.count("SELECT COUNT(*) FROM matters"), try ManyMatters(in: db, firms: firms))
    }
    var filling = many
    try await filling.add(max(0, count - there), to: zone.database, world: zone.world, by: zone.console)
  }

  /// The invented records: organisations, people, services, returns, rooms, a plan, and what others published.
  private static func records(of zone: Zone, scale: Int) async throws -> SampleZone {
    let today = zone.world.today()
    var sample = SampleZone(scale: scale, today: today)
    _ = try await sample.seed(zone.ledgers, by: zone.console)
    let tenants = sample.institutions.prefix(190).compactMap { institution in
      (try? SocialCreditCode(institution.code)).map {
        PremisesSeed.Tenant($0, institution.name, from: institution.from, to: institution.to)
      }
    }
    try await PremisesSeed.demonstration(in: zone.database, tenants: tenants, world: zone.world, by: zone.console)
    _ = try await zone.figures.take(publishedNumbers(by: today), by: zone.console)
    return sample
  }
}
