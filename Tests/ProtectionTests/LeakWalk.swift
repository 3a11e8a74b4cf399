import Access
import Journal
import JournalStore
import Kernel
import Matters
import MattersStore
import Storage

/// Walks everything that somebody can get to see of matters, and looks for words that must not be there.
///
/// Further doors (pages, the API, mail) are added to `doors`: each gives an account everything that it shows.
struct LeakWalk {
  var doors: [Door]

  struct Door {
    let name: String
    let shows: (Account) async throws -> [Any]
  }

  /// The doors that show `account` one of `words`.
  ///
  /// A refusal shows its own words and nothing else.
  func finds(_ words: [String], for account: Account) async throws -> [String] {
    var found: [String] = []
    for door in doors {
      let shown: [Any]
      do {
        shown = try await door.shows(account)
      } catch let refusal as any Refusal {
        shown = [refusal.phrase]
      }
      for text in shown.map(Self.text) {
        for word in words where text.contains(word) { found.append("\(door.name): \(word)") }
      }
    }
    return Set(found).sorted()
  }

  /// Everything in `value`, to the last property.
  private static func text(_ value: Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
  }
}

extension LeakWalk {
  /// What the desk of matters and that of the journal give.
  ///
  /// - Parameter withHistories: as if everybody were the subject of every matter. A history names who acted, so that
  ///   nobody may be that of another's matter; but even then it says nothing of what was told in confidence.
  init(_ zone: DisputeZone, matters: [FiledMatter], codes: [FiledMatter], withHistories: Bool = true) {
    let (desk, journal) = (zone.desk, zone.journal)
    doors = [
      Door(name: "own") { [try await desk.own(by: $0)] },
      Door(name: "queue") { [try await desk.queue(MatterFilter(), by: $0)] },
      Door(name: "deadlines") { [try await desk.deadlines(by: $0)] },
      Door(name: "drafts") { [try await desk.drafts(by: $0)] },
      Door(name: "news") { account in
        zone.post.all.filter { news in
          news.recipients.contains(account.id)
            || account.mandate.map { news.organisations.contains($0.organisation) } == true
        }.map { [$0.procedure, $0.status, $0.lapsed as Any, $0.matter.number] }
      },
      Door(name: "journal") { [try await journal.page(limit: 1_000, by: $0)] },
      Door(name: "published heads") { [try await journal.dailyHeads(by: $0)] },
    ]
    for procedure in desk.book.all.map(\.procedure.head.code) {
      doors.append(Door(name: "begin \(procedure)") { [try await desk.begin(procedure, by: $0)] })
      doors.append(
        Door(name: "statistics \(procedure)") {
          [try await desk.statistics(procedure, from: Day(number: 0), to: Day(number: 30_000), by: $0)]
        })
    }
    for filed in matters {
      doors.append(
        Door(name: "\(filed.number)") {
          let file = try await desk.find(filed.id, by: $0)
          return [file.matter, file.application, file.timeline, file.clocks, file.parties, file.files, file.candidates]
        })
      doors.append(Door(name: "\(filed.number) assignable") { [try await desk.assignable(filed.id, by: $0)] })
      if withHistories {
        doors.append(
          Door(name: "\(filed.number) history") { [try await journal.history(of: filed.id.subject, by: $0)] })
      }
      for place in 1...40 {
        doors.append(
          Door(name: "\(filed.number) letter") {
            let (letter, facts) = try await desk.letter(place, of: filed.id, by: $0)
            return [letter.title, facts, letter.body(facts)]
          })
      }
    }
    for filed in codes {
      doors.append(Door(name: "\(filed.number) status") { [try await desk.status(filed.code.text, by: $0)] })
    }
  }
}

extension DisputeZone {
  /// Every table of the database that names one of `words`: what an export or a backup would carry away.
  func tables(holding words: [String]) async throws -> [String] {
    try await database.read { db in
      let listing: SQL =
        switch db.dialect {
        case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        case .postgres: "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
        }
      var found: Set<String> = []
      for row in try db.rows(listing) {
        var columns = row.columns
        let table = try columns.text()
        try db.forEach("SELECT * FROM \(SQL(name: table))") { row in
          let text = "\(row.values)"
          if words.contains(where: text.contains) { found.insert(table) }
        }
      }
      return found.sorted()
    }
  }
}
