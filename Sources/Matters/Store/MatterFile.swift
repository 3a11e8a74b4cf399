public import Access
public import Evidence
public import Kernel
public import Ledgers
public import Matters
import Storage

/// A matter as one account may see it.
public struct MatterFile: Sendable {
  public let procedure: Procedure
  public let matter: Matter
  public let standing: MatterStanding
  /// The questions and answers of the application that the account may read.
  public let application: LedgerRecord.Values
  public let timeline: [MatterLine]
  public let clocks: [RunningClock]
  public let parties: [MatterParty]
  public let files: [MatterFileEntry]
  /// The steps that the account may take now.
  public let steps: [StepEntry]
  /// Whom each of those steps may name.
  public let candidates: [String: [MatterPerson]]
  public let handlerName: String?
  /// The station that took it in; nil where none did.
  public let stationName: String?
  /// The clocks that the account may extend.
  public let extendable: [ProcedureClock]
}

/// An event with what was said with it, as far as the reader may see it.
public struct MatterLine: Sendable {
  public let event: MatterEvent
  public let words: Phrase
  public let given: LedgerRecord.Values
  public let fields: [LedgerField]
  public let letter: Letter?
  /// Who did it, for the staff; nil for everybody else, who read in whose capacity it was done.
  public let name: String?
}

/// A file that was handed in with an application or a step.
public struct MatterFileEntry: Equatable, Sendable {
  public let matter: ID<Matter>
  /// The event that it came with.
  public let place: Int
  public let number: Int
  public let material: String
  public let evidence: ID<EvidenceItem>
  public let name: String
}

extension MatterDesk {
  func file(_ scene: MatterScene, _ db: any Reading) throws -> MatterFile {
    let procedure = scene.procedure
    let steps = procedure.steps(at: scene.matter.stage).filter {
      procedure.capacity(for: $0, of: scene.account, with: scene.standing) != nil
    }
    var candidates: [String: [MatterPerson]] = [:]
    for step in steps {
      if let asked = step.appoints { candidates[step.code] = try self.candidates(for: asked, in: scene, db) }
    }
    var matter = scene.matter
    if !scene.reads(from: .filer, for: []) { matter = matter.withoutApplicant() }
    return MatterFile(
      procedure: procedure, matter: matter, standing: scene.standing, application: scene.visibleApplication,
      timeline: try scene.timeline { try around.name($0, db) }, clocks: scene.clocks,
      parties: scene.visibleParties, files: scene.visibleFiles, steps: steps, candidates: candidates,
      handlerName: scene.standing.isStaff ? try scene.matter.handler.flatMap { try around.name($0, db) } : nil,
      stationName: try scene.matter.station.map { try around.station($0, db) ?? $0 },
      extendable: procedure.clocks.filter { clock in
        scene.standing.isStaff && clock.extended.map { scene.account.may($0.approver) } == true
          && scene.clocks.contains { $0.clock == clock.code && $0.isRunning && !$0.isExtended }
      })
  }

  /// Who can be named for `asked`: whoever holds the permission and has no tie to a party.
  func candidates(
    for asked: Appointment, in scene: MatterScene, _ db: any Reading
  ) throws -> [MatterPerson] {
    let organisations = scene.organisations
    return try around.holders(asked.from, db).filter { person in
      guard !scene.recused.contains(person.account), scene.matter.filer != person.account,
        !scene.parties.contains(where: { $0.account == person.account && $0.role != asked.role })
      else { return false }
      return try !around.isTied(person.account, organisations, db)
    }
  }
}

extension MatterScene {
  func reads(from side: EventSide, for readers: Set<Side>) -> Bool { standing.reads(from: side, for: readers) }

  /// The application as far as it may be read: internal questions by the staff alone, of other parties each what its
  /// declaration says.
  var visibleApplication: LedgerRecord.Values {
    if standing.isStaff { return application }
    var names: Set<String> = []
    if standing.sides.contains(.filer) { names = Set(procedure.fields.filter { !$0.isInternal }.map(\.name)) }
    for side in standing.sides {
      if case .party(let role) = side { names.formUnion(procedure.party(role)?.reads ?? []) }
    }
    return LedgerRecord.Values(application.all.filter { names.contains($0.key) })
  }

  var visibleParties: [MatterParty] {
    standing.isNone ? [] : parties()
  }

  /// What was handed in with the application is the filer's and the staff's; with a step, of who reads the step.
  ///
  /// A paper says who wrote it: where a step asks something for the staff alone, its files are theirs, too.
  var visibleFiles: [MatterFileEntry] {
    files.filter { file in
      guard let event = events.first(where: { $0.place == file.place }) else { return false }
      let isForStaff = event.sort == .step && procedure.step(event.code)?.fields.contains(where: \.isInternal) == true
      return reads(from: event.side, for: isForStaff ? [] : readers(of: event))
    }
  }

  /// Who reads what was said with an event.
  func readers(of event: MatterEvent) -> Set<Side> {
    switch event.sort {
    case .filed: []
    case .step: procedure.step(event.code)?.readers ?? []
    case .note: event.code == "shared" ? [.filer, .parties] : []
    case .assigned, .recused: []
    case .extended, .lapsed: [.filer, .parties]
    }
  }

  /// The events that the reader may know of.
  ///
  /// That a step was taken all sides see; what was said, whom it concerns.
  func timeline(name: (ID<Account>) throws -> String?) rethrows -> [MatterLine] {
    try events.compactMap { event in
      let isRead = reads(from: event.side, for: readers(of: event))
      switch event.sort {
      case .note, .assigned, .recused: if !isRead { return nil }
      case .filed, .step, .extended, .lapsed: break
      }
      let step = procedure.step(event.code)
      var shown = event
      if !isRead { shown = event.withoutReason() }
      if !standing.isStaff, event.account != account.id { shown = shown.withoutAccount() }
      let fields = event.sort == .filed ? [] : (step?.fields ?? []).filter { !$0.isInternal || standing.isStaff }
      let names = Set(fields.map(\.name))
      let given =
        isRead ? LedgerRecord.Values((answers[event.place]?.all ?? [:]).filter { names.contains($0.key) }) : .init()
      return MatterLine(
        event: shown, words: event.words(in: procedure), given: given, fields: fields,
        letter: isRead ? step?.letter : nil,
        name: standing.isStaff ? try event.account.flatMap(name) : nil)
    }
  }
}

extension MatterEvent {
  func words(in procedure: Procedure) -> Phrase {
    switch sort {
    case .filed: Phrase(zh: "提交申请", en: "Filed")
    case .step: procedure.step(code)?.phrase ?? Phrase(zh: code, en: code)
    case .assigned: Phrase(zh: "分派", en: "Assigned")
    case .recused: Phrase(zh: "回避", en: "Stood aside")
    case .note where code == Self.refusedCode: Phrase(zh: "平台未能自动办理", en: "The zone could not act by itself")
    case .note: Phrase(zh: "记录", en: "Note")
    case .extended:
      Phrase(
        zh: "延长“\(procedure.clock(code)?.words.zh ?? code)”",
        en: "Extended “\(procedure.clock(code)?.words.en ?? code)”")
    case .lapsed:
      Phrase(
        zh: "“\(procedure.clock(code)?.words.zh ?? code)”届满",
        en: "“\(procedure.clock(code)?.words.en ?? code)” has ended")
    }
  }
}
