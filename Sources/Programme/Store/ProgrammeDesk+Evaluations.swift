public import Access
import Journal
import JournalStore
public import Kernel
public import Programme
import Storage

extension ProgrammeDesk {
  /// Evaluations, the newest first.
  public func runs(limit: Int = 100, by account: Account) async throws -> [RunLine] {
    try account.require(.readEvaluations)
    return try await database.read { db in
      // Many runs are by one version, whose text is read once.
      var versions: [ID<SchemeVersion>: SchemeVersion] = [:]
      return try EvaluationRows.runs(limit: limit, in: db).map { run in
        let version = try versions[run.scheme] ?? Self.version(of: run, in: db)
        versions[run.scheme] = version
        return RunLine(run: run, version: version, total: try Self.result(of: run, by: version, in: db).total)
      }
    }
  }

  /// An evaluation, computed again from what was stored by the version of then.
  public func run(_ id: ID<EvaluationRun>, by account: Account) async throws -> RunFile {
    try account.require(.readEvaluations)
    return try await database.read { db in
      guard let run = try EvaluationRows.run(id, in: db) else { throw EvaluationRefusal.unknownRun(id) }
      return try Self.file(run, in: db)
    }
  }

  /// What the figures of a scheme are at a cut-off, by the indicators' codes: to be looked at before a run.
  public func readings(
    of scheme: EvaluationScheme, at cutoff: Day, by account: Account
  ) async throws -> [String: IndicatorInput] {
    try account.require(.readEvaluations)
    return try await inputs(of: scheme, at: cutoff, reviews: [:])
  }

  /// Evaluates the zone by the present version of a scheme and stores what went in and what came out.
  ///
  /// - Parameter reviews: what the reviewers said, by the indicators' codes; others are passed over.
  @discardableResult
  public func evaluate(
    by code: String, at cutoff: Day?, reviews: [String: IndicatorInput.Review], note: String, seen: String? = nil,
    by account: Account
  ) async throws -> ID<EvaluationRun> {
    try account.require(.runEvaluations)
    guard let cutoff else { throw EvaluationRefusal.cutoffMissing }
    guard cutoff <= world.today() else { throw EvaluationRefusal.cutoffInFuture }
    guard note.count <= Reason.limit else { throw EvaluationRefusal.noteTooLong(Reason.limit) }
    for (indicator, review) in reviews {
      guard !review.note.isEmpty else { throw EvaluationRefusal.reviewNoteMissing(indicator: indicator) }
      guard review.note.count <= Reason.limit else {
        throw PlanRefusal.tooLong(field: "note-" + indicator, limit: Reason.limit)
      }
    }
    let (shipped, world) = (shipped, world)
    let present = try await database.read { try Self.versions(of: code, shipped, in: $0).first }
    guard let present else { throw EvaluationRefusal.unknownScheme(code) }
    guard seen == nil || present.hash == seen else { throw JournalRefusal.changedMeanwhile }
    let result = EvaluationResult(
      present.scheme, inputs: try await inputs(of: present.scheme, at: cutoff, reviews: reviews))
    return try await database.write { db in
      let id: ID<EvaluationRun> = world.newID()
      let deed = Deed(
        .evaluate, by: account, on: id.subject,
        facts: ["scheme": code, "sha256": present.hash, "cutoff": "\(cutoff)"])
      return try Recording.write(deed, world: world, in: db) { recording in
        guard try Self.versions(of: code, shipped, in: db).first?.hash == present.hash else {
          throw JournalRefusal.changedMeanwhile
        }
        let scheme = try Self.stored(present, world, recording, by: account.id, in: db)
        let run = EvaluationRun(
          id: id, scheme: scheme, cutoff: cutoff, note: note, runBy: account.id, runAt: world.now())
        try recording.insert(EvaluationRows.values(run), into: .evaluationRuns)
        try recording.insert(
          result.results.map {
            EvaluationRows.values($0, id: world.newID(EvaluationResult.self).sqlValue, of: id)
          }, into: .evaluationScores)
        return id
      }
    }
  }

