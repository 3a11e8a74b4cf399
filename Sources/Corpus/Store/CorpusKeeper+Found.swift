import Corpus

extension CorpusKeeper {
  /// Where the index is and what state it is in, without changing anything.
  ///
  /// Where several processes keep one each, the first that is damaged, and otherwise the first.
  struct Found: Sendable {
    let folder: String
    let view: View?
    let building: (done: Int, all: Int)?
    let damage: CorpusRefusal?
  }

  func found() async throws -> Found {
    let (seat, building, damage) = reading { ($0.seat, $0.building, $0.damage) }
    switch seat {
    case .own(let folder, _)?: return Found(folder: folder.name, view: view, building: building, damage: damage)
    case .other(let path)?:
      return Found(folder: CorpusFolder.name(path), view: view, building: building, damage: damage)
    case nil: break
    }
    let paths = CorpusFolder.all(in: root)
    var first: Found?
    for path in paths {
      let found = try await found(in: path)
      if found.damage != nil { return found }
      first = first ?? found
    }
    return first ?? Found(folder: CorpusFolder.name(root + "/1"), view: nil, building: nil, damage: nil)
  }

  /// What is there is held against its sums and counted, not searched.
  private func found(in path: String) async throws -> Found {
    let name = CorpusFolder.name(path)
    do {
      let snapshot = try await pool.run { try CorpusIndex.look(at: DiskFiles(folder: path)) }
      let isBegun = snapshot.position == 0 && snapshot.documentCount > 0
      return Found(
        folder: name, view: snapshot.position > 0 ? View(snapshot: snapshot, position: snapshot.position) : nil,
        building: isBegun ? (snapshot.documentCount, 0) : nil, damage: nil)
    } catch let damage as CorpusRefusal {
      return Found(folder: name, view: nil, building: nil, damage: damage)
    }
  }
}

extension CorpusStatus {
  init(
    _ found: CorpusKeeper.Found, _ view: CorpusKeeper.View?, registered: Int, _ standing: CorpusStanding,
    isForeign: Bool
  ) {
    let snapshot = (view ?? found.view)?.snapshot
    let state: State =
      if let building = found.building {
        .building(done: building.done, of: max(building.all, registered))
      } else if snapshot != nil { .ready } else { .absent }
    self.init(
      state: state, folder: found.folder, documents: snapshot?.documentCount ?? 0, registered: registered,
      segments: snapshot?.segmentCount ?? 0, bytes: snapshot?.bytes ?? 0, standing: standing, damage: found.damage,
      isForeign: isForeign)
  }
}
