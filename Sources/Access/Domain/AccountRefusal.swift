public import Foundation
public import Kernel

/// Why an account cannot be made or changed as asked.
public enum AccountRefusal: Refusal, Equatable {
  case unknown(ID<Account>)
  case badName
  case nameIsPersonal
  case nameTaken
  case noDisplayName
  case displayNameTooLong(Int)
  case badEmail
  case badPhone
  case notNow(AccountStep, in: AccountStage)
  case rolesNotSeparate
  case auditorOnlyReads
  case watchesAndIsWatched
  /// `remedy`: the command that does it.
  case onlyAtServer(remedy: String)
  case tooManyRegistrations(until: Date)
  case ownRoles
  case ownAccount
  case noRole
  case notOpenToRegistration(Role)
  case alreadyHolds(Role)
  case doesNotHold(Role)
  case noReason
  case reasonTooLong(Int)
  case wrongCode
  case zoneIsReal
  case needsSecurityAdministrator
  case unknownSession
  case unknownName

  public var kind: RefusalKind {
    switch self {
    case .unknown, .unknownSession, .unknownName: .missing
    case .badName, .nameIsPersonal, .noDisplayName, .displayNameTooLong, .badEmail, .badPhone, .rolesNotSeparate,
      .auditorOnlyReads, .watchesAndIsWatched, .noRole, .notOpenToRegistration, .noReason, .reasonTooLong, .wrongCode:
      .invalid
    case .nameTaken, .notNow, .alreadyHolds, .doesNotHold: .conflict
    case .ownRoles, .ownAccount, .zoneIsReal, .needsSecurityAdministrator, .onlyAtServer: .forbidden
    case .tooManyRegistrations: .tooMany
    }
  }

  public var code: String {
    switch self {
    case .unknown: "access.unknown-account"
    case .badName: "access.bad-name"
    case .nameIsPersonal: "access.name-is-personal"
    case .nameTaken: "access.name-taken"
    case .noDisplayName: "access.no-display-name"
    case .displayNameTooLong: "access.display-name-too-long"
    case .reasonTooLong: "access.reason-too-long"
    case .watchesAndIsWatched: "access.watches-and-is-watched"
    case .onlyAtServer: "access.only-at-server"
    case .tooManyRegistrations: "access.too-many-registrations"
    case .badEmail: "access.bad-email"
    case .badPhone: "access.bad-phone"
    case .notNow: "access.not-now"
    case .rolesNotSeparate: "access.roles-not-separate"
    case .auditorOnlyReads: "access.auditor-only-reads"
    case .ownRoles: "access.own-roles"
    case .ownAccount: "access.own-account"
    case .noRole: "access.no-role"
    case .notOpenToRegistration: "access.not-open-to-registration"
    case .alreadyHolds: "access.already-holds"
    case .doesNotHold: "access.does-not-hold"
    case .noReason: "access.no-reason"
    case .wrongCode: "access.wrong-one-time-code"
    case .zoneIsReal: "access.zone-is-real"
    case .needsSecurityAdministrator: "access.needs-security-administrator"
    case .unknownSession: "access.unknown-session"
    case .unknownName: "access.unknown-name"
    }
  }

  public var field: String? {
    switch self {
    case .badName, .nameIsPersonal, .nameTaken, .unknownName: "name"
    case .noDisplayName, .displayNameTooLong: "display-name"
    case .badEmail: "email"
    case .badPhone: "phone"
    case .rolesNotSeparate, .auditorOnlyReads, .watchesAndIsWatched, .noRole, .notOpenToRegistration, .alreadyHolds,
      .doesNotHold:
      "role"
    case .noReason, .reasonTooLong: "reason"
    case .wrongCode: "code"
    case .unknown, .notNow, .ownRoles, .ownAccount, .zoneIsReal, .needsSecurityAdministrator, .unknownSession,
      .onlyAtServer, .tooManyRegistrations:
      nil
    }
  }
}