  /// Lists a piece of evidence for an indicator of a run.
  ///
  /// - Parameter sha256: of the file, where there is one; empty for none.
  public func addEvidence(
    _ reference: String, sha256: String, for indicator: String, of run: ID<EvaluationRun>, by account: Account
  ) async throws {
    try account.require(.runEvaluations)
    guard !reference.isEmpty else { throw EvaluationRefusal.referenceMissing }
    guard reference.count <= 300 else { throw PlanRefusal.tooLong(field: "reference", limit: 300) }
    let hash = sha256.lowercased()
    guard hash.isEmpty || hash.wholeMatch(of: /[0-9a-f]{64}/) != nil else { throw EvaluationRefusal.wrongHash }
    let world = world
    try await database.write { db in
      try Recording.write(Deed(.addEvidence, by: account, on: run.subject), world: world, in: db) { recording in
        guard let found = try EvaluationRows.run(run, in: db) else { throw EvaluationRefusal.unknownRun(run) }
        let scheme = try EvaluationRows.version(found.scheme, in: db)?.scheme
        guard scheme?.indicators.contains(where: { $0.code == indicator }) == true else {
          throw EvaluationRefusal.unknownIndicator
        }
        try recording.insert(
          [
            world.newID(EvidenceReference.self).sqlValue, run.sqlValue, .text(indicator), .text(reference),
            hash.isEmpty ? .null : .text(hash), account.id.sqlValue, world.now().sqlValue,
          ], into: .evaluationEvidence)
      }
    }
  }

  private func inputs(
    of scheme: EvaluationScheme, at cutoff: Day, reviews: [String: IndicatorInput.Review]
  ) async throws -> [String: IndicatorInput] {
    var inputs: [String: IndicatorInput] = [:]
    for indicator in scheme.indicators {
      let value: (reading: FigureReading?, words: Phrase)? =
        if let figure = indicator.figure { try await figures.value(of: figure, at: cutoff) } else { nil }
      inputs[indicator.code] = IndicatorInput(
        reading: value?.reading, words: value?.words,
        review: indicator.isReviewed ? reviews[indicator.code] : nil)
    }
    return inputs
  }

  /// The id of a version in the database, where it is put if it came with the program.
  private static func stored(
    _ version: SchemeVersion, _ world: World, _ recording: Recording, by account: ID<Account>, in db: any Writing
  ) throws -> ID<SchemeVersion> {
    if let id = version.id { return id }
    let (id, number): (ID<SchemeVersion>, Int) = (
      world.newID(), try nextNumber(of: version.scheme.code, in: db)
    )
    try recording.insert(
      EvaluationRows.values(id, number, version, by: account, at: world.now().sqlValue), into: .schemeVersions)
    return id
  }

  private static func version(of run: EvaluationRun, in db: any Reading) throws -> SchemeVersion {
    guard let version = try EvaluationRows.version(run.scheme, in: db) else {
      throw EvaluationRefusal.unknownRun(run.id)
    }
    return version
  }

  /// What the stored inputs give.
  private static func result(
    of run: EvaluationRun, by version: SchemeVersion, in db: any Reading
  ) throws -> EvaluationResult {
    let inputs = try EvaluationRows.scores(of: run.id, in: db).map { ($0.indicator, $0.input) }
    return EvaluationResult(version.scheme, inputs: Dictionary(inputs, uniquingKeysWith: { $1 }))
  }

  private static func file(_ run: EvaluationRun, in db: any Reading) throws -> RunFile {
    let version = try version(of: run, in: db)
    let result = try result(of: run, by: version, in: db)
    let stored = try EvaluationRows.scores(of: run.id, in: db)
    let scores = Dictionary(stored.map { ($0.indicator, $0) }, uniquingKeysWith: { $1 })
    let disagreeing = result.results.filter { found in
      let kept = scores[found.indicator.code]
      return kept?.score != found.score || kept?.points != found.points
    }
    return RunFile(
      run: run, version: version, result: result, disagreeing: disagreeing.map(\.indicator.code),
      evidence: try EvaluationRows.evidence(of: run.id, in: db))
  }
}
