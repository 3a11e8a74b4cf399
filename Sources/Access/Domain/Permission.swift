public import Kernel

/// A right to do one thing.
///
/// Each context declares its own as static members; `Assembly` says in one matrix which roles hold which.
public struct Permission: Hashable, Sendable {
  /// Stable, such as `patents.import`.
  public let code: String
  public let phrase: Phrase

  public init(_ code: String, _ phrase: Phrase) {
    self.code = code
    self.phrase = phrase
  }

  public static func == (left: Self, right: Self) -> Bool { left.code == right.code }
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// Which roles hold which permissions, and what a visitor without an account may do.
public struct PermissionMatrix: Sendable {
  public let visitor: Set<Permission>
  private let byRole: [Role: Set<Permission>]

  public init(visitor: Set<Permission>, byRole: [Role: Set<Permission>]) {
    self.visitor = visitor
    self.byRole = byRole
  }

  /// What `roles` hold together, a visitor's permissions included.
  public func permissions(of roles: Set<Role>) -> Set<Permission> {
    roles.reduce(visitor) { $0.union(byRole[$1] ?? []) }
  }

  /// Every permission that anyone holds, in the order of their codes.
  public var all: [Permission] {
    byRole.values.reduce(visitor) { $0.union($1) }.sorted { $0.code < $1.code }
  }
}
