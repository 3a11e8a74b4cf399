public import Access
public import Kernel
public import Ledgers

/// A declared procedure as the mechanism works with it: its stages and steps by their names.
public struct Procedure: Sendable {
  public let head: ProcedureHead
  public let form: [FormPart]
  public let materials: [Material]
  public let parties: [PartyDeclaration]
  public let clocks: [ProcedureClock]
  public let stages: [StageEntry]
  public let steps: [StepEntry]
  public let start: String
  private let moves: [String: [String: String]]

  public init<Declaration: ProcedureDeclaration>(_: Declaration.Type) {
    head = Declaration.head
    form = Declaration.form
    materials = Declaration.materials
    parties = Declaration.parties
    clocks = Declaration.clocks.map(\.clock)
    stages = Declaration.Stage.allCases.map {
      StageEntry(code: $0.rawValue, phrase: $0.phrase, status: $0.status, end: $0.end)
    }
    steps = Declaration.Step.allCases.map { step in
      StepEntry(
        code: step.rawValue, phrase: step.phrase, takers: step.takers, fields: step.fields,
        needsReason: step.needsReason, reasonHelp: step.reasonHelp, appoints: step.appoints, releases: step.releases,
        readers: step.readers, letter: step.letter, tells: step.tells)
    }
    start = Declaration.start.rawValue
    var moves: [String: [String: String]] = [:]
    for stage in Declaration.Stage.allCases {
      for step in Declaration.Step.allCases {
        moves[stage.rawValue, default: [:]][step.rawValue] = Declaration.after(step, at: stage)?.rawValue
      }
    }
    self.moves = moves
    check()
  }

  /// What a declaration must keep, met by the first test that names it.
  private func check() {
    let fields = form.flatMap(\.fields).map(\.name)
    precondition(Set(fields).count == fields.count, "two questions of \(head.code) have one name")
    precondition(head.title.map(fields.contains) ?? true, "\(head.code) has no question \(head.title ?? "")")
    precondition(Set(clocks.map(\.code)).count == clocks.count, "two clocks of \(head.code) have one name")
    precondition(
      stages.filter { $0.end != nil }.allSatisfy { end in (moves[end.code] ?? [:]).values.allSatisfy { $0 == end.code }
      },
      "a step leads out of the end of \(head.code)")
    for step in steps {
      precondition(
        step.appoints.map { asked in parties.contains { $0.role == asked.role } } ?? true,
        "\(step.code) of \(head.code) appoints for a role that is not declared")
      precondition(
        step.releases.map { role in parties.contains { $0.role == role } } ?? true,
        "\(step.code) of \(head.code) releases from a role that is not declared")
    }
  }

  public func stage(_ code: String) -> StageEntry? { stages.first { $0.code == code } }
  public func step(_ code: String) -> StepEntry? { steps.first { $0.code == code } }
  public func clock(_ code: String) -> ProcedureClock? { clocks.first { $0.code == code } }
  public func party(_ role: String) -> PartyDeclaration? { parties.first { $0.role == role } }

  /// Where `step` leads from `stage`; nil where it is not taken.
  public func after(_ step: String, at stage: String) -> String? { moves[stage]?[step] }

  /// The steps that `stage` offers to anybody at all.
  public func steps(at stage: String) -> [StepEntry] { steps.filter { after($0.code, at: stage) != nil } }

  /// The questions that `answers` lead to.
  public func asked(by answers: LedgerRecord.Values) -> [LedgerField] {
    form.filter { $0.condition?.holds(for: answers) ?? true }.flatMap(\.fields)
  }

  public var fields: [LedgerField] { form.flatMap(\.fields) }

  public func materials(for answers: LedgerRecord.Values) -> [Material] {
    materials.filter { $0.condition?.holds(for: answers) ?? true }
  }

  /// What the zone takes by itself when a time limit has ended: the steps `lapse-` with a clock's code.
  public var lapses: [Lapse] {
    steps.compactMap { step in
      guard step.takers.contains(.zone),
        let clock = clocks.first(where: { step.code == "lapse-\($0.code)" })
      else { return nil }
      let stages = stages.map(\.code).filter { after(step.code, at: $0) != nil }
      return Lapse(procedure: head.code, clock: clock.code, step: step.code, stages: stages)
    }
  }

  public struct Lapse: Sendable {
    public let procedure: String
    public let clock: String
    public let step: String
    /// Where it is taken.
    public let stages: [String]
  }

  /// The whole chart as text, a line for each stage: what tests hold and the documentation prints.
  public var chart: String {
    stages.map { stage in
      let end = stage.end.map { " [\($0.rawValue)]" } ?? ""
      let ways = steps.compactMap { step in after(step.code, at: stage.code).map { "\(step.code) → \($0)" } }
      return "\(stage.code)\(end)\(ways.isEmpty ? "" : ": ")\(ways.joined(separator: ", "))"
    }.joined(separator: "\n")
  }
}

/// A stage by its name.
public struct StageEntry: Sendable {
  public let code: String
  public let phrase: Phrase
  public let status: Phrase
  public let end: MatterEnd?
}

/// A step by its name.
public struct StepEntry: Sendable {
  public let code: String
  public let phrase: Phrase
  public let takers: Set<Taker>
  public let fields: [LedgerField]
  public let needsReason: Bool
  public let reasonHelp: Phrase?
  public let appoints: Appointment?
  public let releases: String?
  public let readers: Set<Side>
  public let letter: Letter?
  public let tells: Permission?

  /// Whether it can be taken by a button alone.
  public var isBare: Bool { fields.isEmpty && !needsReason && appoints == nil }
}
