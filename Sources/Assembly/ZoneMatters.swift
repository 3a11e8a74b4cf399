import Access
import AccessStore
import Crypto
import EnterprisesStore
import Foundation
import InstitutionsStore
import Kernel
import LearningStore
import Matters
import MattersStore
import NoticesStore
import Portfolios
import PortfoliosStore
import PremisesStore
import Protection
import ProtectionStore
import Rules
import RulesStore
import StationsStore
import Storage

extension ProcedureBook {
  /// Every procedure of the zone; a further one is one more line.
  static let zone = ProcedureBook([
    .windowTicket, .rightsAid, .mediation, .complaint, .problemVisit, KeptProcedure(VolunteerRegistration.self),
    .moveIn(.register), .moveOut(.register), .lectureOrder,
  ])
}

extension MatterSurroundings {
  /// What matters ask of calendars, accounts and registers.
  static func zone(
    _ calendars: HolidayShelf, _ matrix: PermissionMatrix, key: [UInt8], outbox: NoticeOutbox, guesses: CodeGuesses,
    portfolios: PortfolioDesk, world: World
  ) -> MatterSurroundings {
    let codeKey = SymmetricKey(data: Data(Array("matter codes".utf8) + key))
    return MatterSurroundings(
      calendar: { try calendars.book(in: $0).calendar },
      holders: { permission, db in
        try AccountDirectory.holders(of: permission, by: matrix, in: db).map {
          MatterPerson(account: $0.account, name: $0.name)
        }
      },
      name: { try AccountDirectory.name(of: $0, in: $1) },
      organisation: { code, db in
        let known = try institutionFacts(of: [code.description], on: world.today(), in: db)[code.description]?.name
        return try known ?? EnterpriseFacts.name(of: code, in: db)
      },
      station: { try StationNames.name(of: $0, in: $1) },
      isTied: { try AccountDirectory.isTied($0, to: $1, in: $2) },
      faces: { try AccountDirectory.faces(of: $0, by: matrix, on: world.today(), in: $1) },
      otherDays: { faces, db in
        try portfolios.days(of: faces.compactMap(\.mandate), in: db).map(OtherDay.init)
      },
      tell: { news, work in
        try outbox.tell(news, work)
        try outbox.tellLearners(news, work)
      },
      mark: { code in
        HMAC<SHA256>.authenticationCode(for: Data(code.utf8), using: codeKey).map { byte in
          let digits = String(byte, radix: 16)
          return digits.count < 2 ? "0" + digits : digits
        }.joined()
      },
      codeTries: CodeTries(
        end: { try guesses.end(from: $0, at: $1, in: $2) }, count: { try guesses.count(from: $0, at: $1, in: $2) }))
  }
}
