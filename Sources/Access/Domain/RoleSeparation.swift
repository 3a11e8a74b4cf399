/// Which roles one person may hold together (三员分立), and which roles are whose to give.
extension Role {
  /// System, security and audit administrator: three people.
  public static let separated: Set<Role> = [.administrator, .securityAdministrator, .auditor]

  /// Roles that people outside the administration hold: the centre may invite to them.
  public static let clients: Set<Role> = Set(allCases.filter { !$0.isStaff })

  /// Roles that someone may ask for when registering.
  public static let registering: [Role] = [.member, .enterprise, .institution, .expert, .overseas]

  /// People who watch over institutions and enterprises, and so are none.
  public static let watching: Set<Role> = [.regulator, .inspector, .government]
  public static let watched: Set<Role> = [.institution, .enterprise]

  /// - Throws: ``AccountRefusal/noRole``, ``AccountRefusal/rolesNotSeparate``, ``AccountRefusal/auditorOnlyReads`` or
  ///   ``AccountRefusal/watchesAndIsWatched``.
  public static func check(_ roles: Set<Role>) throws(AccountRefusal) {
    guard !roles.isEmpty else { throw .noRole }
    guard roles.intersection(separated).count <= 1 else { throw .rolesNotSeparate }
    guard !roles.contains(.auditor) || roles.filter(\.isStaff).count == 1 else { throw .auditorOnlyReads }
    guard roles.isDisjoint(with: watching) || roles.isDisjoint(with: watched) else { throw .watchesAndIsWatched }
  }
}
