public import Access
public import Figures
import Journal
import JournalStore
import Kernel
import Storage

extension FigureDesk {
  /// Every ruling with the reading that holds.
  public func rulings(by account: Account) async throws -> [RulingFile] {
    try account.require(.readFigures)
    let chosen = try await database.read { try RulingRows.all(in: $0) }
    return book.rulings.map { ruling in
      RulingFile(
        ruling: ruling, chosen: chosen.first { $0.ruling == ruling.code && ruling.option($0.option) != nil },
        codes: book.sources.filter { $0.indicator.rulings.contains { $0.code == ruling.code } }.map(\.indicator.code))
    }
  }

  /// Makes `option` the reading that all figures of the ruling are computed by from now on.
  ///
  /// - Parameter seen: the revision of the choice that the user saw; nil where the default held.
  public func choose(
    _ option: String, for code: String, because reason: String, seen: Int64?, by account: Account
  ) async throws {
    try account.require(.setRulings)
    guard let ruling = book.rulings.first(where: { $0.code == code }) else { throw FigureRefusal.unknownRuling(code) }
    guard ruling.option(option) != nil else { throw FigureRefusal.unknownOption(ruling: code) }
    let reason = try Reason(reason, orElse: FigureRefusal.reasonMissing)
    let world = world
    try await database.write { db in
      let old = try RulingRows.all(in: db).first { $0.ruling == code }
      let chosen = ChosenRuling(
        id: old?.id ?? world.newID(), ruling: code, option: option, reason: reason.text, chosenBy: account.displayName,
        chosenAt: world.now(), revision: 0)
      let deed = Deed(
        .chooseRuling, by: account, on: Subject(table: "figure_rulings", number: chosen.id.number),
        because: reason.text, facts: ["ruling": code, "option": option])
      try Recording.write(deed, world: world, in: db) { recording in
        guard old != nil else { return try recording.insert(RulingRows.values(chosen), into: .figureRulings) }
        guard let seen else { throw JournalRefusal.changedMeanwhile }
        try recording.update(RulingRows.values(chosen), in: .figureRulings, seen: seen)
      }
    }
  }
}
