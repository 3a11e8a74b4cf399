/// One operation of a desk, so that a test can walk them all for every role.
///
/// Each desk lists its own: `desk.operations`.
public struct DeskOperation: Sendable {
  /// Unique in the house, such as `access.invite`.
  public let name: String
  /// What its first line asks for; nil where anybody at all may come.
  public let permission: Permission?
  /// Calls it with arguments that do no harm and get at least as far as the first line.
  public let run: @Sendable (Account) async throws -> Void

  public init(_ name: String, needs permission: Permission?, run: @escaping @Sendable (Account) async throws -> Void) {
    self.name = name
    self.permission = permission
    self.run = run
  }
}
