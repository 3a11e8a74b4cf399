import Kernel
import Ledgers
import Premises
import Storage

/// A room that somebody is to get by a step, as it was named.
struct RoomGiven {
  let number: String
  let site: SiteCode
  /// The question that named it.
  let field: String

  /// The room itself.
  ///
  /// - Throws: ``AdmissionRefusal`` where the site has none, or two, of that number.
  func find(on day: Day, in db: any Reading) throws -> Room {
    let found = try PremisesRows.rooms(of: site, numbered: number, on: day, in: db)
    guard let room = found.first else {
      throw FieldRefusal(AdmissionRefusal.noSuchRoom(number, at: site), in: field)
    }
    guard found.count == 1 else { throw FieldRefusal(AdmissionRefusal.roomAmbiguous(number), in: field) }
    return room
  }

  /// Why `tenant` cannot have it from `day` on; nothing where it can.
  func faults(for tenant: SocialCreditCode, from day: Day, in db: any Reading) throws -> [any Refusal] {
    do {
      let room = try find(on: day, in: db)
      try room.requireLettable(for: stay(of: tenant, in: room, from: day), in: db)
      return []
    } catch let refusal as MoveRefusal {
      return [FieldRefusal(refusal, in: field)]
    } catch let refusal as FieldRefusal {
      return [refusal]
    }
  }

  private func stay(of tenant: SocialCreditCode, in room: Room, from day: Day) -> Occupancy {
    Occupancy(
      id: ID(-1), room: room.id, site: site, tenant: tenant, tenantName: "", stay: .since(day), stage: nil,
      contract: nil, decision: nil)
  }

  /// What a form offers: the rooms of a site that nobody has.
  static func offers(at site: SiteCode, on day: Day, in db: any Reading) throws -> [LedgerChoice] {
    try PremisesRows.vacant(at: site, on: day, in: db).map { room in
      LedgerChoice(
        room.number,
        Phrase(
          zh: "\(room.number)（\(room.use.phrase.zh)，\(room.area) 平方米）",
          en: "\(room.number) (\(room.use.phrase.en), \(room.area) m²)"))
    }
  }
}
