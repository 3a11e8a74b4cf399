public import AccessStore
import JobsStore
import Kernel
public import Patents
public import PatentsStore

/// Fills a demonstration zone: logins for every role, and the sample files through the importer.
public enum Seed {
  /// What came of one file.
  public struct SeededFile: Sendable {
    public let path: String
    public let run: PatentImport
  }

  /// - Parameter files: imported in this order; files that no format knows are left out by the caller.
  /// - Throws: ``ZoneRefusal/notDemonstration`` for a real zone.
  public static func demonstration(
    _ zone: Zone, files: [String], report: @escaping @Sendable (String, ImportProgress) -> Void
  ) async throws -> (logins: [PrintedLogin], files: [SeededFile]) {
    guard zone.record.isDemonstration else { throw ZoneRefusal.notDemonstration }
    let logins = try await zone.access.createDemonstrationLogins(by: zone.console)
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
    return (logins, seeded)
  }
}
