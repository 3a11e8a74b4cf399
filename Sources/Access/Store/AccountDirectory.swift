public import Access
public import Kernel
public import Storage

/// What other parts of the zone ask of accounts, inside their own transactions.
public enum AccountDirectory {
  /// The accounts at work that hold `permission` by one of their roles, with the names that pages show.
  public static func holders(
    of permission: Permission, by matrix: PermissionMatrix, in db: any Reading
  ) throws -> [(account: ID<Account>, name: String)] {
    let roles = Role.allCases.filter { matrix.permissions(of: [$0]).contains(permission) }.map(\.rawValue)
    guard !roles.isEmpty else { return [] }
    return try db.rows(
      """
      SELECT id, display_name FROM accounts
      WHERE stage = 'active' AND id IN (SELECT account FROM account_roles WHERE role IN \(SQL.list(roles)))
      ORDER BY id
      """
    ).map { row in
      var columns = row.columns
      return (try columns.id(), try columns.text())
    }
  }

  /// The account at work with this sign-in name, if one of its roles gives it `permission`.
  public static func holder(
    of permission: Permission, named name: String, by matrix: PermissionMatrix, in db: any Reading
  ) throws -> (account: ID<Account>, name: String)? {
    guard let row = try AccountRows.find(named: name, in: db), row.stage == .active,
      matrix.permissions(of: try RoleRows.roles(of: row.id, in: db)).contains(permission)
    else { return nil }
    return (row.id, row.contact.displayName)
  }

  /// An account as it may act on `day`: for itself, and for each organisation that has given it a mandate.
  ///
  /// - Returns: nothing for an account that is not at work.
  public static func faces(
    of id: ID<Account>, by matrix: PermissionMatrix, on day: Day, in db: any Reading
  ) throws -> [Account] {
    guard let row = try AccountRows.find(id, in: db), row.stage == .active else { return [] }
    let roles = try RoleRows.roles(of: id, in: db)
    let mandates = try MandateRows.all(of: id, in: db).map(\.mandate).filter {
      $0.stage == .approved && $0.holds(on: day)
    }
    return ([nil] + mandates.map(Optional.some)).map { mandate in
      Account(
        id: id, standing: .person, name: row.name, displayName: row.contact.displayName, roles: roles,
        permissions: matrix.permissions(of: roles), mandate: mandate)
    }
  }

  /// What pages call an account; nil if there is none.
  public static func name(of id: ID<Account>, in db: any Reading) throws -> String? {
    try AccountRows.find(id, in: db)?.contact.displayName
  }

  /// Whether an account acts or has acted for one of the organisations.
  public static func isTied(
    _ id: ID<Account>, to organisations: [SocialCreditCode], in db: any Reading
  ) throws -> Bool {
    guard !organisations.isEmpty else { return false }
    return try db.count(
      """
      SELECT COUNT(*) FROM mandates
      WHERE holder = \(id) AND stage IN ('approved', 'revoked')
        AND organisation IN \(SQL.list(organisations.map(\.description)))
      """) > 0
  }
}
