public import Kernel

/// Why an account cannot be made or changed as asked.
public enum AccountRefusal: Refusal, Equatable {
  case unknown(ID<Account>)
  case badName
  case nameIsPersonal
  case nameTaken
  case noDisplayName
  case badEmail
  case badPhone
  case notNow(AccountStep, in: AccountStage)
  case rolesNotSeparate
  case auditorOnlyReads
  case ownRoles
  case ownAccount
  case noRole
  case notOpenToRegistration(Role)
  case alreadyHolds(Role)
  case doesNotHold(Role)
  case noReason
  case wrongCode
  case zoneIsReal
  case needsSecurityAdministrator
  case unknownSession
  case unknownName

  public var kind: RefusalKind {
    switch self {
    case .unknown, .unknownSession, .unknownName: .missing
    case .badName, .nameIsPersonal, .noDisplayName, .badEmail, .badPhone, .rolesNotSeparate, .auditorOnlyReads, .noRole,
      .notOpenToRegistration, .noReason, .wrongCode:
      .invalid
    case .nameTaken, .notNow, .alreadyHolds, .doesNotHold: .conflict
    case .ownRoles, .ownAccount, .zoneIsReal, .needsSecurityAdministrator: .forbidden
    }
  }

  public var code: String {
    switch self {
    case .unknown: "access.unknown-account"
    case .badName: "access.bad-name"
    case .nameIsPersonal: "access.name-is-personal"
    case .nameTaken: "access.name-taken"
    case .noDisplayName: "access.no-display-name"
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
    case .noDisplayName: "display-name"
    case .badEmail: "email"
    case .badPhone: "phone"
    case .rolesNotSeparate, .auditorOnlyReads, .noRole, .notOpenToRegistration, .alreadyHolds, .doesNotHold: "role"
    case .noReason: "reason"
    case .wrongCode: "code"
    case .unknown, .notNow, .ownRoles, .ownAccount, .zoneIsReal, .needsSecurityAdministrator, .unknownSession: nil
    }
  }
}
