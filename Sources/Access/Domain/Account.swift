public import Kernel

/// Whoever acts: every desk operation is handed one, and asks it first.
public struct Account: Equatable, Sendable {
  public let id: ID<Account>
  public let standing: Standing
  /// The sign-in name; empty for a visitor.
  public let name: String
  /// What pages call the person.
  public let displayName: String
  public let roles: Set<Role>
  public let permissions: Set<Permission>
  /// The organisation that the person acts for at the moment, by an approved mandate.
  public let mandate: Mandate?

  public init(
    id: ID<Account>, standing: Standing, name: String, displayName: String, roles: Set<Role>,
    permissions: Set<Permission>, mandate: Mandate? = nil
  ) {
    self.id = id
    self.standing = standing
    self.name = name
    self.displayName = displayName
    self.roles = roles
    self.permissions = permissions
    self.mandate = mandate
  }

  /// - Throws: ``AccessRefusal/notSignedIn`` for a visitor, ``AccessRefusal/notPermitted(_:)`` for anyone else.
  public func require(_ permission: Permission) throws(AccessRefusal) {
    guard !permissions.contains(permission) else { return }
    if standing == .visitor { throw .notSignedIn }
    throw .notPermitted(permission)
  }

  public func may(_ permission: Permission) -> Bool { permissions.contains(permission) }

  /// Someone who has not signed in.
  public static func visitor(_ permissions: Set<Permission>) -> Account {
    Account(id: ID(0), standing: .visitor, name: "", displayName: "", roles: [], permissions: permissions)
  }

  /// The person at the server's own command line, who could read the files anyway.
  public static func console(_ permissions: Set<Permission>) -> Account {
    Account(
      id: ID(1), standing: .console, name: "console", displayName: "console", roles: [.administrator],
      permissions: permissions)
  }

  /// The program itself: scheduled work.
  public static func system(_ permissions: Set<Permission>) -> Account {
    Account(
      id: ID(2), standing: .system, name: "system", displayName: "ipzone", roles: [], permissions: permissions)
  }
}

/// How someone came to act.
public enum Standing: String, CaseIterable, Sendable {
  case visitor, person, console, system
}
