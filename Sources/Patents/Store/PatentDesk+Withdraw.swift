public import Access
import Journal
import JournalStore
public import Kernel
public import Patents
import Storage

extension PatentDesk {
  /// Takes back everything that one import brought, as if it had not been.
  ///
  /// New patents go, updated ones get their earlier values back. Spellings of names stay known.
  ///
  /// - Parameter seen: the revision of the run that the user saw.
  /// - Throws: ``PatentRefusal/restedUpon(patents:)`` where a later import or change rests on it.
  public func withdraw(
    _ id: ID<PatentImport>, because reason: String, seen: Int64? = nil, by account: Account
  ) async throws {
    try account.require(.withdrawImports)
    let reason = try Reason(reason, orElse: PatentRefusal.reasonMissing)
    let world = world
    try await database.write { db in
      try db.liftTimeLimit()
      let deed = Deed(.withdrawImport, by: account, on: id.subject, because: reason.text)
      // Decided inside the recording, which no other writer can come between.
      try Recording.writeBatch(deed, world: world, in: db) { recording in
        guard var run = try ImportRows.run(id, in: db) else { throw PatentRefusal.unknownImport(id) }
        guard run.stage != .withdrawn else { throw PatentRefusal.alreadyWithdrawn }
        guard run.stage != .running else { throw PatentRefusal.importStillRuns }
        let rested = try WithdrawRows.restedUpon(run, in: db)
        guard rested == 0 else { throw PatentRefusal.restedUpon(patents: rested) }
        try WithdrawRows.undoUpdates(of: run, world: world, by: recording, in: db)
        try WithdrawRows.deleteNames(ofNewPatentsOf: run, in: db)
        try recording.deleteAll(from: .patents, where: "id IN (\(WithdrawRows.newPatents(of: run)))")
        try recording.deleteAll(from: .patentSayings, where: WithdrawRows.traces(of: run))
        try recording.deleteAll(from: .trademarks, where: WithdrawRows.traces(of: run))
        try recording.deleteAll(from: .patentSources, where: WithdrawRows.traces(of: run))
        try recording.deleteAll(from: .importNotes, where: WithdrawRows.traces(of: run))
        run.stage = .withdrawn
        try recording.update(ImportRows.values(run), in: .patentImports, seen: seen ?? run.revision)
      }
    }
  }

  /// Makes a document without a number part of another: its sources move, its values fill gaps only.
  ///
  /// - Parameter seen: the revision of `id` that the user saw.
  public func merge(
    _ id: ID<Patent>, into target: ID<Patent>, because reason: String, seen: Int64, by account: Account
  ) async throws {
    try account.require(.mergePatents)
    let reason = try Reason(reason, orElse: PatentRefusal.reasonMissing)
    guard id != target else { throw PatentRefusal.intoItself }
    let world = world
    try await database.write { db in
      let deed = Deed(.mergePatents, by: account, on: target.subject, because: reason.text, facts: ["merged": "\(id)"])
      try Recording.write(deed, world: world, in: db) { recording in
        guard let patent = try PatentRows.find(id, in: db) else { throw PatentRefusal.unknown(id) }
        guard var kept = try PatentRows.find(target, in: db) else { throw PatentRefusal.unknown(target) }
        guard patent.identity.isWithoutNumber else { throw PatentRefusal.hasNumber }
        for name in try PatentRows.names(of: patent, in: db) { try PatentRows.deleteName(name, of: id, in: db) }
        let merge = PatentMerge(kept.facts, precedence: kept.precedence + 1, with: patent.facts, precedence: 0)
        for source in try ImportRows.sources(of: id, in: db).map(\.0).givingOnce(merge.before.keys) {
          try recording.update(ImportRows.values(source.moved(to: target)), in: .patentSources)
        }
        try recording.delete([id.sqlValue], from: .patents, seen: seen)
        let then = try PatentRows.names(of: kept, in: db)
        kept.facts = merge.merged
        try recording.update(PatentRows.values(kept), in: .patents)
        try PatentRows.link(kept, instead: then, in: db)
      }
    }
  }
}

extension [PatentSource] {
  /// Of several rows, oldest first, each with those of `filled` that it gave the merged document: what the document
  /// had itself keeps its own origin.
  fileprivate func givingOnce(_ filled: some Collection<PatentField>) -> [PatentSource] {
    indices.map { place in
      self[place].giving(
        self[place].fields.filter { field in
          filled.contains(field) && !self[(place + 1)...].contains { $0.fields.contains(field) }
        })
    }
  }
}

extension PatentSource {
  fileprivate func giving(_ fields: [PatentField]) -> PatentSource {
    PatentSource(
      file: file, line: line, patent: patent, run: run, effect: effect, rowHash: rowHash, before: before,
      precedenceBefore: precedenceBefore, fields: fields)
  }

  fileprivate func moved(to patent: ID<Patent>) -> PatentSource {
    PatentSource(
      file: file, line: line, patent: patent, run: run, effect: effect, rowHash: rowHash, before: before,
      precedenceBefore: precedenceBefore, fields: fields)
  }
}

extension Action {
  static let withdrawImport = Action("patents.import-withdraw", Phrase(zh: "撤回导入", en: "Withdrew an import"))
  static let mergePatents = Action("patents.merge", Phrase(zh: "合并无号文献", en: "Merged a document without a number"))
}
