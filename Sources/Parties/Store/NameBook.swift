public import JournalStore
public import Kernel
public import Parties
public import Storage
import Synchronization

/// The spellings that a bulk import has met, so that each is looked up once.
///
/// What one transaction teaches counts from ``confirm()`` on; ``forget()`` drops what a transaction taught that
/// failed. Names are never deleted, so what was confirmed stays true.
public final class NameBook: Sendable {
  private struct Memory {
    var confirmed: [ExactText: ID<PartyName>] = [:]
    var fresh: [ExactText: ID<PartyName>] = [:]
    var pinyin = PinyinKeys()

    func id(of text: ExactText) -> ID<PartyName>? { confirmed[text] ?? fresh[text] }
  }

  private let world: World
  private let memory = Mutex(Memory())

  public init(world: World) { self.world = world }

  /// Makes sure that each of `texts` is a spelling of some party, inside the caller's recording.
  ///
  /// A new spelling that differs from a known one only in width, case, spaces, brackets or the composition
  /// of accents joins that one's party; any other becomes a party of its own.
  public func learn(_ texts: some Sequence<String>, by recording: Recording, in db: any Writing) throws {
    try memory.withLock { memory in
      var unmet: [ExactText] = []
      var met: Set<ExactText> = []
      for text in texts {
        let name = ExactText(text)
        if memory.id(of: name) == nil, met.insert(name).inserted { unmet.append(name) }
      }
      guard !unmet.isEmpty else { return }
      for (text, id) in try PartyRows.known(unmet.map(\.text), in: db) { memory.fresh[ExactText(text)] = id }
      let new = unmet.filter { memory.fresh[$0] == nil }
      if !new.isEmpty { try add(new.map(\.text), to: &memory, by: recording, in: db) }
    }
  }

  private func add(_ new: [String], to memory: inout Memory, by recording: Recording, in db: any Writing) throws {
    let folded = new.map { ExactText(foldedName($0)) }
    var homes: [ExactText: ID<Party>] = [:]
    for (form, party) in try PartyRows.parties(ofFolded: Set(folded).map(\.text), in: db) {
      homes[ExactText(form)] = party
    }
    memory.pinyin.learn(new)
    var parties: [[SQLValue]] = []
    var names: [[SQLValue]] = []
    names.reserveCapacity(new.count)
    for (text, form) in zip(new, folded) {
      let home = homes[form] ?? world.newID(Party.self)
      if homes.updateValue(home, forKey: form) == nil {
        let party = Party(
          id: home, name: text, sortKey: memory.pinyin.key(text), kind: PartyKind(guessedFrom: text), code: nil,
          mergedInto: nil, revision: 0)
        parties.append(PartyRows.values(party))
      }
      let name = PartyName(id: world.newID(), text: text, home: home, party: home)
      memory.fresh[ExactText(text)] = name.id
      names.append(PartyRows.values(name, folded: form.text))
    }
    try recording.insert(parties, into: .parties)
    try recording.insert(names, into: .partyNames)
  }

  /// The id of a spelling that ``learn(_:by:in:)`` has met.
  public func id(of text: String) -> ID<PartyName>? { memory.withLock { $0.id(of: ExactText(text)) } }

  /// What was learned since the last time is in the database for good.
  public func confirm() {
    memory.withLock { memory in
      memory.confirmed.merge(memory.fresh) { old, _ in old }
      memory.fresh = [:]
    }
  }

  /// Forgets what was learned since ``confirm()``: its transaction begins anew.
  public func forget() { memory.withLock { $0.fresh = [:] } }
}
