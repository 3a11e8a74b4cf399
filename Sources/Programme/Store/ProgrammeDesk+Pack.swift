public import Access
import Journal
import JournalStore
public import Kernel
public import Programme
import Storage

extension ProgrammeDesk {
  /// The evidence pack of an evaluation as a ZIP archive; the journal keeps who took it.
  public func evidencePack(of id: ID<EvaluationRun>, by account: Account) async throws -> [UInt8] {
    try account.require(.readEvaluations)
    let file = try await run(id, by: account)
    let bytes = try EvidencePack.bytes(file)
    let world = world
    try await database.write { db in
      try Recording.note(
        Deed(.takePack, by: account, on: id.subject, facts: ["sha256": sha256(bytes)]), world: world, in: db)
    }
    return bytes
  }
}
