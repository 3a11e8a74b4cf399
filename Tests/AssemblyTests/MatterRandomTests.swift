import Access
import Assembly
import Fixtures
import Kernel
import Ledgers
import Matters
import MattersStore
import Storage
import Testing

/// Random people take random steps of every procedure, with answers that hold and answers that do not, over many days.
@Suite struct `Matters, whoever does whatever on whatever day` {
  @Test(arguments: [DatabaseKind.file, .postgres], [1, 20_261_123] as [UInt64])
  func `keep to their charts, their journal, their clocks and their numbers`(_ kind: DatabaseKind, _ seed: UInt64)
    async throws
  {
    try await MatterCast.with(kind) { cast in
      try await cast.desk.runClocks(by: MatterCast.zoneItself)
      var game = MatterGame(cast: cast, seed: seed)
      try await game.open()
      let rounds = kind == .file ? 1_200 : 400
      for _ in 1...rounds { try await game.play() }
      #expect(game.taken > rounds / 20, "seed \(seed) on \(kind): only \(game.taken) steps were taken")
      #expect(game.refused > rounds / 20, "seed \(seed) on \(kind)")
      try await game.lookOverAll()
      #expect(try await cast.zone.isIntact(), "seed \(seed) on \(kind)")
    }
  }
}

private struct MatterGame {
  let cast: MatterCast
  let seed: UInt64
  var dice: SeededDice
  var live: [LiveMatter] = []
  var taken = 0
  var refused = 0
  private var number = 0

  init(cast: MatterCast, seed: UInt64) {
    (self.cast, self.seed, dice) = (cast, seed, SeededDice(seed: seed))
  }

  mutating func play() async throws {
    switch dice.roll(below: 10) {
    case 0: try await file()
    case 1: try await pass()
    default:
      guard !live.isEmpty else { return try await file() }
      try await step(live[dice.roll(below: live.count)])
    }
  }

  /// Files one matter of every procedure.
  mutating func open() async throws {
    for procedure in Set(cast.patterns.map(\.procedure)).sorted() {
      let count = live.count
      for pattern in cast.patterns where pattern.procedure == procedure && live.count == count {
        try await file(pattern)
      }
      #expect(live.count > count, "\(procedure)")
    }
  }

  private mutating func file() async throws {
    try await file(cast.patterns[dice.roll(below: cast.patterns.count)])
  }

  private mutating func file(_ pattern: MatterPattern) async throws {
    number += 1
    let before = try await entries()
    do {
      live.append(try await cast.file(pattern, number: number))
      #expect(try await entries() == before + 1, "seed \(seed)")
    } catch is any Refusal {
      #expect(try await entries() == before, "seed \(seed)")
    }
  }

  /// Days go by, and the zone looks at its clocks.
  private mutating func pass() async throws {
    cast.zone.clock.advance(by: Double(dice.roll(below: 12)) * 86_400)
    let (before, events) = try await (entries(), cast.zone.count("matter_events"))
    let changed = try await cast.desk.runClocks(by: MatterCast.zoneItself)
    let (more, said) = try await (entries() - before, cast.zone.count("matter_events") - events)
    // One entry for what was told of a matter, one for the step that the zone took.
    #expect(more >= Int64(changed) && more <= said, "seed \(seed): \(changed) matters, \(more) entries, \(said) events")
    #expect((changed == 0) == (more == 0), "seed \(seed)")
  }

  private mutating func step(_ matter: LiveMatter) async throws {
    let file = try await cast.file(of: matter)
    let procedure = file.procedure
    // Mostly what the stage offers, sometimes anything.
    let offered = procedure.steps(at: file.matter.stage)
    let steps = offered.isEmpty || dice.roll(below: 5) == 0 ? procedure.steps : offered
    let step = steps[dice.roll(below: steps.count)]
    var given = try await cast.given(for: step, on: matter)
    if dice.roll(below: 4) == 0 { spoil(&given) }
    let account = try await actor(of: step, on: matter)
    let (before, expected) = (try await entries(), procedure.after(step.code, at: file.matter.stage))
    do {
      try await cast.take(step, on: matter, given, by: account)
      taken += 1
      let new = try await cast.file(of: matter)
      #expect(new.matter.stage == expected, "seed \(seed): \(step.code) at \(file.matter.stage)")
      #expect(new.matter.events == file.matter.events + 1, "seed \(seed)")
      #expect(try await entries() == before + 1, "seed \(seed): \(step.code)")
      try await look(at: new)
    } catch is any Refusal {
      refused += 1
      #expect(try await entries() == before, "seed \(seed): \(step.code)")
      #expect(try await cast.file(of: matter).matter == file.matter, "seed \(seed): \(step.code)")
    }
  }

  /// Whoever may, or anybody.
  private mutating func actor(of step: StepEntry, on matter: LiveMatter) async throws -> Account {
    let takers = try await cast.takers(of: step, on: matter)
    if !takers.isEmpty, dice.roll(below: 4) > 0 { return takers[dice.roll(below: takers.count)] }
    let others =
      [matter.filer, MatterCast.zoneItself]
      + [Role.centreStaff, .regulator, .expert, .overseas].map { cast.person($0) }
    return others[dice.roll(below: others.count)]
  }

  private mutating func spoil(_ given: inout StepGiven) {
    switch dice.roll(below: 4) {
    case 0: given.texts = [:]
    case 1: given.reason = ""
    case 2: given.named = [ID(-7)]
    default:
      let odd = ["", "甲", "-1", "2026-02-30", "\u{0}", String(repeating: "长", count: 9_000)]
      for name in given.texts.keys.sorted() { given.texts[name] = odd[dice.roll(below: odd.count)] }
    }
  }

  private func entries() async throws -> Int64 { try await cast.zone.count("journal") }

  private func look(at file: MatterFile) async throws {
    let matter = file.matter
    let stage = try #require(file.procedure.stage(matter.stage), "seed \(seed): \(matter.stage)")
    #expect(matter.end == stage.end && (matter.closedAt == nil) == (stage.end == nil), "seed \(seed)")
    #expect(file.timeline.map(\.event.place) == Array(1...matter.events), "seed \(seed)")
    if stage.end != nil {
      #expect(file.clocks.filter(\.isOpen).isEmpty && matter.due == nil, "seed \(seed): \(matter.number)")
    }
    for clock in file.clocks where clock.isRunning {
      let declared = try #require(file.procedure.clock(clock.clock))
      #expect(declared.stages.contains(matter.stage), "seed \(seed): \(clock.clock) at \(matter.stage)")
    }
    #expect(matter.due?.day == file.clocks.filter(\.isRunning).map(\.due.day).min(), "seed \(seed)")
  }

  /// The matters of the demonstration among them.
  func lookOverAll() async throws {
    var serials: [String: [Int]] = [:]
    for matter in try await cast.desk.queue(MatterFilter(), limit: 10_000, by: cast.zone.zone.console).matters {
      try await look(at: try await cast.desk.find(matter.id, by: cast.zone.zone.console))
      serials["\(matter.number.letters)-\(matter.number.year)", default: []].append(matter.number.serial)
    }
    for (series, numbers) in serials {
      #expect(numbers.sorted() == Array(1...numbers.count), "seed \(seed): \(series)")
    }
    #expect(Set(serials.keys.map { $0.prefix(2) }).count == Set(cast.patterns.map(\.procedure)).count)
  }
}
