public import JournalStore
public import Kernel
public import Parties
public import Storage

/// The spellings that a bulk import has met, so that each is looked up once.
///
/// Names are never deleted, so what it remembers stays true while it lives.
public struct NameBook: Sendable {
  private let world: World
  private var ids: [String: ID<PartyName>] = [:]
  private var pinyin = PinyinKeys()

  public init(world: World) { self.world = world }

  /// Makes sure that each of `texts` is a spelling of some party, inside the caller's recording.
  ///
  /// A new spelling that differs from a known one only in width, case, spaces or brackets joins that
  /// one's party; any other becomes a party of its own.
  public mutating func learn(_ texts: some Sequence<String>, by recording: Recording, in db: any Writing) throws {
    let unmet = Set(texts).filter { ids[$0] == nil }.sorted()
    guard !unmet.isEmpty else { return }
    ids.merge(try PartyRows.known(unmet, in: db)) { old, _ in old }
    let new = unmet.filter { ids[$0] == nil }
    guard !new.isEmpty else { return }
    var homes = try PartyRows.parties(ofFolded: Array(Set(new.map(foldedName))).sorted(), in: db)
    var parties: [[SQLValue]] = []
    var names: [[SQLValue]] = []
    for text in new {
      let folded = foldedName(text)
      let home = homes[folded] ?? world.newID(Party.self)
      if homes[folded] == nil {
        homes[folded] = home
        parties.append(
          PartyRows.values(
            Party(
              id: home, name: text, sortKey: pinyin.key(text), kind: PartyKind(guessedFrom: text), code: nil,
              mergedInto: nil, revision: 0)))
      }
      let name = PartyName(id: world.newID(), text: text, home: home, party: home)
      ids[text] = name.id
      names.append(PartyRows.values(name))
    }
    try recording.insert(parties, into: .parties)
    try recording.insert(names, into: .partyNames)
  }

  /// The id of a spelling that ``learn(_:by:in:)`` has met.
  public func id(of text: String) -> ID<PartyName>? { ids[text] }

  /// Forgets everything: what was learned in a transaction that failed is not there.
  public mutating func forget() { ids = [:] }
}
