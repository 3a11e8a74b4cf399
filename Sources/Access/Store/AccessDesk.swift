public import Access
import Foundation
public import Journal
public import JournalStore
public import Kernel
public import NoticesStore
public import Storage

/// Accounts, roles, sessions, second factors, tokens and mandates.
///
/// Nothing of a session lives in the process: any server on the same database resolves any token.
public struct AccessDesk: Sendable {
  let database: any Database
  let world: World
  let matrix: PermissionMatrix
  public let policy: AccessPolicy
  let seal: ZoneSeal
  let passwords: PasswordHasher
  /// Nil where codes are shown to whoever issues them, and to nobody else.
  let outbox: NoticeOutbox?
  let erasing: Erasing

  /// Blanks what another part of the zone keeps of an account, within its erasure.
  ///
  /// It answers the records as the journal names them, whose personal values the journal has to forget, too.
  public typealias Erasing = @Sendable (ID<Account>, Recording, any Writing) throws -> [Subject]

  /// - Parameters:
  ///   - matrix: which role may do what, from `Assembly`.
  ///   - zoneKey: 32 random bytes, from a file beside the database; without it second factors cannot be read.
  ///   - cost: of each password; tests use a cheap one.
  ///   - outbox: by which codes are mailed to their owners.
  ///   - erasing: what else keeps something of people.
  public init(
    database: any Database, world: World, matrix: PermissionMatrix, policy: AccessPolicy = AccessPolicy(),
    zoneKey: [UInt8], cost: PasswordCost = .standard, outbox: NoticeOutbox? = nil,
    erasing: @escaping Erasing = { _, _, _ in [] }
  ) {
    self.database = database
    self.world = world
    self.matrix = matrix
    self.policy = policy
    seal = ZoneSeal(zoneKey: zoneKey)
    passwords = PasswordHasher(cost: cost, world: world)
    self.outbox = outbox
    self.erasing = erasing
  }

  /// Somebody who has not signed in.
  public var visitor: Account { .visitor(matrix.visitor) }

  /// Today in Nanjing, for pages that say whether a mandate holds.
  public func today() -> Day { world.today() }

  /// Whether `account` is the subject of a record of this mechanism, and so may read its history.
  public static func isSubject(_ account: Account, of subject: Subject, in db: any Reading) throws -> Bool {
    guard account.standing == .person else { return false }
    switch subject.table {
    case AccountRows.table.name, RoleRows.table.name: return subject.number == account.id.number
    case MandateRows.table.name:
      return try MandateRows.find(ID(subject.number), in: db)?.mandate.holder == account.id
    case TokenRows.table.name: return try TokenRows.find(ID(subject.number), in: db)?.account == account.id
    default: return false
    }
  }

  /// The account as one who acts.
  ///
  /// Until a staff member has a second factor, and until a one-time password is changed, nothing is
  /// permitted but to mend just that.
  func actor(
    _ row: AccountRow, roles: Set<Role>, factor: SessionFactor = .given, mandate: Mandate? = nil
  ) -> Account {
    let all = matrix.permissions(of: roles)
    let heldBack: HeldBack? =
      if row.mustChange {
        .mustChangePassword
      } else if factor != .given, roles.contains(where: \.isStaff) {
        .needsSecondFactor
      } else {
        nil
      }
    return Account(
      id: row.id, standing: .person, name: row.name, displayName: row.contact.displayName, roles: roles,
      permissions: heldBack == nil ? all : matrix.visitor.union(all.intersection([.ownAccount])),
      mandate: heldBack == nil ? mandate : nil, heldBack: heldBack)
  }

  func subject(_ id: ID<Account>) -> Subject { Subject(table: AccountRows.table.name, number: id.number) }

  func subject(_ id: ID<Mandate>) -> Subject { Subject(table: MandateRows.table.name, number: id.number) }

  /// - Throws: ``AlteredSecrets`` where somebody changed a secret past the journal.
  func soundSecrets(of row: AccountRow, in db: any Reading) throws -> SecretRow {
    let secrets = try AccountRows.secrets(of: row.id, in: db)
    guard secrets.mark(salt: row.salt) == row.secretMark else { throw AlteredSecrets(account: row.id) }
    return secrets
  }

  func freshSalt() -> String { hexadecimal(world.randomBytes(16)) }

  /// A reason as the journal keeps it.
  func reason(_ text: String) throws(AccountRefusal) -> String {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { throw .noReason }
    guard text.count <= 500 else { throw .reasonTooLong(500) }
    return text
  }
}

/// Somebody changed a password hash or a second factor in the database itself: a defect or an attack.
public struct AlteredSecrets: Error, Equatable {
  public let account: ID<Account>
}
