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
  /// What the person must do before anything else is permitted.
  public let heldBack: HeldBack?
  /// What the person may do, but not the token that came in the person's place.
  public let withheld: Set<Permission>

  public init(
    id: ID<Account>, standing: Standing, name: String, displayName: String, roles: Set<Role>,
    permissions: Set<Permission>, mandate: Mandate? = nil, heldBack: HeldBack? = nil,
    withheld: Set<Permission> = []
  ) {
    self.id = id
    self.standing = standing
    self.name = name
    self.displayName = displayName
    self.roles = roles
    self.permissions = permissions
    self.mandate = mandate
    self.heldBack = heldBack
    self.withheld = withheld
  }

  /// - Throws: ``AccessRefusal/notSignedIn`` for a visitor, ``AccessRefusal/heldBack(_:)`` for someone who must do
  ///   something first, ``AccessRefusal/notInScope(_:)`` for a token that lacks what its owner has,
  ///   ``AccessRefusal/notPermitted(_:)`` for anyone else.
  public func require(_ permission: Permission) throws(AccessRefusal) {
    guard !permissions.contains(permission) else { return }
    if standing == .visitor { throw .notSignedIn }
    if let heldBack { throw .heldBack(heldBack) }
    if withheld.contains(permission) { throw .notInScope(permission) }
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

/// What keeps a person who has signed in from everything but their own account.
public enum HeldBack: String, CaseIterable, Sendable {
  case mustChangePassword, needsSecondFactor

  public var phrase: Phrase {
    switch self {
    case .mustChangePassword:
      Phrase(zh: "请先在“我的账号”中把一次性密码改为自己的密码", en: "Please change the one-time password under “My account” first")
    case .needsSecondFactor:
      Phrase(zh: "工作人员须先在“我的账号”中启用动态验证码", en: "Staff must first turn on the second factor under “My account”")
    }
  }
}
